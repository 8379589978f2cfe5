"""The details of registers as plain values, for the pure functions of the other rooms."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Prefetch, prefetch_related_objects

from privacy.registers.choices import ContactRole
from privacy.registers.models.controllers import Controller
from privacy.registers.models.registers import Register, RegisterContact, RegisterJointController
from privacy.registers.models.translations import attach_texts

Details = dict[str, Any]


@dataclass(frozen=True, slots=True)
class RegisterFacts:
    """What a notice shows of one register in one language; plain values only."""

    uuid: str
    name: str
    name_shown: bool
    controller: Details
    concerns: str = ""
    joint_controllers: tuple[Details, ...] = ()
    contacts: tuple[Details, ...] = ()
    dpos: tuple[Details, ...] = ()
    representatives: tuple[Details, ...] = ()
    authority: Details | None = None
    legal_bases: tuple[str, ...] = ()
    direct_marketing: bool = False


Joint = dict[int, list[Controller]]


def facts_of(
    pairs: Sequence[tuple[Register, str]], language: str, *, joint: Collection[int] | None = None
) -> list[RegisterFacts]:
    """Give the facts of registers in a language, in a constant number of queries.

    Each register comes with the words of what it concerns in the notice, and best with its controller and the
    controller's authority already joined. `joint` are the keys of those that have joint controllers, where a query
    has looked already; None says that nobody has.
    """
    registers = [register for register, _concerns in pairs]
    prefetch_related_objects(registers, "controller__supervisory_authority", _CONTACTS)
    shared = [register for register in registers if joint is None or register.pk in joint]
    prefetch_related_objects(shared, _JOINT)
    partners = {register.pk: [row.controller for row in register.joint_controllers.all()] for register in shared}
    attach_texts(_records(registers, partners))
    return [_facts(register, partners.get(register.pk, []), concerns, language) for register, concerns in pairs]


_CONTACTS = Prefetch("contacts", RegisterContact.objects.select_related("contact"))
_JOINT = Prefetch("joint_controllers", RegisterJointController.objects.select_related("controller"))


def _records(registers: Iterable[Register], partners: Joint) -> list[Any]:
    records: list[Any] = []
    for register in registers:
        records += [register, register.controller]
        if register.controller.supervisory_authority:
            records.append(register.controller.supervisory_authority)
        records += [row.contact for row in register.contacts.all()]
        records += partners.get(register.pk, [])
    return records


def _facts(register: Register, partners: Sequence[Controller], concerns: str, language: str) -> RegisterFacts:
    contacts = [row.contact for row in register.contacts.all() if row.contact.live]
    authority = register.controller.supervisory_authority

    def in_role(role: ContactRole) -> tuple[Details, ...]:
        return tuple(contact.details(language) for contact in contacts if contact.role == role)

    return RegisterFacts(
        uuid=str(register.uuid),
        name=register.name_in(language),
        name_shown=register.name_shown,
        controller=register.controller.details(language),
        concerns=concerns,
        joint_controllers=tuple(controller.details(language) for controller in partners),
        contacts=in_role(ContactRole.CONTACT_PERSON),
        dpos=in_role(ContactRole.DPO),
        representatives=in_role(ContactRole.REPRESENTATIVE),
        authority=authority.details(language) if authority else None,
        legal_bases=tuple(register.legal_bases),
        direct_marketing=register.direct_marketing,
    )
