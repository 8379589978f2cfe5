"""The figures of the reports: counted by the database, without anything personal, over what a user may see."""

from dataclasses import dataclass
from datetime import date
from math import ceil
from typing import Any

from django.db.models import Case, Count, DurationField, ExpressionWrapper, F, QuerySet, Value, When
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import TruncMonth

from privacy.rights.choices import Outcome
from privacy.rights.models.events import RequestEvent
from privacy.rights.models.requests import RequestItem
from privacy.rights.permissions import Reach
from privacy.rights.steps import EventKind

DaysCounted = dict[int, int]  # how many items took so many days


def quantile(counted: DaysCounted, per_cent: int) -> int | None:
    """Give the number of days within which so many per cent were answered (nearest rank); None without any."""
    total = sum(counted.values())
    if not total:
        return None
    rank = max(1, ceil(total * per_cent / 100))
    for days in sorted(counted):
        rank -= counted[days]
        if rank <= 0:
            return days
    return None


# Neither was answered, so neither was answered in time or late.
_NO_ANSWER = (Outcome.NOT_A_REQUEST, Outcome.WITHDRAWN)


@dataclass(frozen=True, slots=True)
class Scope:
    """What a report is about: who looks, and the days of receipt between which requests are counted."""

    reach: Reach
    first: date
    last: date
    register: int | None = None

    def items(self) -> QuerySet[RequestItem]:
        """Give the items that are counted."""
        items = self.reach.items()
        items = items.filter(request__received_on__gte=self.first, request__received_on__lte=self.last)
        return items.filter(register=self.register) if self.register else items


@dataclass(frozen=True, slots=True)
class Timeliness:
    """How fast items were answered; days are counted from receipt, the shares are of the answered ones."""

    answered: int
    in_time: int
    median: int | None
    ninetieth: int | None

    @property
    def share(self) -> int | None:
        """Whole per cent of the answered items that were answered in time, rounded down."""
        return self.in_time * 100 // self.answered if self.answered else None


Counts = list[tuple[Any, int]]


def requests_by_month(scope: Scope) -> Counts:
    """Give the number of requests by month of receipt, as the first day of the month, oldest first."""
    months = scope.items().order_by().annotate(month=TruncMonth("request__received_on")).values("month")
    return list(
        months.annotate(requests=Count("request", distinct=True)).order_by("month").values_list("month", "requests")
    )


def count_requests(scope: Scope) -> tuple[int, int]:
    """Give the number of requests and of those whose time limit was extended."""
    extended = Case(When(request__in=_extensions(scope).values("request"), then=F("request")))
    counts = (
        scope.items()
        .order_by()
        .aggregate(requests=Count("request", distinct=True), extended=Count(extended, distinct=True))
    )
    return counts["requests"], counts["extended"]


def items_by(scope: Scope, field: str) -> Counts:
    """Give the number of items by the values of a field, most first."""
    rows = scope.items().order_by().values(field).annotate(items=Count("pk")).order_by("-items", field)
    return list(rows.values_list(field, "items"))


def refusals_by_reason(scope: Scope) -> Counts:
    """Give the number of items that were refused in full or in part, by their reason code, most first."""
    refused = scope.items().filter(outcome__in=(Outcome.REFUSED, Outcome.PARTLY_FULFILLED)).exclude(reason_code="")
    rows = refused.order_by().values("reason_code").annotate(items=Count("pk")).order_by("-items", "reason_code")
    return list(rows.values_list("reason_code", "items"))


def extensions_by_reason(scope: Scope) -> Counts:
    """Give the number of extensions by the reason code that the event keeps, most first."""
    events = _extensions(scope).order_by().annotate(reason=KeyTextTransform("reason_code", "data")).values("reason")
    return list(events.annotate(times=Count("pk")).order_by("-times", "reason").values_list("reason", "times"))


def _extensions(scope: Scope) -> Any:
    return RequestEvent.objects.filter(kind=EventKind.EXTENDED, request__in=scope.items().values("request"))


def timeliness(scope: Scope) -> Timeliness:
    """Give how fast items were answered, from one row per number of days."""
    answered = scope.items().filter(answered_on__isnull=False).exclude(outcome__in=_NO_ANSWER)
    days = ExpressionWrapper(F("answered_on") - F("request__received_on"), output_field=DurationField())
    in_time = Case(When(answered_on__lte=F("request__due_on"), then=Value(1)), default=Value(0))
    rows = answered.order_by().annotate(days=days, timely=in_time).values("days", "timely").annotate(items=Count("pk"))
    counted: DaysCounted = {}
    timely = 0
    for row in rows.values_list("days", "timely", "items"):
        counted[row[0].days] = counted.get(row[0].days, 0) + row[2]
        timely += row[2] if row[1] else 0
    total = sum(counted.values())
    return Timeliness(total, timely, quantile(counted, 50), quantile(counted, 90))
