"""More time for a request (GDPR Art. 12(3))."""

from django.db import transaction

from privacy.rights.actors import ActingPerson
from privacy.rights.choices import EventKind
from privacy.rights.clock import extend_clock
from privacy.rights.dates import long_date
from privacy.rights.editing import Edit, as_drafted, edited
from privacy.rights.person_letters import EXTENSION, draft_letter, write_to_person
from privacy.rights.procedure import ExtensionReason
from privacy.rights.records import RightsRequest
from privacy.rights.standard_texts import TextCode
from privacy.rights.step_errors import ExtendedAlready, ExtensionTooLate, ReasonMissing
from privacy.rights.stepping import begin_step
from privacy.rights.steps import Step

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
