"""Questions to the person, and what they do to the clock (GDPR Art. 12(6), recital 63)."""

from datetime import date

from django.db import transaction

from privacy.mail.choices import MessageKind
from privacy.mail.paper import keep_incoming
from privacy.rights.actors import ActingPerson
from privacy.rights.asking import Question, ask, reminded_on, resume, waiting_for
from privacy.rights.choices import EventKind, State
from privacy.rights.person_letters import CLARIFICATION, QUESTION, REMINDER, write_to_person
from privacy.rights.procedure import IdentityMethod
from privacy.rights.records import RightsRequest
from privacy.rights.standard_texts import LetterText
from privacy.rights.step_errors import RemindedTooEarly, TextMissing
from privacy.rights.stepping import begin_step
from privacy.rights.steps import Step
from privacy.rights.suspending import decide, offer_for_clarification, offer_for_identity


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
    return ask(step, question, State.WAITING_IDENTITY, EventKind.IDENTITY_ASKED, QUESTION)


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
    return ask(step, question, State.WAITING_CLARIFICATION, EventKind.CLARIFICATION_ASKED, CLARIFICATION)


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
    return resume(
        step, EventKind.IDENTITY_CONFIRMED, answered_on=answered_on, data={"identity": IdentityMethod(method)}
    )


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
    return resume(step, EventKind.CLARIFICATION_GIVEN, answered_on=answered_on)


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
    write_to_person(REMINDER, step.request, acting.items(step.request), letter)
    step.end(EventKind.REMINDED, stated_on=step.today)
    return step.request
