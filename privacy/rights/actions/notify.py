"""Who is told besides the person: recipients of the data (Art. 19) and the other joint controllers (Art. 26)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from privacy.rights.choices import PartyRole, PartyStatus
from privacy.rights.errors import DayNotPossible, NobodyElse, ReasonMissing, TextMissing
from privacy.rights.letters.to_contacts import write_to_joint_controller
from privacy.rights.models.notified_parties import ToldParty
from privacy.rights.models.requests import RightsRequest
from privacy.rights.routing import is_mailbox
from privacy.rights.steps import Step
from privacy.rights.workflow.actors import ActingPerson
from privacy.rights.workflow.transition import StepUnderWay, begin_step


@dataclass(frozen=True, slots=True)
class PartyEntry:
    """One line of the checklist: whom, on which day and how; or why not."""

    name: str
    status: str = PartyStatus.TOLD
    told_on: date | None = None
    method: str = ""
    reason: str = ""


@transaction.atomic
def tell_recipients(
    *, request: RightsRequest, acting: ActingPerson, entries: Sequence[PartyEntry], seen_version: int | None = None
) -> RightsRequest:
    """Record which recipients were told of a rectification, erasure or restriction; a name given again is updated.

    Raises TextMissing, DayNotPossible, or ReasonMissing when one was not told and no reason is given.
    """
    step = begin_step(Step.TELL_RECIPIENTS, request=request, acting=acting, seen_version=seen_version)
    if not entries:
        raise TextMissing
    for entry in entries:
        _keep(step, PartyRole.RECIPIENT, entry)
    step.end()
    return step.request


@transaction.atomic
def tell_joint_controllers(
    *, request: RightsRequest, acting: ActingPerson, seen_version: int | None = None
) -> RightsRequest:
    """Write to the other joint controllers of the registers of a request; those without an email stay to be told.

    Raises NobodyElse when the registers have none.
    """
    step = begin_step(Step.TELL_JOINT_CONTROLLERS, request=request, acting=acting, seen_version=seen_version)
    told: set[int] = set()
    for item in step.items:
        rows = item.register.joint_controllers.select_related("controller") if item.register else []
        others = [row.controller for row in rows if row.controller_id not in told | {step.request.controller_id}]
        for controller in others:
            told.add(controller.pk)
            written = is_mailbox(controller.email)
            if written:
                language = controller.main_language
                write_to_joint_controller(step.request, [item], to=controller.email, language=language)
            day, method = (step.today, "email") if written else (None, "")
            _keep(step, PartyRole.JOINT_CONTROLLER, PartyEntry(controller.name, told_on=day, method=method))
    if not told:
        raise NobodyElse
    step.end(stated_on=step.today)
    return step.request


def _keep(step: StepUnderWay, role: PartyRole, entry: PartyEntry) -> None:
    name = entry.name.strip()[:200]
    if not name or entry.status not in PartyStatus.values:
        raise TextMissing
    if entry.told_on is not None and not step.request.received_on <= entry.told_on <= step.today:
        raise DayNotPossible
    if entry.status in (PartyStatus.IMPOSSIBLE, PartyStatus.DISPROPORTIONATE) and not entry.reason.strip():
        raise ReasonMissing
    kept = {
        "status": entry.status,
        "told_on": entry.told_on,
        "method": entry.method.strip()[:200],
        "reason": entry.reason.strip()[:500],
    }
    ToldParty.objects.update_or_create(request=step.request, role=role, name=name, defaults=kept)
