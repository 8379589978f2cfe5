"""The addresses below a notice; Wagtail routes letters, digits, `_` and `-` only."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

Number = tuple[int, int]

_NUMBER = re.compile(r"([1-9][0-9]{0,5})-(0|[1-9][0-9]{0,5})")


@dataclass(frozen=True, slots=True)
class ArchivePlace:
    """What is asked of a notice's archive: list, version, compare, pdf or day."""

    kind: str
    number: Number | None = None
    other: Number | None = None
    day: date | None = None


def place_of(components: Sequence[str]) -> ArchivePlace | None:
    """Read the rest of an address below a notice; None when it is no address of the archive."""
    match list(components):
        case ["versions"]:
            return ArchivePlace("list")
        case ["versions", first] if number := number_of(first):
            return ArchivePlace("version", number)
        case ["versions", first, "pdf"] if number := number_of(first):
            return ArchivePlace("pdf", number)
        case ["versions", first, "compare", second] if (number := number_of(first)) and (other := number_of(second)):
            return ArchivePlace("compare", number, other)
        case ["on", text] if day := _day(text):
            return ArchivePlace("day", day=day)
    return None


def number_of(text: str) -> Number | None:
    """Read a number such as 2-1."""
    found = _NUMBER.fullmatch(text)
    return (int(found[1]), int(found[2])) if found else None


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text) else None
    except ValueError:
        return None
