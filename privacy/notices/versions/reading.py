"""Asks what a notice said: its versions with their days, and whether anything was published on a day."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.utils import timezone

from privacy.notices.versions.choices import ENDED_KINDS, NoticeEventKind
from privacy.notices.versions.records import NoticeEvent
from privacy.notices.versions.timeline import TimelineRow, VersionState, timeline

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
