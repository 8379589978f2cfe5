"""Makes the records of an import: only those that are not there yet, without facts that they would refuse."""

from typing import Any, TypeVar

from django.core.exceptions import ValidationError
from django.db.models import Model

from privacy.importer.plan import NEW, ImportPlan, PlannedContact, PlannedController, PlannedRegister
from privacy.registers.choices import ContactKind, ContactRole
from privacy.registers.countries import home_country
from privacy.registers.identifiers import validate_business_id
from privacy.registers.models.authorities import authority_of
from privacy.registers.models.bases import Record
from privacy.registers.models.contacts import Contact
from privacy.registers.models.controllers import Controller
from privacy.registers.models.registers import (
    Register,
    RegisterContact,
    RegisterJointController,
    RegisterRoute,
    free_slug,
)
from privacy.site_languages import usable_language

_MODELS: dict[str, type[Model]] = {"controllers": Controller, "contacts": Contact, "registers": Register}


def drop_refused(plan: ImportPlan) -> list[str]:
    """Empty the facts that records refuse, and leave out controllers without a name; give what was emptied.

    The words stay in the sections: a section whose details the records do not hold keeps its text.
    """
    dropped = []
    for kind, model in _MODELS.items():
        for row in getattr(plan, kind):
            for name in row.__dataclass_fields__:
                value = getattr(row, name)
                if name != "use" and value and isinstance(value, str) and not _is_accepted(model, name, value):
                    setattr(row, name, "")
                    dropped.append(f"{kind}.{name}")
    plan.controllers = [row for row in plan.controllers if row.name or row.use != NEW]
    plan.contacts = [row for row in plan.contacts if row.name or row.title or row.use != NEW]
    return dropped


def _is_accepted(model: type[Model], name: str, value: str) -> bool:
    if name == "concerns":
        return len(value) <= 200
    field: Any = model._meta.get_field(name)
    try:
        field.clean(value, None)
        if name == "business_id":
            validate_business_id(value)
    except ValidationError:
        return False
    return True


Kept = TypeVar("Kept", bound=Record)


class NothingToAnswerFor(ValueError):
    """The plan has no controller, so nobody would answer for the register."""


def make_registers(plan: ImportPlan, *, language: str, live: bool) -> list[Register]:
    """Give the registers of the plan in order, made with their controllers and contacts where they are new.

    Raises NothingToAnswerFor, and ValidationError for values that the records refuse.
    """
    new = [planned for planned in plan.registers if planned.use == NEW]
    controllers = [_controller(planned, language, live) for planned in plan.controllers] if new else []
    if new and not controllers:
        raise NothingToAnswerFor
    contacts = [_contact(planned, language, live) for planned in plan.contacts] if new else []
    made = {id(planned): _register(planned, controllers, contacts, live) for planned in new}
    return [made.get(id(planned)) or Register.objects.in_use().get(pk=planned.use) for planned in plan.registers]


def _controller(planned: PlannedController, language: str, live: bool) -> Controller:
    if planned.use != NEW:
        return Controller.objects.get(pk=planned.use, live=True)
    address = ("street_address", "postal_code", "city", "postal_address")
    told = ("kind", "name", "business_id", *address, "email", "phone", "website")
    controller = Controller(
        **{name: getattr(planned, name) for name in told},
        main_language=usable_language(language),
        supervisory_authority=authority_of(home_country()),
    )
    return _kept(controller, live)


def _contact(planned: PlannedContact, language: str, live: bool) -> Contact:
    if planned.use != NEW:
        return Contact.objects.get(pk=planned.use, live=True)
    contact = Contact(
        kind=planned.kind,
        role=planned.role,
        name=planned.name if planned.kind == ContactKind.PERSON else "",
        title=planned.title or (planned.name if planned.kind == ContactKind.FUNCTION else ""),
        email=planned.email,
        phone=planned.phone,
        language=usable_language(language),
    )
    return _kept(contact, live)


def _register(planned: PlannedRegister, controllers: list[Controller], contacts: list[Contact], live: bool) -> Register:
    """Make a register: the first controller is its own, the others are joint; contact persons get its requests."""
    first, *others = controllers
    routed = [contact for contact in contacts if contact.role == ContactRole.CONTACT_PERSON]
    register = Register(
        slug=free_slug(planned.name),
        name=planned.name,
        name_shown=planned.name_shown,
        controller=first,
        fallback_email=planned.fallback_email,
        joint_controllers=[RegisterJointController(controller=other) for other in others],
        contacts=[RegisterContact(contact=contact) for contact in contacts],
        routes=[RegisterRoute(contact=contact) for contact in routed],
    )
    return _kept(register, live)


def _kept(record: Kept, live: bool) -> Kept:
    record.live, record.has_unpublished_changes = live, not live
    record.full_clean()
    record.save()
    return record
