"""A complaint or court case stops the deletion of a request's file (6-request-file.md 6.1)."""

from datetime import date

from django.db import transaction

from privacy.mail.models import Message
from privacy.mail.outbox.writing import mark_delivered
from privacy.rights.errors import DayNotPossible, ReasonMissing, ReviewDayMissing, StepNotPossible, TextMissing
from privacy.rights.models.requests import RightsRequest
from privacy.rights.steps import Step
from privacy.rights.workflow.actors import ActingPerson
from privacy.rights.workflow.transition import begin_step


@transaction.atomic
def add_note(
    *, request: RightsRequest, acting: ActingPerson, text: str, seen_version: int | None = None
) -> RightsRequest:
    """Add a note for the handlers; the person does not see it."""
    if not text.strip():
        raise TextMissing
    step = begin_step(Step.NOTE, request=request, acting=acting, seen_version=seen_version)
    step.end(text=text)
    return step.request


@transaction.atomic
def set_case_number(
    *, request: RightsRequest, acting: ActingPerson, reference: str, seen_version: int | None = None
) -> RightsRequest:
    """Give a request the number of the organisation's own records (asianumero); letters carry it."""
    step = begin_step(Step.SET_REFERENCE, request=request, acting=acting, seen_version=seen_version)
    step.change(external_reference=reference.strip()[:100])
    step.end()
    return step.request


@transaction.atomic
def mark_letter_delivered(
    *,
    request: RightsRequest,
    acting: ActingPerson,
    message: Message,
    delivered_on: date | None = None,
    seen_version: int | None = None,
) -> RightsRequest:
    """Record that a printed letter was posted or handed over. Raises DayNotPossible or StepNotPossible."""
    step = begin_step(Step.POST_LETTER, request=request, acting=acting, seen_version=seen_version)
    day = delivered_on or step.today
    if not step.request.received_on <= day <= step.today:
        raise DayNotPossible
    if message.request_id != step.request.pk or not mark_delivered(message):
        raise StepNotPossible
    step.end(stated_on=day, data={"letter": str(message.uuid)})
    return step.request


@transaction.atomic
def set_hold(
    *, request: RightsRequest, acting: ActingPerson, reason: str, review_on: date, seen_version: int | None = None
) -> RightsRequest:
    """Keep a request's file until the dispute is over; the need is looked at again on a day to come."""
    if not reason.strip():
        raise ReasonMissing
    step = begin_step(Step.SET_HOLD, request=request, acting=acting, seen_version=seen_version)
    if review_on <= step.today:
        raise ReviewDayMissing
    step.change(on_hold=True, hold_review_on=review_on, forget_warned_on=None)
    step.end(text=reason, stated_on=step.today, data={"review_on": review_on.isoformat()})
    return step.request


@transaction.atomic
def lift_hold(
    *, request: RightsRequest, acting: ActingPerson, reason: str, seen_version: int | None = None
) -> RightsRequest:
    """Let a request's file be deleted again when its time comes."""
    if not reason.strip():
        raise ReasonMissing
    step = begin_step(Step.LIFT_HOLD, request=request, acting=acting, seen_version=seen_version)
    if not step.request.on_hold:
        raise StepNotPossible(Step.LIFT_HOLD, step.request.state)
    step.change(on_hold=False, hold_review_on=None)
    step.end(text=reason, stated_on=step.today)
    return step.request
