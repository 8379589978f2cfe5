"""Asks what a notice said: its versions with their days, and which held from when to when."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any

from django.db import models
from django.utils import timezone
from django.utils.translation import pgettext_lazy

from privacy.notices.versions.choices import ENDED_KINDS, NoticeEventKind
from privacy.notices.versions.models import NoticeEvent


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


Number = tuple[int, int]


@dataclass(frozen=True, slots=True)
class History:
    """The versions of a notice, newest first, and the moments at which it was taken off the site and put back."""

    rows: list[TimelineRow]
    publication: list[tuple[datetime, str]]

    @property
    def in_force(self) -> Any:
        """The version in force."""
        return next((row.version for row in self.rows if row.state == VersionState.IN_FORCE), None)

    def numbered(self, number: Number | None) -> TimelineRow | None:
        """Give the version of a number."""
        return next((row for row in self.rows if (row.version.major, row.version.minor) == number), None)

    def before(self, row: TimelineRow) -> Any:
        """Give the version published before another one, leaving out those that never took effect."""
        earlier = (other for other in self.rows if other.version.pk < row.version.pk and not other.is_ended)
        return next((other.version for other in earlier), None)

    def at(self, moment: datetime) -> TimelineRow | None:
        """Give the version that was in force at a moment; None when there was none or the notice was unpublished."""
        states = [kind for at, kind in self.publication if at <= moment]
        if states and states[-1] == NoticeEventKind.UNPUBLISHED:
            return None
        found = [row for row in self.rows if not row.is_ended and _had_begun(row.version, moment)]
        return max(found, key=lambda row: _rank(row.version), default=None)


def history_of(versions: Any, *, now: datetime | None = None) -> History:
    """Give the history that a queryset of versions of one notice tells, in two queries."""
    ended: dict[int, str] = {}
    redacted: set[int] = set()
    publication: list[tuple[datetime, str]] = []
    events = NoticeEvent.objects.filter(page__in=versions.values("page")).order_by("pk")
    for version, kind, at in events.values_list("version", "kind", "at"):
        if kind in ENDED_KINDS:
            ended[version] = kind
        elif kind == NoticeEventKind.REDACTED:
            redacted.add(version)
        elif kind != NoticeEventKind.REVIEWED:
            publication.append((at, kind))
    publication.sort()
    taken_off = publication[-1][0] if publication and publication[-1][1] == NoticeEventKind.UNPUBLISHED else None
    rows = timeline(versions.light(), ended, now or timezone.now(), redacted=redacted)
    return History([_closed(row, taken_off) for row in rows], publication)


def _closed(row: TimelineRow, taken_off: datetime | None) -> TimelineRow:
    """Give a version that was in force when the notice was taken off the site its last day."""
    if taken_off is None or row.state != VersionState.IN_FORCE:
        return row
    return replace(row, effective_to=max(timezone.localtime(taken_off).date(), row.version.effective_from))


def _had_begun(version: Any, moment: datetime) -> bool:
    return version.published_at <= moment and version.effective_at <= moment


def _rank(version: Any) -> tuple[datetime, datetime, int]:
    return version.effective_at, version.published_at, version.pk
