"""Asks what a notice said: its versions with their days, and whether anything was published on a day."""

from datetime import datetime
from typing import Any

from django.utils import timezone

from privacy.notices.versions.choices import ENDED_KINDS, NoticeEventKind
from privacy.notices.versions.records import NoticeEvent
from privacy.notices.versions.timeline import TimelineRow, timeline

_PUBLICATION = (NoticeEventKind.UNPUBLISHED, NoticeEventKind.REPUBLISHED)


def history_of(versions: Any, *, now: datetime | None = None) -> list[TimelineRow]:
    """Give the versions of a queryset with their state and days, newest first, in two queries."""
    ended = NoticeEvent.objects.filter(version__in=versions.values("pk"), kind__in=ENDED_KINDS)
    kinds = dict(ended.order_by("pk").values_list("version", "kind"))
    return timeline(versions.light(), kinds, now or timezone.now())


def was_unpublished(page: Any, at: datetime) -> bool:
    """Tell whether the notice had been taken off the site at a moment."""
    events = NoticeEvent.objects.filter(page__in=page.own_versions.values("page"), kind__in=_PUBLICATION, at__lte=at)
    return events.order_by("-at", "-pk").values_list("kind", flat=True).first() == NoticeEventKind.UNPUBLISHED
