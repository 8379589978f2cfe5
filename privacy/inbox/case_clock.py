"""The clock of a case in words and as a picture."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from privacy.inbox.timeline import Days, Timeline, Words, draw_timeline
from privacy.rights.deadlines.clock import Clock, today_of
from privacy.rights.deadlines.counting import local_date
from privacy.rights.deadlines.wording import explain_clock, explain_without_suspension, short_date
from privacy.rights.models.requests import RightsRequest


@dataclass(frozen=True, slots=True)
class ShownClock:
    """The sentence that explains the due date, the one without suspension (empty when it is the same), the picture."""

    explanation: str
    without_suspension: str
    plain_due_on: date
    timeline: Timeline


def shown_clock(request: RightsRequest, clock: Clock, language: str) -> ShownClock:
    """Give the clock of a request as its page shows it."""
    stopped = bool(clock.suspensions or clock.suspended_on)
    return ShownClock(
        explanation=explain_clock(clock, language),
        without_suspension=explain_without_suspension(clock, language) if stopped else "",
        plain_due_on=clock.plain_due_on,
        timeline=draw_timeline(_days(request, clock), _words(request, clock, language)),
    )


def _now(request: RightsRequest) -> date:
    if request.closed_at is not None:
        return local_date(request.closed_at, request.controller.time_zone)
    return today_of(request)


def _days(request: RightsRequest, clock: Clock) -> Days:
    now = _now(request)
    standing = ((clock.suspended_on, max(now, clock.suspended_on)),) if clock.suspended_on else ()
    return Days(clock.received_on, clock.due_on, clock.plain_due_on, now, (*clock.suspensions, *standing))


def _words(request: RightsRequest, clock: Clock, language: str) -> Words:
    def on(text: str, day: date) -> str:
        return text % {"day": short_date(day, language)}

    received, due = on(_("Received %(day)s"), clock.received_on), on(_("Due %(day)s"), clock.due_on)
    now = on(_("Closed %(day)s"), _now(request)) if request.closed_at else on(_("Today %(day)s"), _now(request))
    plain = on(_("Without suspension %(day)s"), clock.plain_due_on)
    waits = [
        _("did not run from %(begun)s to %(ended)s")
        % {"begun": short_date(begun, language), "ended": short_date(ended, language)}
        for begun, ended in clock.suspensions
    ]
    told = [received, *waits, due, *([plain] if clock.plain_due_on != clock.due_on else []), now]
    return Words(received, due, plain, now, "; ".join(told) + ".")
