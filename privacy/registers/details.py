"""The details of registers as plain values, for the pure functions of the other rooms."""

from collections.abc import Iterable, Sequence
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


def facts_of(pairs: Sequence[tuple[Register, str]], language: str) -> list[RegisterFacts]:
    """Give the facts of registers in a language, in a constant number of queries.

    Each register comes with the words of what it concerns in the notice, and best with its controller and the
    controller's authority already joined.
    """
    registers = [register for register, _concerns in pairs]
    prefetch_related_objects(registers, "controller__supervisory_authority", _CONTACTS)
    prefetch_related_objects([register for register in registers if may_be_joint(register)], _JOINT)
    attach_texts(_records(registers))
    return [_facts(register, concerns, language) for register, concerns in pairs]


_CONTACTS = Prefetch("contacts", RegisterContact.objects.select_related("contact"))
_JOINT = Prefetch("joint_controllers", RegisterJointController.objects.select_related("controller"))


def may_be_joint(register: Register) -> bool:
    """Tell whether a register may have joint controllers; False only where a query has looked already."""
    return getattr(register, "has_joint_controllers", True)


def _records(registers: Iterable[Register]) -> list[Any]:
    records: list[Any] = []
    for register in registers:
        records += [register, register.controller]
        if register.controller.supervisory_authority:
            records.append(register.controller.supervisory_authority)
        records += [row.contact for row in register.contacts.all()]
        records += _joint(register)
    return records


def _joint(register: Register) -> list[Controller]:
    return [row.controller for row in register.joint_controllers.all()] if may_be_joint(register) else []


def _facts(register: Register, concerns: str, language: str) -> RegisterFacts:
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
        joint_controllers=tuple(controller.details(language) for controller in _joint(register)),
        contacts=in_role(ContactRole.CONTACT_PERSON),
        dpos=in_role(ContactRole.DPO),
        representatives=in_role(ContactRole.REPRESENTATIVE),
        authority=authority.details(language) if authority else None,
        legal_bases=tuple(register.legal_bases),
        direct_marketing=register.direct_marketing,
    )
