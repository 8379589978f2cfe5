"""Questions to the person: waiting for the answer, and the clock meanwhile; the action owns the transaction."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from privacy.rights.choices import EventKind, State
from privacy.rights.clock import run_clock, stop_clock
from privacy.rights.dates import long_date
from privacy.rights.errors import DayNotPossible
from privacy.rights.events import RequestEvent
from privacy.rights.person_letters import LetterKind, draft_letter, write_to_person
from privacy.rights.records import RequestItem, RightsRequest
from privacy.rights.standard_texts import LetterText, TextCode, phrase
from privacy.rights.step_errors import TextMissing
from privacy.rights.stepping import StepUnderWay
from privacy.rights.timing import today_of

ANSWER_DAYS = 14  # days that the person has after the reminder before the request may be closed

_QUESTIONS = (EventKind.IDENTITY_ASKED, EventKind.CLARIFICATION_ASKED)


@dataclass(frozen=True, slots=True)
class Question:
    """A question to the person, and whether the clock stops for it; the reason is why it does though asked late."""

    letter: LetterText
    stops: bool
    late: bool
    reason: str = ""


def draft_question(
    code: TextCode, request: RightsRequest, items: Sequence[RequestItem], *, question: str = ""
) -> LetterText:
    """Give a question to the person ready to be edited; what happens to the time limit is added when it is sent."""
    return draft_letter(code, request, items, question=question)


def time_limit_sentence(request: RightsRequest, *, stops: bool) -> str:
    """Say in the person's language whether the time limit runs while the answer is waited for."""
    key = "time_limit_suspended" if stops else "time_limit_running"
    return phrase(key, request.language).replace("{due}", long_date(request.due_on, request.language))


def draft_reminder(request: RightsRequest, items: Sequence[RequestItem], *, question: str = "") -> LetterText:
    """Give a reminder ready to be edited; the person has 14 days."""
    answer_by = long_date(today_of(request) + timedelta(days=ANSWER_DAYS), request.language)
    return draft_letter(TextCode.REMINDER, request, items, question=question, answer_by=answer_by)


def ask(step: StepUnderWay, question: Question, state: State, kind: EventKind, how: LetterKind) -> RightsRequest:
    """Send a question, wait for its answer, and stop the clock where it may be stopped."""
    if not question.letter.text.strip():
        raise TextMissing
    if not step.request.owner_name:
        step.change(owner=step.acting.user, owner_name=step.acting.name)
    step.change(state=state)
    clock = stop_clock(step.clock, asked_on=step.today, country=step.country) if question.stops else None
    data = {"suspended": question.stops, "late": question.late}
    step.end(kind, text=question.reason, stated_on=step.today, data=data, clock=clock)
    sentence = time_limit_sentence(step.request, stops=question.stops)
    write_to_person(how, step.request, step.acting.items(step.request), question.letter, added=sentence)
    return step.request


def resume(
    step: StepUnderWay, kind: EventKind, *, answered_on: date | None, data: dict[str, Any] | None = None
) -> RightsRequest:
    """Go on with a request whose question is answered; a stopped clock runs again from the day of the answer.

    Raises DayNotPossible for a day before the question or in the future.
    """
    day = answered_on or step.today
    earliest = step.request.suspended_on or step.request.received_on
    if not earliest <= day <= step.today:
        raise DayNotPossible
    clock = None
    if step.request.suspended_on is not None:
        clock = run_clock(step.clock, answered_on=day, country=step.country)
    step.change(state=State.IN_PROGRESS)
    if not step.request.owner_name:
        step.change(owner=step.acting.user, owner_name=step.acting.name)
    step.end(kind, stated_on=day, data=data, clock=clock)
    return step.request


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
