"""The clock of a request: every due date is the replay of its events, with the calendar they were counted by."""

from collections.abc import Iterable
from copy import copy
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.utils import timezone

from privacy.rights.deadlines.calendar import calendar_version
from privacy.rights.deadlines.counting import due_on, local_date, nominal_on
from privacy.rights.models.requests import RightsRequest
from privacy.rights.steps import EventKind

ClockData = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Clock:
    """Where the clock stands: the last day as counted, and the last day after weekends and holidays.

    The plain dates are those that would hold had nothing been suspended. `suspended_on` is the day on which the
    clock was stopped, while it stands; the due date is then the one that held before.
    """

    received_on: date
    nominal_on: date
    due_on: date
    plain_nominal_on: date
    plain_due_on: date
    months: int = 1
    suspensions: tuple[tuple[date, date], ...] = ()
    suspended_on: date | None = None


# Events that can set the clock; those that do keep all its dates.
CLOCK_EVENTS = frozenset(
    {
        EventKind.RECEIVED,
        EventKind.IDENTITY_ASKED,
        EventKind.IDENTITY_CONFIRMED,
        EventKind.CLARIFICATION_ASKED,
        EventKind.CLARIFICATION_GIVEN,
        EventKind.EXTENDED,
        EventKind.RECEIPT_CORRECTED,
        EventKind.REOPENED,
    }
)


def start_clock(received_on: date, country: str) -> ClockData:
    """Count the time limit from the day of receipt, as the JSON values that the event of receipt keeps."""
    return _as_data(_counted(received_on, country, months=1, suspensions=()), country)


def stop_clock(clock: Clock, *, asked_on: date, country: str) -> ClockData:
    """Stop the clock from the day on which a question was sent; nothing is counted anew."""
    return _as_data(replace(clock, suspended_on=asked_on), country)


def run_clock(clock: Clock, *, answered_on: date, country: str) -> ClockData:
    """Let a stopped clock run again from the day of the answer; the plain dates are kept as they were counted."""
    if clock.suspended_on is None:
        raise ValueError("the clock is not suspended")
    stops = (*clock.suspensions, (clock.suspended_on, answered_on))
    counted = _counted(clock.received_on, country, months=clock.months, suspensions=stops)
    kept = replace(counted, plain_nominal_on=clock.plain_nominal_on, plain_due_on=clock.plain_due_on)
    return _as_data(kept, country)


def extend_clock(clock: Clock, *, months: int, country: str) -> ClockData:
    """Count the time limit to so many months from receipt (2 or 3, GDPR Art. 12(3))."""
    return _recounted(replace(clock, months=months), country)


def correct_clock(clock: Clock, *, received_on: date, country: str) -> ClockData:
    """Count everything anew from another day of receipt; raises ValueError when a question was sent before it."""
    if clock.suspended_on is not None and clock.suspended_on < received_on:
        raise ValueError("a question was sent before that day")
    return _recounted(replace(clock, received_on=received_on), country)


def replay(events: Iterable[tuple[str, ClockData]]) -> Clock:
    """Give the clock after the events, each as its kind and data, in order; stored dates are never recounted.

    Raises ValueError when no event set the clock.
    """
    stored = [data for kind, data in events if kind in CLOCK_EVENTS and "due_on" in data]
    if not stored:
        raise ValueError("no event of this request set its clock")
    return _from_data(stored[-1])


def _counted(received_on: date, country: str, *, months: int, suspensions: tuple[tuple[date, date], ...]) -> Clock:
    return Clock(
        received_on=received_on,
        nominal_on=nominal_on(received_on, months=months, suspensions=suspensions),
        due_on=due_on(received_on, months=months, country=country, suspensions=suspensions),
        plain_nominal_on=nominal_on(received_on, months=months),
        plain_due_on=due_on(received_on, months=months, country=country),
        months=months,
        suspensions=suspensions,
    )


def _recounted(clock: Clock, country: str) -> ClockData:
    counted = _counted(clock.received_on, country, months=clock.months, suspensions=clock.suspensions)
    return _as_data(replace(counted, suspended_on=clock.suspended_on), country)


def _as_data(clock: Clock, country: str) -> ClockData:
    return {
        "received_on": clock.received_on.isoformat(),
        "nominal_on": clock.nominal_on.isoformat(),
        "due_on": clock.due_on.isoformat(),
        "plain_nominal_on": clock.plain_nominal_on.isoformat(),
        "plain_due_on": clock.plain_due_on.isoformat(),
        "months": clock.months,
        "suspensions": [[asked.isoformat(), answered.isoformat()] for asked, answered in clock.suspensions],
        "suspended_on": clock.suspended_on.isoformat() if clock.suspended_on else None,
        "country": country,
        "calendar": calendar_version(),
    }


def _from_data(data: ClockData) -> Clock:
    day = date.fromisoformat
    stops = data["suspensions"]
    return Clock(
        received_on=day(data["received_on"]),
        nominal_on=day(data["nominal_on"]),
        due_on=day(data["due_on"]),
        plain_nominal_on=day(data["plain_nominal_on"]),
        plain_due_on=day(data["plain_due_on"]),
        months=data["months"],
        suspensions=tuple((day(asked), day(answered)) for asked, answered in stops),
        suspended_on=day(data["suspended_on"]) if data["suspended_on"] else None,
    )


def clock_of(request: RightsRequest) -> Clock:
    """Give the clock of a request by the replay of its events."""
    events: Any = request.events.filter(kind__in=CLOCK_EVENTS).order_by("pk").values_list("kind", "data")
    return replay(events)


def clock_fields(clock: Clock) -> dict[str, Any]:
    """Give the fields of a request that say where its clock stands."""
    return {
        "received_on": clock.received_on,
        "nominal_on": clock.nominal_on,
        "due_on": clock.due_on,
        "months": clock.months,
        "suspended_on": clock.suspended_on,
        "suspended_days": sum((answered - asked).days for asked, answered in clock.suspensions),
    }


def request_with_clock(request: RightsRequest, clock: Clock) -> RightsRequest:
    """Give a request as it would be with another clock, for composing; it is never saved."""
    later = copy(request)
    for name, value in clock_fields(clock).items():
        setattr(later, name, value)
    return later


def today_of(request: RightsRequest) -> date:
    """Give the local day of the controller of a request."""
    return local_date(timezone.now(), request.controller.time_zone)
