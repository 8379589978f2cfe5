"""Forwarding is three things: to another register, to the controller whose processor we are, or to nobody of ours."""

from collections.abc import Sequence

from django.db import transaction
from django.db.models import Exists, OuterRef

from privacy.registers.models.registers import Register
from privacy.rights.actions.closing import end_items
from privacy.rights.choices import EventKind, Outcome, ReasonCode
from privacy.rights.code_links import revoke_links
from privacy.rights.errors import GroundMissing, RegisterNotPossible, TextMissing
from privacy.rights.letters.compose import Edit, as_drafted, edited
from privacy.rights.letters.to_contacts import notify_contacts
from privacy.rights.letters.to_person import FORWARDED, MOVED, REFUSAL, draft_letter, write_to_person
from privacy.rights.models.requests import RequestItem, RightsRequest, order_keys
from privacy.rights.models.standard_texts import TextCode, phrase
from privacy.rights.national_words import ground_choices
from privacy.rights.workflow.actors import ActingPerson
from privacy.rights.workflow.outcomes import ItemAnswer
from privacy.rights.workflow.steps import Step
from privacy.rights.workflow.transition import StepUnderWay, begin_step


def move_item(item: RequestItem, registers: Sequence[Register]) -> list[RequestItem]:
    """Put an item under its registers: itself under the first, a copy under each further one."""
    first, *others = registers
    item.register, item.all_registers = first, False
    item.save(update_fields=["register", "all_registers"])
    copies = [
        RequestItem(request_id=item.request_id, right=item.right, register=register, answers=item.answers)
        for register in others
    ]
    return [item, *RequestItem.objects.bulk_create(copies)]


def close_links_without_items(request: RightsRequest) -> None:
    """Close the links of contacts whose register has no item left: the request is none of their business now."""
    items = RequestItem.objects.filter(request=request)
    links = request.case_links.valid()
    with_register = links.filter(register__isnull=False)
    revoke_links(with_register.exclude(Exists(items.filter(register=OuterRef("register")))))
    if not items.filter(register__isnull=True).exists():
        revoke_links(links.filter(register__isnull=True))


@transaction.atomic
def move_items(
    *,
    request: RightsRequest,
    acting: ActingPerson,
    items: Sequence[RequestItem],
    registers: Sequence[Register],
    reason: str = "",
    edit: Edit = as_drafted,
    seen_version: int | None = None,
) -> RightsRequest:
    """Move items to another register of the same controller, or to several where the register was not known.

    The clock does not change. The contacts of the registers are told, and the person if a register was named.
    Raises RegisterNotPossible.
    """
    step = begin_step(Step.MOVE, request=request, acting=acting, seen_version=seen_version)
    acting.check_items(step.request, items)
    _check_registers(step.request, items, registers)
    named = any(item.register_id is not None for item in items)
    moved = [row for item in items for row in move_item(item, registers)]
    close_links_without_items(step.request)
    step.change(**order_keys(step.request.items.select_related("register")))
    step.end(EventKind.MOVED, text=reason)
    notify_contacts(step.request, moved)
    if named:
        letter = draft_letter(TextCode.MOVED, step.request, moved)
        write_to_person(MOVED, step.request, moved, edited(letter, edit))
    return step.request


@transaction.atomic
def pass_on_to_controller(
    *,
    request: RightsRequest,
    acting: ActingPerson,
    items: Sequence[RequestItem],
    recipient: str,
    explanation: str = "",
    edit: Edit = as_drafted,
    seen_version: int | None = None,
) -> RightsRequest:
    """Record that items were passed on to the controller whose processor we are (Art. 28(3)(e)), and tell the person.

    They end here as forwarded. Raises TextMissing without the name of the controller.
    """
    step = begin_step(Step.PASS_ON, request=request, acting=acting, seen_version=seen_version)
    acting.check_items(step.request, items)
    if not recipient.strip():
        raise TextMissing
    _end(step, items, Outcome.FORWARDED, EventKind.FORWARDED, recipient)
    values = {"recipient": recipient.strip(), "explanation_text": explanation.strip()}
    letter = draft_letter(TextCode.FORWARDED, step.request, items, **values)
    write_to_person(FORWARDED, step.request, items, edited(letter, edit, must_say=recipient))
    return step.request


@transaction.atomic
def tell_not_controller(
    *,
    request: RightsRequest,
    acting: ActingPerson,
    items: Sequence[RequestItem],
    recipient: str = "",
    passed_on_ground: str = "",
    explanation: str = "",
    edit: Edit = as_drafted,
    seen_version: int | None = None,
) -> RightsRequest:
    """Tell the person that another is the controller, with the right address if known.

    With a ground the request was passed on there: with the person's consent or, by an authority, where its law
    says so. Otherwise it ends as refused, with the remedies. Raises GroundMissing or TextMissing.
    """
    step = begin_step(Step.NOT_OURS, request=request, acting=acting, seen_version=seen_version)
    acting.check_items(step.request, items)
    _check_ground(step.request, passed_on_ground, recipient)
    outcome = Outcome.FORWARDED if passed_on_ground else Outcome.REFUSED
    _end(step, items, outcome, EventKind.NOT_OURS, recipient, ground=passed_on_ground)
    name = recipient.strip()
    if name and not passed_on_ground:
        name = phrase("right_controller", step.request.language).replace("{recipient}", name)
    code = TextCode.NOT_OURS_PASSED if passed_on_ground else TextCode.NOT_OURS
    letter = draft_letter(code, step.request, items, recipient=name, explanation_text=explanation.strip())
    how = FORWARDED if passed_on_ground else REFUSAL
    write_to_person(how, step.request, items, edited(letter, edit, must_say=recipient))
    return step.request


def _end(
    step: StepUnderWay,
    items: Sequence[RequestItem],
    outcome: Outcome,
    kind: EventKind,
    recipient: str,
    *,
    ground: str = "",
) -> None:
    reason = ReasonCode.NOT_CONTROLLER if outcome == Outcome.REFUSED else ""
    answers = [ItemAnswer(item, outcome, reason, reasons_told=bool(reason)) for item in items]
    data = {"ground": ground, "passed_on": outcome == Outcome.FORWARDED}
    end_items(step, answers, kind, answered_on=step.today, text=recipient, data=data)


def _check_registers(request: RightsRequest, items: Sequence[RequestItem], registers: Sequence[Register]) -> None:
    several = len(registers) > 1 and any(item.register_id is not None for item in items)
    usable = all(
        register.live and register.retired_on is None and register.controller_id == request.controller_id
        for register in registers
    )
    if not items or not registers or several or not usable:
        raise RegisterNotPossible


def _check_ground(request: RightsRequest, ground: str, recipient: str) -> None:
    if not ground:
        return
    if ground not in dict(ground_choices(request.controller)):
        raise GroundMissing
    if not recipient.strip():
        raise TextMissing
