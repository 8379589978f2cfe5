"""What a version changed: as short data for lists and reports, as a sentence, and as a suggestion to the editor."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.utils import translation
from django.utils.text import capfirst
from django.utils.translation import gettext

from privacy.notices.sections.resolve import resolve_sections
from privacy.notices.sections.types import section_types
from privacy.notices.versions.canonical import Content, wording_of
from privacy.notices.versions.choices import VersionKind
from privacy.notices.versions.diff import suggest_kind
from privacy.notices.versions.diff.material import CHANGED, difference_of_rows, difference_of_texts, words_of
from privacy.site_languages import language_now, spoken

SectionData = dict[str, Any]
Change = dict[str, Any]


def changes_between(old: Content | None, new: Content) -> list[Change]:
    """Give the sections that were added, removed or changed: key, heading, block_id, change, substantial.

    Sections pair by block id, then by key. A change is substantial unless it is a slip of the pen mended.
    """
    before = list(old["sections"]) if old else []
    changes: list[Change] = []
    for section, partner in _pairs(before, new["sections"]):
        if partner is None:
            changes.append(_change(section, "added", substantial=True))
        elif wording_of(partner) != wording_of(section):
            changes.append(_change(section, "changed", substantial=_is_substantial(partner, section)))
    left = _left_over(before, new["sections"])
    return changes + [_change(section, "removed", substantial=True) for section in left]


def _is_substantial(old: SectionData, new: SectionData) -> bool:
    texts = difference_of_texts(words_of(old["text"]), words_of(new["text"]))
    rows = difference_of_rows(old["rows"], new["rows"])
    return CHANGED in (texts, rows) or old["flags"] != new["flags"]


def _pairs(old: Sequence[SectionData], new: Sequence[SectionData]) -> list[tuple[SectionData, SectionData | None]]:
    partners = _partners(old, new)
    return [(section, partners.get(position)) for position, section in enumerate(new)]


def _left_over(old: Sequence[SectionData], new: Sequence[SectionData]) -> list[SectionData]:
    used = [id(partner) for partner in _partners(old, new).values()]
    return [section for section in old if id(section) not in used]


def _partners(old: Sequence[SectionData], new: Sequence[SectionData]) -> dict[int, SectionData]:
    free = list(old)
    partners: dict[int, SectionData] = {}
    for name in ("block_id", "key"):
        for position, section in enumerate(new):
            if position in partners or not section[name]:
                continue
            match = next((other for other in free if other[name] == section[name]), None)
            if match is not None:
                partners[position] = match
                free.remove(match)
    return partners


def _change(section: SectionData, change: str, *, substantial: bool) -> Change:
    return {
        "key": section["key"],
        "heading": section["heading"],
        "block_id": section["block_id"],
        "change": change,
        "substantial": substantial,
    }


def first_summary(language: str) -> str:
    """Give the summary of the first version."""
    with translation.override(spoken(language)):
        return gettext("First version")


def editor_summary(changes: Sequence[Change], language: str) -> str:
    """Give the summary of a version whose editor wrote none: the headings of what was changed."""
    with translation.override(spoken(language)):
        said = [
            gettext("Changed: %(headings)s.") % {"headings": _headings(changes, "changed")},
            gettext("Added: %(headings)s.") % {"headings": _headings(changes, "added")},
            gettext("Removed: %(headings)s.") % {"headings": _headings(changes, "removed")},
        ]
        found = [text for text, kind in zip(said, ("changed", "added", "removed"), strict=True) if _of(changes, kind)]
        return " ".join(found) or gettext("Title, order or headings changed.")


def details_summary(changes: Sequence[Change], language: str) -> str:
    """Give the summary of a version that was made because a record changed."""
    with translation.override(spoken(language)):
        headings = ", ".join(dict.fromkeys(change["heading"] for change in changes))
        if not headings:
            return gettext("Contact details updated.")
        return gettext("Contact details updated: %(headings)s.") % {"headings": headings}


def _of(changes: Sequence[Change], kind: str) -> list[Change]:
    return [change for change in changes if change["change"] == kind]


def _headings(changes: Sequence[Change], kind: str) -> str:
    return ", ".join(dict.fromkeys(change["heading"] for change in _of(changes, kind)))


@dataclass(frozen=True, slots=True)
class Suggested:
    """The kind that a draft suggests for the next version: `reasons` are keys of sections that changed in substance."""

    is_first: bool
    changes_anything: bool
    kind: str
    reasons: tuple[str, ...] = ()

    @property
    def reasons_in_words(self) -> str:
        """Name the changed sections in the language of the editor."""
        language = language_now()
        types = section_types()
        names = [types[key].heading_in(language) if key in types else key for key in self.reasons]
        return gettext("Changed: %(headings)s.") % {"headings": ", ".join(names)} if names else ""

    @property
    def kind_in_words(self) -> str:
        return str(capfirst(VersionKind(self.kind).label))


def suggested_for(page: Any, blocks: Sequence[dict[str, Any]], title: str) -> Suggested:
    """Compare a draft (raw blocks and title) with the version in force, else with the one that is to come."""
    version = (page.in_force or page.pending_version) if page.pk else None
    if version is None:
        return Suggested(is_first=True, changes_anything=True, kind=VersionKind.MAJOR)
    newest = page.versions.standing().order_by("-pk").first() or version
    drafted = [section.as_data() for section in resolve_sections(blocks, page.register_facts, page.language)]
    suggestion = suggest_kind(version.content["sections"], drafted)
    return Suggested(
        is_first=False,
        changes_anything=title != newest.title or _wording(drafted) != _wording(newest.content["sections"]),
        kind=suggestion.kind,
        reasons=tuple(dict.fromkeys(reason.key for reason in suggestion.reasons)),
    )


def _wording(sections: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    return [wording_of(section) for section in sections]
