"""The clock of a case in words and as a picture: from receipt to the due date, drawn by the server as SVG."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from privacy.rights.deadlines.clock import Clock, today_of
from privacy.rights.deadlines.counting import local_date
from privacy.rights.deadlines.wording import explain_clock, explain_without_suspension, short_date
from privacy.rights.models.requests import RightsRequest

WIDTH = 320
_EDGE = 6  # room for the marks at both ends


@dataclass(frozen=True, slots=True)
class TimelineMark:
    """A day on the line: its place in user units, its words, and how the words are anchored there."""

    x: int
    label: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of the line, in user units."""

    x: int
    width: int


@dataclass(frozen=True, slots=True)
class Timeline:
    """The line with its marks; `plain` is the due date without suspension, where it is another."""

    received: TimelineMark
    due: TimelineMark
    now: TimelineMark | None
    plain: TimelineMark | None
    passed: Stretch
    waits: tuple[Stretch, ...]
    is_late: bool
    description: str
    width: int = WIDTH


@dataclass(frozen=True, slots=True)
class Days:
    """The days that a timeline shows; `now` is today, or the day on which the request was closed."""

    received: date
    due: date
    plain: date
    now: date
    waits: Sequence[tuple[date, date]] = ()


@dataclass(frozen=True, slots=True)
class TimelineLabels:
    """The labels of a timeline, and its description for those who do not see it."""

    received: str
    due: str
    plain: str
    now: str
    description: str


def draw_timeline(days: Days, words: TimelineLabels) -> Timeline:
    """Lay out a timeline from the day of receipt to the last day it shows."""
    last = max(days.due, days.plain, days.now)
    whole = max(1, (last - days.received).days)

    def place(day: date) -> int:
        passed = min(max(0, (day - days.received).days), whole)
        return _EDGE + round(passed * (WIDTH - 2 * _EDGE) / whole)

    def mark(day: date, label: str) -> TimelineMark:
        x = place(day)
        anchor = "start" if x < WIDTH / 4 else "end" if x > WIDTH * 3 / 4 else "middle"
        return TimelineMark(x, label, anchor)

    return Timeline(
        received=mark(days.received, words.received),
        due=mark(days.due, words.due),
        now=mark(days.now, words.now) if words.now else None,
        plain=mark(days.plain, words.plain) if days.plain != days.due else None,
        passed=Stretch(_EDGE, place(days.now) - _EDGE),
        waits=tuple(Stretch(place(begun), max(2, place(ended) - place(begun))) for begun, ended in days.waits),
        is_late=days.now > days.due,
        description=words.description,
    )


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


def _words(request: RightsRequest, clock: Clock, language: str) -> TimelineLabels:
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
    return TimelineLabels(received, due, plain, now, "; ".join(told) + ".")
