"""What is left to do after getting started: to write, to check, to complete, to publish."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Model, TextChoices
from django.utils.translation import gettext_lazy as _

from privacy.notices.compliance.evaluate import check_page
from privacy.notices.compliance.gate import sentence
from privacy.notices.pages.notice import NoticePage
from privacy.notices.sections.types import section_types
from privacy.registers.choices import ContactRole, ControllerKind
from privacy.registers.models.contacts import Contact
from privacy.registers.models.controllers import Controller
from privacy.registers.models.registers import Register
from privacy.rights.form.page import RightsRequestPage
from privacy.starter.texts import request_notice_texts


class TaskKind(TextChoices):
    """What is to be done, in the order of doing."""

    ADDRESS = "address", _("Add the organisation's postal address; every notice shows it.")
    DPO = "dpo", _("Name the data protection officer: make the contact and add it to the register.")
    WRITE = "write", _("Write these sections, then publish the notice.")
    CORRECT = "correct", _("Not published, because errors are open in it. Correct them, then publish the notice.")
    PUBLISH = "publish", _("Read through and publish.")
    CHECK = "check", _("Already published. Check that these sections are true of you.")
    TRANSLATE = "translate", _("Translate: this is a copy of the page in the main language.")


@dataclass(frozen=True, slots=True)
class Left:
    """One thing to do: the record or page it is done in, and which section of a page."""

    kind: TaskKind
    record: Model
    heading: str = ""
    block_id: str = ""


def what_is_left(register: Register) -> list[Left]:
    """Give what is left to do for a register and its controller's register of requests, in order."""
    return [
        *_details_left(register),
        *_notices_left(register),
        *_forms_left(register),
        *_checks_left(register.controller),
        *_translations_left(register),
    ]


def _details_left(register: Register) -> Iterator[Left]:
    controller = register.controller
    if not (controller.street_address or controller.postal_address):
        yield Left(TaskKind.ADDRESS, controller)
    # A public body must have one (GDPR Art. 37(1)(a)) and tell it (Art. 13(1)(b)).
    dpos = Contact.objects.filter(registers__register=register, role=ContactRole.DPO)
    if controller.kind == ControllerKind.PUBLIC_BODY and not dpos.exists():
        yield Left(TaskKind.DPO, register)


def _notices_left(register: Register) -> Iterator[Left]:
    for notice in _notices_of([register]).filter(live=False):
        draft = notice.get_latest_revision_as_object()
        unwritten = [block for block in draft.body.raw_data if _is_unwritten(block)]
        yield from (_section_left(TaskKind.WRITE, draft, block) for block in unwritten)
        if not unwritten:
            yield Left(TaskKind.PUBLISH, draft)


def _is_unwritten(block: dict[str, Any]) -> bool:
    kind, value = section_types().get(block["type"]), block["value"]
    return not (kind and kind.self_filled) and not value.get("text") and not value.get("rows")


def _forms_left(register: Register) -> Iterator[Left]:
    forms = RightsRequestPage.objects.filter(registers__register=register, live=False)
    yield from (Left(TaskKind.PUBLISH, form) for form in forms.select_related("locale").order_by("pk"))


def _checks_left(controller: Controller) -> Iterator[Left]:
    for notice in _notices_of(controller.registers.filter(for_requests=True)):
        if not notice.live:
            yield from _errors_left(notice.get_latest_revision_as_object())
            continue
        wanted = request_notice_texts(controller.kind, notice.language)["confirm"]
        blocks = [block for block in notice.body.raw_data if block["type"] in wanted]
        yield from (_section_left(TaskKind.CHECK, notice, block) for block in blocks)


def _errors_left(draft: NoticePage) -> Iterator[Left]:
    """Give the errors that keep a notice from being published, each with the section it is in."""
    errors = check_page(draft).asked
    for one in errors:
        place = one.finding.place
        yield Left(TaskKind.CORRECT, draft, sentence(one), place.block_id if place else "")
    if not errors:
        yield Left(TaskKind.PUBLISH, draft)


def _translations_left(register: Register) -> Iterator[Left]:
    for notice in _notices_of([register]):
        index = notice.get_parent()
        root = index.get_parent() if index else None
        if root is not None and root.alias_of_id:
            yield Left(TaskKind.TRANSLATE, root)


def _notices_of(registers: Iterable[Register]) -> Any:
    notices = NoticePage.objects.filter(registers__register__in=registers, alias_of__isnull=True)
    return notices.select_related("locale").order_by("pk")


def _section_left(kind: TaskKind, page: NoticePage, block: dict[str, Any]) -> Left:
    heading = block["value"].get("heading") or section_types()[block["type"]].heading_in(page.language)
    return Left(kind, page, heading, block.get("id") or "")
