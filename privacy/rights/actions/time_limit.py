"""The time limit of a request: extended (GDPR Art. 12(3)), counted anew, and the shorter one of the Openness Act.

A step that is told by a letter has two halves: `compose_…` gives the letter as it would be, and changes nothing; the
step itself sends the letter that a handler made of it, or that very one.
"""

from datetime import date, timedelta

from django.db import transaction

from privacy.rights.choices import ExtensionReason
from privacy.rights.deadlines.clock import (
    ClockData,
    correct_clock,
    extend_clock,
    replay,
    request_with_clock,
)
from privacy.rights.deadlines.wording import long_date
from privacy.rights.errors import (
    ExtendedAlready,
    ExtensionTooLate,
    NotPublicBody,
    ReasonMissing,
    ReceiptNotPossible,
)
from privacy.rights.letters.compose import check_says, compose_letter
from privacy.rights.letters.to_person import write_to_person
from privacy.rights.models.requests import RightsRequest
from privacy.rights.models.standard_texts import LetterText, TextCode
from privacy.rights.national_words import document_request_rule
from privacy.rights.steps import CORRECTION, DOCUMENTS, EXTENSION, Step
from privacy.rights.workflow.actors import ActingPerson
from privacy.rights.workflow.transition import StepUnderWay, begin_step, consider_step

FURTHER_MONTHS = (1, 2)


def compose_extension(
    *,
    request: RightsRequest,
    acting: ActingPerson,
    reason_code: str,
    reason: str,
    further_months: int = 2,
    seen_version: int | None = None,
) -> LetterText:
    """Give the letter that would tell of an extension. Raises as `extend_time_limit`."""
    _check_extension(reason_code, reason, further_months)
    step = consider_step(Step.EXTEND, request=request, acting=acting, seen_version=seen_version)
    return _extension_letter(step, _extended_clock(step, further_months), reason)


@transaction.atomic
def extend_time_limit(
    *,
    request: RightsRequest,
    acting: ActingPerson,
    reason_code: str,
    reason: str,
    further_months: int = 2,
    letter: LetterText | None = None,
    seen_version: int | None = None,
) -> RightsRequest:
    """Extend the time limit by one or two months and tell the person why, in words that they read.

    Possible once, up to and including the first due date. Raises ReasonMissing, ExtendedAlready,
    ExtensionTooLate, or FactMissing when the edited letter does not give the reason.
    """
    _check_extension(reason_code, reason, further_months)
    step = begin_step(Step.EXTEND, request=request, acting=acting, seen_version=seen_version)
    clock = _extended_clock(step, further_months)
    letter = check_says(letter or _extension_letter(step, clock, reason), reason)
    old_due_on = step.request.due_on.isoformat()
    data = {"reason_code": reason_code, "months_added": further_months, "old_due_on": old_due_on}
    step.end(text=reason, stated_on=step.today, data=data, clock=clock)
    write_to_person(EXTENSION, step.request, step.items, letter, clock=replay([(Step.EXTEND.spec.event, clock)]))
    return step.request


def _check_extension(reason_code: str, reason: str, further_months: int) -> None:
    if reason_code not in ExtensionReason.values or not reason.strip() or further_months not in FURTHER_MONTHS:
        raise ReasonMissing


def _extended_clock(step: StepUnderWay, further_months: int) -> ClockData:
    if step.request.is_extended:
        raise ExtendedAlready
    if step.today > step.request.due_on:
        raise ExtensionTooLate
    return extend_clock(step.clock, months=1 + further_months, country=step.country)


def _extension_letter(step: StepUnderWay, stored: ClockData, reason: str) -> LetterText:
    clock = replay([(Step.EXTEND.spec.event, stored)])
    later, old_due = request_with_clock(step.request, clock), long_date(step.request.due_on, step.request.language)
    return compose_letter(TextCode.EXTENSION, later, step.items, clock=clock, reason=reason.strip(), old_due=old_due)


def compose_correction(
    *,
    request: RightsRequest,
    acting: ActingPerson,
    received_on: date,
    reason: str,
    tell_person: bool = True,
    seen_version: int | None = None,
) -> LetterText | None:
    """Give the letter that would tell of a corrected day of receipt, None if the person is not told.

    Raises as `correct_receipt`.
    """
    if not reason.strip():
        raise ReasonMissing
    step = consider_step(Step.CORRECT_RECEIPT, request=request, acting=acting, seen_version=seen_version)
    clock = _corrected_clock(step, received_on)
    return _correction_letter(step, clock) if tell_person else None


@transaction.atomic
def correct_receipt(
    *,
    request: RightsRequest,
    acting: ActingPerson,
    received_on: date,
    reason: str,
    tell_person: bool = True,
    letter: LetterText | None = None,
    seen_version: int | None = None,
) -> RightsRequest:
    """Correct the day of receipt, count the time limit anew, and tell the person the new due date.

    Raises ReasonMissing, or ReceiptNotPossible for a day in the future or after a question that stopped the clock.
    """
    if not reason.strip():
        raise ReasonMissing
    step = begin_step(Step.CORRECT_RECEIPT, request=request, acting=acting, seen_version=seen_version)
    clock = _corrected_clock(step, received_on)
    letter = (letter or _correction_letter(step, clock)) if tell_person else None
    data = {
        "old_received_on": step.request.received_on.isoformat(),
        "old_due_on": step.request.due_on.isoformat(),
    }
    step.end(text=reason, stated_on=received_on, data=data, clock=clock)
    if letter is not None:
        counted = replay([(Step.CORRECT_RECEIPT.spec.event, clock)])
        write_to_person(CORRECTION, step.request, step.items, letter, clock=counted)
    return step.request


def _corrected_clock(step: StepUnderWay, received_on: date) -> ClockData:
    if received_on > step.today or received_on == step.request.received_on:
        raise ReceiptNotPossible
    try:
        return correct_clock(step.clock, received_on=received_on, country=step.country)
    except ValueError:
        raise ReceiptNotPossible from None


def _correction_letter(step: StepUnderWay, stored: ClockData) -> LetterText:
    clock = replay([(Step.CORRECT_RECEIPT.spec.event, stored)])
    later = request_with_clock(step.request, clock)
    return compose_letter(TextCode.RECEIPT_CORRECTED, later, step.items, clock=clock)


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
    step.end(data={"document_due_on": document_due_on.isoformat()})
    document_due = long_date(document_due_on, step.request.language)
    act = rule.text("act", step.request.language)
    letter = compose_letter(TextCode.DOCUMENT_REQUEST, step.request, step.items, document_due=document_due, act=act)
    write_to_person(DOCUMENTS, step.request, step.items, letter)
    return step.request
