"""Which sections of a language version lag behind the main language: pure, from light rows of versions.

A change counts when it is substantial: a slip of the pen that was mended in the main language leaves nobody behind.
Versions that follow the records by themselves count on neither side.
"""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from privacy.notices.versions.choices import VersionCause


def sections_behind(main: Iterable[Any], own: Iterable[Any], reviewed_at: datetime | None) -> list[str]:
    """Give the headings, in the main language, of sections that changed there after they last did here.

    `reviewed_at` is when somebody last read the language version and found nothing to change.
    """
    own = [version for version in own if version.cause == VersionCause.EDITOR]
    if not own:
        return []
    beginning = max([min(version.published_at for version in own), *([reviewed_at] if reviewed_at else [])])
    headings: dict[str, str] = {}
    for version in main:
        if version.cause != VersionCause.EDITOR:
            continue
        for change in version.changes:
            identity = change["block_id"] or change["key"]
            if change["substantial"] and version.published_at > _last_change(own, change, beginning):
                headings[identity] = change["heading"]
    return list(headings.values())


def _last_change(own: Iterable[Any], change: dict[str, Any], beginning: datetime) -> datetime:
    moments = [version.published_at for version in own if any(_same(change, other) for other in version.changes)]
    return max([beginning, *moments])


def _same(change: dict[str, Any], other: dict[str, Any]) -> bool:
    if change["block_id"] and change["block_id"] == other["block_id"]:
        return True
    return change["key"] == other["key"] and change["key"] != "other"
