"""Which version held from when to when: pure, from light rows."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any

from django.db import models
from django.utils.translation import pgettext_lazy


class VersionState(models.TextChoices):
    """Where a version stands at a moment."""

    IN_FORCE = "in_force", pgettext_lazy("state of a version", "In force")
    PENDING = "pending", pgettext_lazy("state of a version", "Takes effect later")
    SUPERSEDED = "superseded", pgettext_lazy("state of a version", "No longer in force")
    WITHDRAWN = "withdrawn", pgettext_lazy("state of a version", "Withdrawn before it took effect")
    REPLACED = "replaced", pgettext_lazy("state of a version", "Replaced before it took effect")


@dataclass(frozen=True, slots=True)
class TimelineRow:
    """A version, where it stands, and the last day on which it was in force; None while that is open."""

    version: Any
    state: VersionState
    effective_to: date | None
    redacted: bool = False

    @property
    def is_current(self) -> bool:
        """Whether the version is in force or will be: not a text of the past."""
        return self.state in (VersionState.IN_FORCE, VersionState.PENDING)

    @property
    def is_ended(self) -> bool:
        """Whether the version never took effect, and never will."""
        return self.state in (VersionState.WITHDRAWN, VersionState.REPLACED)


def timeline(
    versions: Iterable[Any], ended: Mapping[int, str], now: datetime, *, redacted: Collection[int] = ()
) -> list[TimelineRow]:
    """Give the versions, newest first.

    `ended` names those that never took effect, by key, with how they ended; `redacted` are the keys of those that a
    person's details were removed from.
    """
    rows = sorted(versions, key=lambda version: (version.effective_at, version.published_at, version.pk))
    standing = [version for version in rows if version.pk not in ended]
    followers = dict(zip((version.pk for version in standing), standing[1:], strict=False))
    found = [_row(version, ended.get(version.pk, ""), followers.get(version.pk), now) for version in rows]
    marked = [replace(row, redacted=row.version.pk in redacted) for row in found]
    return sorted(marked, key=lambda row: row.version.pk, reverse=True)


def _row(version: Any, ended: str, follower: Any, now: datetime) -> TimelineRow:
    if ended:
        return TimelineRow(version, VersionState(ended), None)
    last = max(follower.effective_from - timedelta(days=1), version.effective_from) if follower else None
    if version.effective_at > now:
        return TimelineRow(version, VersionState.PENDING, last)
    superseded = follower is not None and follower.effective_at <= now
    return TimelineRow(version, VersionState.SUPERSEDED if superseded else VersionState.IN_FORCE, last)
