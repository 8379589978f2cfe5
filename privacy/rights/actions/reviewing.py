"""What was done is looked at again: reopening, and correcting the day of receipt."""

from collections.abc import Sequence
from datetime import date

from django.db import transaction

from privacy.rights.actors import ActingPerson
from privacy.rights.choices import EventKind, State
from privacy.rights.clock import correct_clock, run_clock
from privacy.rights.editing import Edit, as_drafted, edited
from privacy.rights.errors import NotAllowed, OutcomeMissing
from privacy.rights.file_links import close_file_links
from privacy.rights.person_letters import CORRECTION, draft_letter, write_to_person
from privacy.rights.records import RequestItem, RightsRequest
from privacy.rights.standard_texts import TextCode
from privacy.rights.step_errors import ReasonMissing, ReceiptNotPossible
from privacy.rights.stepping import begin_step
from privacy.rights.steps import Step


@transaction.atomic
def reopen_request(
    *,
    request: RightsRequest,
    acting: ActingPerson,
    items: Sequence[RequestItem],
    reason: str,
    seen_version: int | None = None,
) -> RightsRequest:
    """Reopen a closed request for the items whose outcome does not hold; the history keeps the former outcomes.

    The due date stays as it was; a clock that stood still at the closing runs on from today. Files of
    the former answer cannot be fetched any more.
    """
    if not reason.strip():
        raise ReasonMissing
    step = begin_step(Step.REOPEN, request=request, acting=acting, seen_version=seen_version)
    own = {item.pk for item in acting.items(step.request)}
    if not items:
        raise OutcomeMissing
    if any(item.pk not in own for item in items):
        raise NotAllowed
    blank = {"outcome": "", "reason_code": "", "facts": "", "reasons_told": False, "answered_on": None}
    step.request.items.filter(pk__in=[item.pk for item in items]).update(**blank)
    close_file_links(step.request)
    step.change(state=State.IN_PROGRESS, closed_at=None, forget_warned_on=None)
    stopped = step.request.suspended_on is not None
    clock = run_clock(step.clock, answered_on=step.today, country=step.country) if stopped else None
    step.end(EventKind.REOPENED, text=reason, stated_on=step.today, clock=clock)
    return step.request


@transaction.atomic
def correct_receipt(
    *,
    request: RightsRequest,
    acting: ActingPerson,
    received_on: date,
    reason: str,
    tell_person: bool = True,
    edit: Edit = as_drafted,
    seen_version: int | None = None,
) -> RightsRequest:
    """Correct the day of receipt, count the time limit anew, and tell the person the new due date.

    Raises ReasonMissing, or ReceiptNotPossible for a day in the future or after a question that stopped the clock.
    """
    if not reason.strip():
        raise ReasonMissing
    step = begin_step(Step.CORRECT_RECEIPT, request=request, acting=acting, seen_version=seen_version)
    old = step.request.received_on
    if received_on > step.today or received_on == old:
        raise ReceiptNotPossible
    try:
        clock = correct_clock(step.clock, received_on=received_on, country=step.country)
    except ValueError:
        raise ReceiptNotPossible from None
    data = {"old_received_on": old.isoformat(), "old_due_on": step.request.due_on.isoformat()}
    step.end(EventKind.RECEIPT_CORRECTED, text=reason, stated_on=received_on, data=data, clock=clock)
    if tell_person:
        items = acting.items(step.request)
        letter = draft_letter(TextCode.RECEIPT_CORRECTED, step.request, items)
        write_to_person(CORRECTION, step.request, items, edited(letter, edit))
    return step.request
