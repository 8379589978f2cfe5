"""Due days of open requests, counted in the local days of their controllers."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, timedelta

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext, ngettext

from privacy.rights.deadlines.counting import local_date
from privacy.rights.models.requests import RightsRequest

# From this many days before the due date a request is marked as due soon.
SOON = 7


def due_within(first: int | None, last: int, *, zones: Iterable[str]) -> Q:
    """Give the condition that the due day lies between two days, counted from today; first None: at any time before.

    A request whose clock stands still is never due.
    `zones` are the time zones (IANA) of the controllers. It is nearly always the same day in all of them; only
    when it is not, the controller of each request has to be looked at.
    """
    now = timezone.now()
    by_day: dict[date, list[str]] = defaultdict(list)
    for zone in zones:
        by_day[local_date(now, zone)].append(zone)
    if len(by_day) < 2:
        return _between(next(iter(by_day), timezone.localdate(now)), first, last)
    condition = Q(pk__in=[])
    for day, names in by_day.items():
        condition |= Q(controller__time_zone__in=names) & _between(day, first, last)
    return condition


def _between(today: date, first: int | None, last: int) -> Q:
    condition = Q(due_on__lte=today + timedelta(days=last), suspended_on__isnull=True)
    return condition if first is None else condition & Q(due_on__gte=today + timedelta(days=first))


def days_until_due(request: RightsRequest) -> int:
    """Give the days from today, where the controller is, to the due day; negative once it has passed."""
    return (request.due_on - _today(request)).days


def _today(request: RightsRequest) -> date:
    return local_date(timezone.now(), request.controller.time_zone)


def is_late(request: RightsRequest) -> bool:
    """Tell whether an open request is past its due date; never while its clock stands still."""
    return request.is_overdue(_today(request))


def is_soon(request: RightsRequest) -> bool:
    """Tell whether an open request is due within a week."""
    return request.is_open and request.suspended_on is None and 0 <= days_until_due(request) <= SOON


def days_left(request: RightsRequest) -> str:
    """Give the days until the due date in words; empty for a closed request."""
    if not request.is_open:
        return ""
    if request.suspended_on is not None:
        return gettext("suspended")
    days = days_until_due(request)
    if days == 0:
        return gettext("due today")
    if days < 0:
        return ngettext("%(days)s day late", "%(days)s days late", -days) % {"days": -days}
    return ngettext("%(days)s day left", "%(days)s days left", days) % {"days": days}
