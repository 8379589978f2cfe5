"""Questions to the person: waiting for the answer, and the clock meanwhile; the action owns the transaction."""

from datetime import date, timedelta

from privacy.rights.deadlines.clock import today_of
from privacy.rights.models.events import RequestEvent
from privacy.rights.models.requests import RightsRequest
from privacy.rights.steps import EventKind

ANSWER_DAYS = 14  # days that the person has after the reminder before the request may be closed

_QUESTIONS = (EventKind.IDENTITY_ASKED, EventKind.CLARIFICATION_ASKED)


def waiting_for(request: RightsRequest) -> RequestEvent | None:
    """Give the event of the question that was asked last, or None."""
    return request.events.filter(kind__in=_QUESTIONS).order_by("pk").last()


def reminded_on(request: RightsRequest, asked: RequestEvent) -> date | None:
    """Give the day on which the person was reminded of a question."""
    reminder = request.events.filter(kind=EventKind.REMINDED, pk__gt=asked.pk).order_by("pk").last()
    return reminder.stated_on if reminder else None


def may_close_unidentified(request: RightsRequest) -> bool:
    """Tell whether the person was asked, was reminded once, and has had 14 days since then."""
    asked = waiting_for(request)
    reminded = reminded_on(request, asked) if asked else None
    return reminded is not None and today_of(request) >= reminded + timedelta(days=ANSWER_DAYS)
