"""A request to an authority that is a request for documents as well (Act 621/1999)."""

from datetime import timedelta

from django.db import transaction

from privacy.registers.choices import ControllerKind
from privacy.rights.actors import ActingPerson
from privacy.rights.choices import EventKind
from privacy.rights.dates import long_date
from privacy.rights.person_letters import DOCUMENTS, draft_letter, write_to_person
from privacy.rights.records import RightsRequest
from privacy.rights.standard_texts import TextCode
from privacy.rights.step_errors import NotPublicBody
from privacy.rights.stepping import begin_step
from privacy.rights.steps import Step

DOCUMENT_DAYS = 14  # two weeks from receipt, Act 621/1999 s. 14; a month where the matter needs special measures


@transaction.atomic
def take_as_document_request(
    *, request: RightsRequest, acting: ActingPerson, seen_version: int | None = None
) -> RightsRequest:
    """Take a request as a request for documents as well: tell the person, and keep that Act's shorter limit beside.

    Raises NotPublicBody where the controller is none.
    """
    step = begin_step(Step.DOCUMENT_REQUEST, request=request, acting=acting, seen_version=seen_version)
    if step.request.controller.kind != ControllerKind.PUBLIC_BODY:
        raise NotPublicBody
    document_due_on = step.request.received_on + timedelta(days=DOCUMENT_DAYS)
    step.change(document_due_on=document_due_on)
    step.end(EventKind.DOCUMENT_REQUEST, data={"document_due_on": document_due_on.isoformat()})
    items = acting.items(step.request)
    document_due = long_date(document_due_on, step.request.language)
    letter = draft_letter(TextCode.DOCUMENT_REQUEST, step.request, items, document_due=document_due)
    write_to_person(DOCUMENTS, step.request, items, letter)
    return step.request
