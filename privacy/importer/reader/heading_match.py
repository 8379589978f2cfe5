"""Finds which section type a heading means: exactly, nearly (slips, inflection), or by the words in it."""

import json
import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from rapidfuzz import fuzz, process

from privacy.importer.reader.words import words
from privacy.notices.sections.types import section_types

_DATA = Path(__file__).parent / "data" / "headings.json"
UMBRELLAS = frozenset({"rights_overview", "other_rights", "other"})
_PARTIES = frozenset(
    {"controller", "joint_controllers", "representative", "contact_person", "dpo", "exercising_rights"}
)
_NEAR = 88
_BY_WORDS = 0.75
_ALL_WORDS = 0.9
_SMALL = frozenset(words("small words").split())
_PARENTHESES = re.compile(r"\([^)]*\)")
_NO_WORD = re.compile(r"[^\w]+")


@dataclass(frozen=True, slots=True)
class HeadingMatch:
    """What a heading means; `keys` are all section types in it, in the order of its words; confidence 0 to 1."""

    key: str
    keys: tuple[str, ...]
    confidence: float


def normal(text: str) -> str:
    """Give a heading as it is compared: small letters, words parted by one space, no signs."""
    text = unicodedata.normalize("NFC", text).casefold().replace("'", "").replace("’", "")
    return _NO_WORD.sub(" ", re.sub(r"(?<=\w):(?=\w)", "", text)).strip()


@cache
def heading_data() -> dict[str, Any]:
    """Give the data file of headings."""
    return json.loads(_DATA.read_text(encoding="utf-8"))


@cache
def phrases() -> dict[str, str]:
    """Give every known heading, normalised, with its key; the canonical section types come first."""
    known: dict[str, str] = {}
    for key, kind in section_types().items():
        for text in [*kind.heading.values(), *(word for more in kind.synonyms.values() for word in more)]:
            known.setdefault(normal(text), key)
    for key, more in heading_data()["phrases"].items():
        for text in more:
            known.setdefault(normal(text), key)
    return known


@cache
def _patterns() -> list[tuple[str, re.Pattern[str]]]:
    return [(key, re.compile(pattern)) for key, pattern in heading_data()["patterns"]]


@cache
def title_pattern() -> re.Pattern[str]:
    """Give the pattern of words that name a notice, for normalised or plain text."""
    return re.compile(rf"(?<!\w)(?:{heading_data()['titles']})(?!\w)", re.IGNORECASE)


@cache
def date_label_pattern() -> re.Pattern[str]:
    """Give the pattern of words that stand before the date of a notice."""
    return re.compile(rf"(?<!\w)(?:{heading_data()['dates']})(?!\w)", re.IGNORECASE)


def keys_by_words(text: str) -> list[str]:
    """Give the section types whose words are in a normalised heading, in the order of the words."""
    found: list[tuple[int, str]] = []
    for key, pattern in _patterns():
        for hit in list(pattern.finditer(text)):
            if hit.end() > hit.start():
                found.append((hit.start(), key))
                text = text[: hit.start()] + "\x00" * (hit.end() - hit.start()) + text[hit.end() :]
    keys = list(dict.fromkeys(key for _start, key in sorted(found)))
    if any(key.startswith("right_") for key in keys):
        keys = [key for key in keys if key != "rights_overview"]
    # Bare contact details belong to whoever else the heading names.
    whose = "contact_person" if not _PARTIES & set(keys) else None
    return [key for key in (whose if key == "contact_details" else key for key in keys) if key]


def _all_known(text: str) -> bool:
    """Say whether a heading holds nothing but words that are known."""
    for _key, pattern in _patterns():
        text = pattern.sub(" ", text)
    return all(word in _SMALL for word in text.split())


def _primary(keys: list[str]) -> str:
    rights = [key for key in keys if key.startswith("right_")]
    together = len(rights) > 1 and rights[0] == keys[0]
    return "rights_overview" if together else keys[0]


@lru_cache(maxsize=4096)
def match(heading: str) -> HeadingMatch | None:
    """Give what a heading means; None for one that is not known."""
    whole = normal(heading)
    short = normal(_PARENTHESES.sub(" ", heading)) or whole
    if not short or len(short) > 250:
        return None
    by_words = keys_by_words(whole)
    key, confidence = phrases().get(short) or phrases().get(whole), 1.0
    if key is None and len(short) > 5:
        near = process.extractOne(short, phrases().keys(), scorer=fuzz.ratio, score_cutoff=_NEAR)
        if near:
            key, confidence = phrases()[near[0]], near[1] / 100
            if by_words and key not in by_words and confidence < 0.95:
                key = None
    if key is None:
        if not by_words:
            return None
        key, confidence = _primary(by_words), _ALL_WORDS if _all_known(whole) else _BY_WORDS
    keys = by_words if key in by_words else [key, *by_words] if key in UMBRELLAS else [key]
    return HeadingMatch(key, tuple(keys), round(confidence, 2))
