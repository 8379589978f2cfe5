"""Forwarding is three things: to another register, to the controller whose processor we are, or to nobody of ours.

Each has two halves: `compose_…` gives the letter to the person as it would be, and changes nothing; the step itself
sends the letter that a handler made of it, or that very one.
"""

from collections.abc import Sequence

from django.db import transaction
from django.db.models import Exists, OuterRef

from privacy.registers.models.registers import Register
from privacy.rights.actions.closing import end_items
from privacy.rights.choices import Outcome, ReasonCode
from privacy.rights.code_links import revoke_links
from privacy.rights.errors import GroundMissing, RegisterNotPossible, TextMissing
from privacy.rights.letters.compose import check_says, compose_letter
from privacy.rights.letters.to_contacts import notify_contacts
from privacy.rights.letters.to_person import write_to_person
from privacy.rights.models.events import add_events
from privacy.rights.models.requests import RequestItem, RightsRequest, order_keys
from privacy.rights.models.standard_texts import LetterText, TextCode, phrase
from privacy.rights.national_words import offered_grounds
from privacy.rights.steps import FORWARDED, MOVED, NOT_OURS, PASSED_ON, Step
from privacy.rights.workflow.actors import ActingPerson
from privacy.rights.workflow.outcomes import ItemAnswer
from privacy.rights.workflow.transition import StepUnderWay, begin_step, consider_step


def compose_move(
    *,
    request: RightsRequest,
    acting: ActingPerson,
    items: Sequence[RequestItem],
    registers: Sequence[Register],
    reason: str = "",
    seen_version: int | None = None,
) -> LetterText | None:
    """Give the letter that would tell of a move, None where no register was named. Raises as `move_items`."""
    step = consider_step(Step.MOVE, request=request, acting=acting, seen_version=seen_version)
    step.check_items(items)
    _check_registers(step.request, items, registers)
    if not _was_named(items):
        return None
    moved = [_item_under(item, register) for item in items for register in registers]
    return compose_letter(TextCode.MOVED, step.request, moved)


@transaction.atomic
def move_items(
    *,
    request: RightsRequest,
    acting: ActingPerson,
    items: Sequence[RequestItem],
    registers: Sequence[Register],
    reason: str = "",
    letter: LetterText | None = None,
    seen_version: int | None = None,
) -> RightsRequest:
    """Move items to another register of the same controller, or to several where the register was not known.

    The clock does not change. The contacts of the registers are told, and the person if a register was named.
    Raises RegisterNotPossible.
    """
    step = begin_step(Step.MOVE, request=request, acting=acting, seen_version=seen_version)
    step.check_items(items)
    _check_registers(step.request, items, registers)
    named = _was_named(items)
    moved = [row for item in items for row in _move_item(item, registers)]
    _close_links_without_items(step.request)
    step.change(**order_keys(step.request.items.select_related("register")))
    step.end(text=reason)
    add_events(notify_contacts(step.request, moved))
    if named:
        letter = letter or compose_letter(TextCode.MOVED, step.request, moved)
        write_to_person(MOVED, step.request, moved, letter)
    return step.request


def _was_named(items: Sequence[RequestItem]) -> bool:
    return any(item.register_id is not None for item in items)


def _item_under(item: RequestItem, register: Register) -> RequestItem:
    """Give an item as it would be under a register; it is never saved."""
    return RequestItem(request_id=item.request_id, right=item.right, register=register, answers=item.answers)


def _move_item(item: RequestItem, registers: Sequence[Register]) -> list[RequestItem]:
    """Put an item under its registers: itself under the first, a copy under each further one."""
    first, *others = registers
    item.register, item.all_registers = first, False
    item.save(update_fields=["register", "all_registers"])
    return [item, *RequestItem.objects.bulk_create(_item_under(item, register) for register in others)]


def _close_links_without_items(request: RightsRequest) -> None:
    """Close the links of contacts whose register has no item left: the request is none of their business now."""
    items = RequestItem.objects.filter(request=request)
    links = request.case_links.valid()
    with_register = links.filter(register__isnull=False)
    revoke_links(with_register.exclude(Exists(items.filter(register=OuterRef("register")))))
    if not items.filter(register__isnull=True).exists():
        revoke_links(links.filter(register__isnull=True))


