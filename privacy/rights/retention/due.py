"""Whose time has come: closed requests, by the retention of their registers, and not kept because of a dispute."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from functools import reduce
from operator import or_

from dateutil.relativedelta import relativedelta
from django.db.models import Max, Q, QuerySet
from django.db.models.functions import Coalesce
from django.utils import timezone

from privacy.registers.models.registers import Register
from privacy.rights.choices import State
from privacy.rights.deadlines.clock import today_of
from privacy.rights.deadlines.counting import local_date
from privacy.rights.models.requests import RequestItem, RightsRequest

DEFAULT_MONTHS = 36  # where the register of a request was never known: the same as a register's own default


def retention_months(items: Iterable[RequestItem]) -> int:
    """Give the longest period of the registers of all items of a request, in months."""
    return max((item.register.retention_months for item in items if item.register), default=DEFAULT_MONTHS)


def forget_on(request: RightsRequest, items: Iterable[RequestItem] | None = None) -> date:
    """Give the first day on which a closed request may be anonymised, counted from its closing.

    `items` are all of its items, where they were read already.
    """
    if request.closed_at is None:
        raise ValueError("the request is not closed")
    closed_on = local_date(request.closed_at, request.controller.time_zone)
    items = request.items.select_related("register") if items is None else items
    return closed_on + relativedelta(months=retention_months(items))


WARNING_DAYS = 14  # handlers are warned so many days ahead
SHORTEST_MONTH = 28  # days
SPARE_DAYS = 2


def requests_to_warn_of() -> Iterator[RightsRequest]:
    """Give the requests that will be anonymised in 14 days or sooner, and of which nobody was warned."""
    for request in _old_enough(ahead=WARNING_DAYS).filter(forget_warned_on__isnull=True).iterator(chunk_size=500):
        if forget_on(request, request.items.all()) <= today_of(request) + timedelta(days=WARNING_DAYS):
            yield request


def due_requests() -> Iterator[RightsRequest]:
    """Give the requests whose time has passed, 14 days or more after the handlers were warned."""
    warned_by = timezone.now().date() - timedelta(days=WARNING_DAYS - 1)
    for request in _old_enough(ahead=0).filter(forget_warned_on__lte=warned_by).iterator(chunk_size=500):
        if is_due(request, request.items.all()):
            yield request


def is_due(request: RightsRequest, items: Iterable[RequestItem] | None = None) -> bool:
    """Tell whether a request may be anonymised today; `items` are all of its items, where they were read already."""
    if request.state != State.CLOSED or request.on_hold or request.forget_warned_on is None:
        return False
    today = today_of(request)
    return forget_on(request, items) <= today and request.forget_warned_on + timedelta(days=WARNING_DAYS) <= today


def forgotten_on(request: RightsRequest, items: Iterable[RequestItem]) -> date:
    """Give the day on which a request with these items is anonymised if it is warned of today."""
    return max(forget_on(request, items), today_of(request) + timedelta(days=WARNING_DAYS))


def _old_enough(*, ahead: int) -> QuerySet[RightsRequest]:
    """Narrow the closed requests in the database by the longest retention of their registers, a little generously.

    Days are local and months have different lengths: what is left over is looked at one by one.
    """
    periods = {DEFAULT_MONTHS, *Register.objects.values_list("retention_months", flat=True).distinct()}
    latest = {
        months: timezone.now() + timedelta(days=ahead + SPARE_DAYS - months * SHORTEST_MONTH) for months in periods
    }
    old = RightsRequest.objects.filter(state=State.CLOSED, on_hold=False, closed_at__lte=max(latest.values()))
    longest = Coalesce(Max("items__register__retention_months"), DEFAULT_MONTHS)
    conditions = [Q(longest=months, closed_at__lte=moment) for months, moment in latest.items()]
    rows = old.annotate(longest=longest).filter(reduce(or_, conditions))
    return rows.select_related("controller").prefetch_related("items__register").order_by("pk")
