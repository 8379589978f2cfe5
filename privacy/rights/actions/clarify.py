"""Questions to the person, and what they do to the clock (GDPR Art. 12(6), recital 63)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db import transaction

from privacy.mail.choices import MessageKind
from privacy.mail.outbox.writing import keep_incoming
from privacy.rights.choices import IdentityMethod, State
from privacy.rights.deadlines.clock import run_clock, stop_clock, today_of
from privacy.rights.deadlines.suspension import decide, offer_for_clarification, offer_for_identity
from privacy.rights.deadlines.wording import long_date
from privacy.rights.errors import DayNotPossible, RemindedTooEarly, TextMissing
from privacy.rights.letters.compose import compose_letter
from privacy.rights.letters.to_person import write_to_person
from privacy.rights.models.requests import RequestItem, RightsRequest
from privacy.rights.models.standard_texts import LetterText, TextCode, phrase
from privacy.rights.steps import REMINDER, Step
from privacy.rights.workflow.actors import ActingPerson
from privacy.rights.workflow.questions import ANSWER_DAYS, reminded_on, waiting_for
from privacy.rights.workflow.transition import StepUnderWay, begin_step


@dataclass(frozen=True, slots=True)
class Question:
    """A question to the person, and whether the clock stops for it; the reason is why it does though asked late."""

    letter: LetterText
    stops: bool
    late: bool
    reason: str = ""


def compose_question(
    code: TextCode, request: RightsRequest, items: Sequence[RequestItem], *, question: str = ""
) -> LetterText:
    """Give a question to the person ready to be edited; what happens to the time limit is added when it is sent."""
    return compose_letter(code, request, items, question=question)


def _time_limit_sentence(request: RightsRequest, *, stops: bool) -> str:
    """Say in the person's language whether the time limit runs while the answer is waited for."""
    key = "time_limit_suspended" if stops else "time_limit_running"
    return phrase(key, request.language).replace("{due}", long_date(request.due_on, request.language))


def compose_reminder(request: RightsRequest, items: Sequence[RequestItem], *, question: str = "") -> LetterText:
    """Give a reminder ready to be edited; the person has 14 days."""
    answer_by = long_date(today_of(request) + timedelta(days=ANSWER_DAYS), request.language)
    return compose_letter(TextCode.REMINDER, request, items, question=question, answer_by=answer_by)


def _ask(step: StepUnderWay, question: Question, state: State) -> RightsRequest:
    """Send a question, wait for its answer, and stop the clock where it may be stopped."""
    if not question.letter.text.strip():
        raise TextMissing
    step.take_over()
    step.change(state=state)
    clock = stop_clock(step.clock, asked_on=step.today, country=step.country) if question.stops else None
    data = {"suspended": question.stops, "late": question.late}
    step.end(text=question.reason, stated_on=step.today, data=data, clock=clock)
    sentence = _time_limit_sentence(step.request, stops=question.stops)
    write_to_person(step.step.spec.letters[0], step.request, step.items, question.letter, added=sentence)
    return step.request


def _resume(step: StepUnderWay, *, answered_on: date | None, data: dict[str, Any] | None = None) -> RightsRequest:
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
    step.take_over()
    step.end(stated_on=day, data=data, clock=clock)
    return step.request


@transaction.atomic
def ask_identity(
    *,
    request: RightsRequest,
    acting: ActingPerson,
    letter: LetterText,
    suspend: bool | None = None,
    suspend_reason: str = "",
    seen_version: int | None = None,
) -> RightsRequest:
    """Ask the person to confirm their identity; the clock stops when the question is prompt, or with a reason.

    Raises ReasonMissing when a late question is to stop the clock without one.
    """
    step = begin_step(Step.ASK_IDENTITY, request=request, acting=acting, seen_version=seen_version)
    offer = offer_for_identity(step.request.received_on, step.today, step.country)
    stops = decide(offer, wanted=suspend, reason=suspend_reason)
    question = Question(letter, stops=stops, late=offer.late, reason=suspend_reason)
    return _ask(step, question, State.WAITING_IDENTITY)


@transaction.atomic
def ask_clarification(
    *,
    request: RightsRequest,
    acting: ActingPerson,
    letter: LetterText,
    much_data: bool = False,
    suspend: bool | None = None,
    suspend_reason: str = "",
    seen_version: int | None = None,
) -> RightsRequest:
    """Ask the person what the request concerns; only with much data about the person does the clock stop (rec. 63).

    Raises SuspensionNotPossible or ReasonMissing.
    """
    step = begin_step(Step.ASK_CLARIFICATION, request=request, acting=acting, seen_version=seen_version)
    offer = offer_for_clarification(step.request.received_on, step.today, step.country, much_data=much_data)
    stops = decide(offer, wanted=suspend, reason=suspend_reason)
    question = Question(letter, stops=stops, late=offer.late, reason=suspend_reason)
    return _ask(step, question, State.WAITING_CLARIFICATION)


@transaction.atomic
def confirm_identity(
    *,
    request: RightsRequest,
    acting: ActingPerson,
    method: str = IdentityMethod.ASKED,
    answered_on: date | None = None,
    seen_version: int | None = None,
) -> RightsRequest:
    """Record that the person was identified, and by which method; a stopped clock runs on from that day."""
    step = begin_step(Step.CONFIRM_IDENTITY, request=request, acting=acting, seen_version=seen_version)
    return _resume(step, answered_on=answered_on, data={"identity": IdentityMethod(method)})


@transaction.atomic
def record_clarification(
    *,
    request: RightsRequest,
    acting: ActingPerson,
    text: str = "",
    answered_on: date | None = None,
    seen_version: int | None = None,
) -> RightsRequest:
    """Record what the person answered, or that no answer is needed any more; a stopped clock runs on."""
    step = begin_step(Step.RECORD_CLARIFICATION, request=request, acting=acting, seen_version=seen_version)
    if text.strip():
        language = step.request.language
        keep_incoming(kind=MessageKind.REPLY, language=language, subject="", text=text.strip(), request=step.request)
    return _resume(step, answered_on=answered_on)


@transaction.atomic
def remind_person(
    *, request: RightsRequest, acting: ActingPerson, letter: LetterText, seen_version: int | None = None
) -> RightsRequest:
    """Remind the person once of an open question. Raises RemindedTooEarly when they were reminded before."""
    step = begin_step(Step.REMIND, request=request, acting=acting, seen_version=seen_version)
    if not letter.text.strip():
        raise TextMissing
    asked = waiting_for(step.request)
    if asked is not None and reminded_on(step.request, asked) is not None:
        raise RemindedTooEarly
    write_to_person(REMINDER, step.request, step.items, letter)
    step.end(stated_on=step.today)
    return step.request
