"""Where the clock of a request stands, and the sentence that explains its due date."""

from datetime import date
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext, override

from privacy.rights.clock import CLOCK_EVENTS, Clock, replay
from privacy.rights.dates import written_date
from privacy.rights.deadlines import explain_counted, local_date
from privacy.rights.records import RightsRequest


def clock_of(request: RightsRequest) -> Clock:
    """Give the clock of a request by the replay of its events."""
    events: Any = request.events.filter(kind__in=CLOCK_EVENTS).order_by("pk").values_list("kind", "data")
    return replay(events)


def today_of(request: RightsRequest) -> date:
    """Give the local day of the controller of a request."""
    return local_date(timezone.now(), request.controller.time_zone)


def explain_due_date(request: RightsRequest, language: str) -> str:
    """Say in one sentence how the due date of a request was counted, by its stored dates.

    Only a request whose clock was stopped or whose time was extended costs a query.
    """
    if not (request.is_extended or request.suspended_days or request.suspended_on):
        return explain_counted(request.received_on, nominal=request.nominal_on, due=request.due_on, language=language)
    return explain_clock(clock_of(request), language)


def explain_clock(clock: Clock, language: str) -> str:
    """Say in one sentence how the due date that a clock shows was counted."""
    sentence = explain_counted(
        clock.received_on,
        nominal=clock.nominal_on,
        due=clock.due_on,
        months=clock.months,
        suspensions=clock.suspensions,
        language=language,
    )
    if clock.suspended_on is None:
        return sentence
    with override(language):
        stopped = gettext("the time limit has not run since %(day)s, because further information was asked for then")
        return f"{sentence}; {stopped % {'day': written_date(clock.suspended_on, language)}}"


def explain_without_suspension(clock: Clock, language: str) -> str:
    """Say in one sentence which due date would hold had the clock never been stopped."""
    return explain_counted(
        clock.received_on,
        nominal=clock.plain_nominal_on,
        due=clock.plain_due_on,
        months=clock.months,
        language=language,
    )