def compose_passing_on(
    *,
    request: RightsRequest,
    acting: ActingPerson,
    items: Sequence[RequestItem],
    recipient: str,
    explanation: str = "",
    seen_version: int | None = None,
) -> LetterText:
    """Give the letter that would tell that items were passed on. Raises as `pass_on_to_controller`."""
    step = consider_step(Step.PASS_ON, request=request, acting=acting, seen_version=seen_version)
    step.check_items(items)
    return _passing_on_letter(step, items, recipient, explanation)


@transaction.atomic
def pass_on_to_controller(
    *,
    request: RightsRequest,
    acting: ActingPerson,
    items: Sequence[RequestItem],
    recipient: str,
    explanation: str = "",
    letter: LetterText | None = None,
    seen_version: int | None = None,
) -> RightsRequest:
    """Record that items were passed on to the controller whose processor we are (Art. 28(3)(e)), and tell the person.

    They end here as forwarded. Raises TextMissing without the name of the controller.
    """
    step = begin_step(Step.PASS_ON, request=request, acting=acting, seen_version=seen_version)
    step.check_items(items)
    letter = check_says(letter or _passing_on_letter(step, items, recipient, explanation), recipient)
    _end(step, items, Outcome.FORWARDED, recipient)
    write_to_person(FORWARDED, step.request, items, letter)
    return step.request


def _passing_on_letter(
    step: StepUnderWay, items: Sequence[RequestItem], recipient: str, explanation: str
) -> LetterText:
    if not recipient.strip():
        raise TextMissing
    name, explained = recipient.strip(), explanation.strip()
    return compose_letter(TextCode.FORWARDED, step.request, items, recipient=name, explanation_text=explained)


def compose_not_controller(
    *,
    request: RightsRequest,
    acting: ActingPerson,
    items: Sequence[RequestItem],
    recipient: str = "",
    passed_on_ground: str = "",
    explanation: str = "",
    seen_version: int | None = None,
) -> LetterText:
    """Give the letter that would tell that another is the controller. Raises as `tell_not_controller`."""
    step = consider_step(Step.NOT_OURS, request=request, acting=acting, seen_version=seen_version)
    step.check_items(items)
    _check_ground(step.request, passed_on_ground, recipient)
    return _not_ours_letter(step, items, recipient, explanation, passed_on=bool(passed_on_ground))


@transaction.atomic
def tell_not_controller(
    *,
    request: RightsRequest,
    acting: ActingPerson,
    items: Sequence[RequestItem],
    recipient: str = "",
    passed_on_ground: str = "",
    explanation: str = "",
    letter: LetterText | None = None,
    seen_version: int | None = None,
) -> RightsRequest:
    """Tell the person that another is the controller, with the right address if known.

    With a ground the request was passed on there: with the person's consent or, by an authority, where its law
    says so. Otherwise it ends as refused, with the remedies. Raises GroundMissing or TextMissing.
    """
    step = begin_step(Step.NOT_OURS, request=request, acting=acting, seen_version=seen_version)
    step.check_items(items)
    _check_ground(step.request, passed_on_ground, recipient)
    passed_on = bool(passed_on_ground)
    letter = check_says(letter or _not_ours_letter(step, items, recipient, explanation, passed_on=passed_on), recipient)
    outcome = Outcome.FORWARDED if passed_on else Outcome.REFUSED
    _end(step, items, outcome, recipient, ground=passed_on_ground)
    write_to_person(PASSED_ON if passed_on else NOT_OURS, step.request, items, letter)
    return step.request


def _not_ours_letter(
    step: StepUnderWay, items: Sequence[RequestItem], recipient: str, explanation: str, *, passed_on: bool
) -> LetterText:
    name = recipient.strip()
    if name and not passed_on:
        name = phrase("right_controller", step.request.language).replace("{recipient}", name)
    code = TextCode.NOT_OURS_PASSED if passed_on else TextCode.NOT_OURS
    return compose_letter(code, step.request, items, recipient=name, explanation_text=explanation.strip())


def _end(
    step: StepUnderWay, items: Sequence[RequestItem], outcome: Outcome, recipient: str, *, ground: str = ""
) -> None:
    reason = ReasonCode.NOT_CONTROLLER if outcome == Outcome.REFUSED else ""
    answers = [ItemAnswer(item, outcome, reason, reasons_told=bool(reason)) for item in items]
    data = {"ground": ground, "passed_on": outcome == Outcome.FORWARDED}
    end_items(step, answers, answered_on=step.today, text=recipient, data=data)


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
    if ground not in dict(offered_grounds(request.controller)):
        raise GroundMissing
    if not recipient.strip():
        raise TextMissing
