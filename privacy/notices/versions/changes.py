"""Which sections a version changed, as short data that lists and reports read."""

from collections.abc import Sequence
from typing import Any

from privacy.notices.comparing.substance import CHANGED, difference_of_rows, difference_of_texts, words_of
from privacy.notices.versions.canonical import Content, wording_of

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
