"""Small things that are written down: notes, the case number, the delivery of a printed letter."""

from datetime import date

from django.db import transaction

from privacy.mail.models import Message
from privacy.mail.paper import mark_delivered
from privacy.rights.actors import ActingPerson
from privacy.rights.choices import EventKind
from privacy.rights.errors import DayNotPossible, StepNotPossible
from privacy.rights.records import RightsRequest
from privacy.rights.step_errors import TextMissing
from privacy.rights.stepping import begin_step
from privacy.rights.steps import Step


@transaction.atomic
def add_note(
    *, request: RightsRequest, acting: ActingPerson, text: str, seen_version: int | None = None
) -> RightsRequest:
    """Add a note for the handlers; the person does not see it."""
    if not text.strip():
        raise TextMissing
    step = begin_step(Step.NOTE, request=request, acting=acting, seen_version=seen_version)
    step.end(EventKind.NOTED, text=text)
    return step.request


@transaction.atomic
def set_case_number(
    *, request: RightsRequest, acting: ActingPerson, reference: str, seen_version: int | None = None
) -> RightsRequest:
    """Give a request the number of the organisation's own records (asianumero); letters carry it."""
    step = begin_step(Step.SET_REFERENCE, request=request, acting=acting, seen_version=seen_version)
    step.change(external_reference=reference.strip()[:100])
    step.end(EventKind.REFERENCE_SET)
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
    step.end(EventKind.LETTER_POSTED, stated_on=day, data={"letter": str(message.uuid)})
    return step.request
