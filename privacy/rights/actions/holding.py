"""A complaint or court case stops the deletion of a request's file (6-request-file.md 6.1)."""

from datetime import date

from django.db import transaction

from privacy.rights.actors import ActingPerson
from privacy.rights.choices import EventKind
from privacy.rights.errors import StepNotPossible
from privacy.rights.records import RightsRequest
from privacy.rights.step_errors import ReasonMissing, ReviewDayMissing
from privacy.rights.stepping import begin_step
from privacy.rights.steps import Step


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
    step.end(EventKind.HOLD_SET, text=reason, stated_on=step.today, data={"review_on": review_on.isoformat()})
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
    step.end(EventKind.HOLD_LIFTED, text=reason, stated_on=step.today)
    return step.request
