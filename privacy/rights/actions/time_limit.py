"""The time limit: extended, begun anew, counted from another day; and the one of a request for documents."""

from collections.abc import Sequence
from datetime import date, timedelta

from django.db import transaction

from privacy.rights.choices import EventKind, ExtensionReason, State
from privacy.rights.code_links import close_file_links
from privacy.rights.deadlines.clock import correct_clock, extend_clock, run_clock
from privacy.rights.deadlines.wording import long_date
from privacy.rights.errors import (
    ExtendedAlready,
    ExtensionTooLate,
    NotAllowed,
    NotPublicBody,
    OutcomeMissing,
    ReasonMissing,
    ReceiptNotPossible,
)
from privacy.rights.letters.compose import Edit, as_drafted, edited
from privacy.rights.letters.to_person import CORRECTION, DOCUMENTS, EXTENSION, draft_letter, write_to_person
from privacy.rights.models.requests import RequestItem, RightsRequest
from privacy.rights.models.standard_texts import TextCode
from privacy.rights.national_words import document_request_rule
from privacy.rights.workflow.actors import ActingPerson
from privacy.rights.workflow.steps import Step
from privacy.rights.workflow.transition import begin_step

FURTHER_MONTHS = (1, 2)


@transaction.atomic
def extend_time_limit(
    *,
    request: RightsRequest,
    acting: ActingPerson,
    reason_code: str,
    reason: str,
    further_months: int = 2,
    edit: Edit = as_drafted,
    seen_version: int | None = None,
) -> RightsRequest:
    """Extend the time limit by one or two months and tell the person why, in words that they read.

    Possible once, up to and including the first due date. Raises ReasonMissing, ExtendedAlready,
    ExtensionTooLate, or FactMissing when the edited letter does not give the reason.
    """
    if reason_code not in ExtensionReason.values or not reason.strip() or further_months not in FURTHER_MONTHS:
        raise ReasonMissing
    step = begin_step(Step.EXTEND, request=request, acting=acting, seen_version=seen_version)
    if step.request.is_extended:
        raise ExtendedAlready
    old_due_on = step.request.due_on
    if step.today > old_due_on:
        raise ExtensionTooLate
    clock = extend_clock(step.clock, months=1 + further_months, country=step.country)
    data = {"reason_code": reason_code, "months_added": further_months, "old_due_on": old_due_on.isoformat()}
    step.end(EventKind.EXTENDED, text=reason, stated_on=step.today, data=data, clock=clock)
    items = acting.items(step.request)
    old_due = long_date(old_due_on, step.request.language)
    letter = draft_letter(TextCode.EXTENSION, step.request, items, reason=reason.strip(), old_due=old_due)
    write_to_person(EXTENSION, step.request, items, edited(letter, edit, must_say=reason))
    return step.request


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


@transaction.atomic
def take_as_document_request(
    *, request: RightsRequest, acting: ActingPerson, seen_version: int | None = None
) -> RightsRequest:
    """Take a request as a request for documents as well: tell the person, and keep that Act's shorter limit beside.

    Raises NotPublicBody where the controller is none, or the law of its country knows no such request.
    """
    step = begin_step(Step.DOCUMENT_REQUEST, request=request, acting=acting, seen_version=seen_version)
    rule = document_request_rule(step.request.controller)
    if rule is None:
        raise NotPublicBody
    document_due_on = step.request.received_on + timedelta(days=rule.values["days"])
    step.change(document_due_on=document_due_on)
    step.end(EventKind.DOCUMENT_REQUEST, data={"document_due_on": document_due_on.isoformat()})
    items = acting.items(step.request)
    document_due = long_date(document_due_on, step.request.language)
    act = rule.text("act", step.request.language)
    letter = draft_letter(TextCode.DOCUMENT_REQUEST, step.request, items, document_due=document_due, act=act)
    write_to_person(DOCUMENTS, step.request, items, letter)
    return step.request
