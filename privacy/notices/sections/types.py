"""The canonical section types of a notice, read from one data file."""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from privacy.languages import text_in

_DATA = Path(__file__).parent.parent / "data" / "section_types.json"

Texts = dict[str, str]


@dataclass(frozen=True, slots=True)
class SectionType:
    """One kind of section: its key, default headings, the articles it covers, and how an editor meets it."""

    key: str
    order: int
    kind: str
    group: str
    icon: str
    required: str
    start: bool
    self_filled: bool
    rows: str
    heading: Texts
    help: Texts
    preview: Texts
    refs: tuple[str, ...]
    synonyms: dict[str, tuple[str, ...]]

    def heading_in(self, language: str) -> str:
        """Give the default heading in a language, English where there is none."""
        return text_in(self.heading, language)


@cache
def section_types() -> dict[str, SectionType]:
    """Give all section types by key, in their default order."""
    entries = json.loads(_DATA.read_text(encoding="utf-8"))["section_types"]
    types = [_section_type(entry) for entry in sorted(entries, key=lambda entry: entry["order"])]
    return {section_type.key: section_type for section_type in types}


def _section_type(entry: dict) -> SectionType:
    fields = ("key", "order", "kind", "group", "icon", "required", "start", "self_filled", "rows")
    return SectionType(
        **{field: entry[field] for field in fields},
        heading=entry["heading"],
        help=entry["help"],
        preview=entry["preview"],
        refs=tuple(entry["refs"]),
        synonyms={language: tuple(words) for language, words in entry["synonyms"].items()},
    )


def starting_keys() -> list[str]:
    """Give the keys of the sections that a new notice starts with, in order."""
    return [key for key, section_type in section_types().items() if section_type.start]


def anchor_of(key: str) -> str:
    """Give the address fragment of a section type: its key with hyphens."""
    return key.replace("_", "-")


@cache
def usual_titles() -> frozenset[str]:
    """Give the titles that say what a document is and not whose, in all languages and in small letters."""
    titles = json.loads(_DATA.read_text(encoding="utf-8"))["metadata_labels"]["title"]
    return frozenset(title.casefold() for texts in titles.values() for title in texts)
