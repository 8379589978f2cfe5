"""Which records there already are: found by business id, name or email; they are offered, never changed."""

from dataclasses import dataclass
from typing import Any

from privacy.importer.plan import NEW, ImportPlan, PlannedContact, PlannedController, PlannedRegister
from privacy.registers.models.contacts import Contact
from privacy.registers.models.controllers import Controller
from privacy.registers.models.registers import Register

BUSINESS_ID, NAME, EMAIL = "business_id", "name", "email"


@dataclass(frozen=True, slots=True)
class RecordMatch:
    """A record that may be meant, by what it was found, and whether nothing speaks against it."""

    record: Any
    found_by: str
    certain: bool = True


@dataclass(frozen=True, slots=True)
class Matches:
    """The matches of a plan, in the order of its controllers, contacts and registers; the best one first."""

    controllers: list[list[RecordMatch]]
    contacts: list[list[RecordMatch]]
    registers: list[list[RecordMatch]]


def matches_of(plan: ImportPlan, *, user: Any) -> Matches:
    """Find the published records that the plan may mean, with one query for each kind.

    The record that a plan uses already is among its matches, whether or not it would be found now. A confidential
    register is named only to those who edit registers; `user` None is the command line.
    """
    controllers = list(Controller.objects.filter(live=True).prefetch_related("texts").order_by("pk"))
    contacts = list(Contact.objects.filter(live=True).prefetch_related("texts").order_by("pk"))
    registers = Register.objects.in_use().select_related("controller").prefetch_related("texts").order_by("pk")
    if user is not None and not user.has_perm("privacy.change_register"):
        registers = registers.filter(confidential=False)
    found = [_controllers(planned, controllers) for planned in plan.controllers]
    own = {str(match.record.pk) for matches in found for match in matches}
    own |= {planned.use for planned in plan.controllers}
    theirs = [register for register in registers if str(register.controller_id) in own]
    return Matches(
        controllers=found,
        contacts=[_contacts(planned, contacts) for planned in plan.contacts],
        registers=[_registers(planned, theirs) for planned in plan.registers],
    )


def choose_matches(plan: ImportPlan, matches: Matches) -> None:
    """Let the plan use the best match of each record, if nothing speaks against it; an editor may choose otherwise.

    A register is used only together with its own controller.
    """
    for controller, found in zip(plan.controllers, matches.controllers, strict=True):
        controller.use = _first(found)
    for contact, found in zip(plan.contacts, matches.contacts, strict=True):
        contact.use = _first(found)
    used = {controller.use for controller in plan.controllers[:1]}
    for register, found in zip(plan.registers, matches.registers, strict=True):
        register.use = _first([match for match in found if str(match.record.controller_id) in used])


def _first(matches: list[RecordMatch]) -> str:
    return str(matches[0].record.pk) if matches and matches[0].certain else NEW


def _controllers(planned: PlannedController, records: list[Controller]) -> list[RecordMatch]:
    by_id = [
        RecordMatch(record, BUSINESS_ID) for record in records if _same_number(planned.business_id, record.business_id)
    ]
    rest = [record for record in records if not _other_number(planned.business_id, record.business_id)]
    by_name = [RecordMatch(record, NAME) for record in rest if _key(planned.name) in _names(record)]
    by_email = [RecordMatch(record, EMAIL, certain=False) for record in rest if _same(planned.email, record.email)]
    return _once(by_id + by_name + by_email + _used(planned, records))


def _contacts(planned: PlannedContact, records: list[Contact]) -> list[RecordMatch]:
    """Find contacts of the same role; one mailbox may be shared by several people, and two people have one name."""
    in_role = [record for record in records if record.role == planned.role]
    by_email = [
        RecordMatch(record, EMAIL, certain=_key(planned.name) == _key(record.name))
        for record in in_role
        if _same(planned.email, record.email)
    ]
    by_name = [
        RecordMatch(record, NAME, certain=not planned.email or not record.email)
        for record in in_role
        if _same(planned.name, record.name)
    ]
    return _once(sorted(by_email, key=lambda match: not match.certain) + by_name + _used(planned, records))


def _registers(planned: PlannedRegister, records: list[Register]) -> list[RecordMatch]:
    """Find registers of the same name; one made from a title says little about which register is meant."""
    found = [record for record in records if _key(planned.name) in _names(record)]
    by_name = [RecordMatch(record, NAME, certain=planned.name_shown and record.name_shown) for record in found]
    return _once(by_name + _used(planned, records))


def _used(planned: Any, records: list[Any]) -> list[RecordMatch]:
    return [RecordMatch(record, "", certain=False) for record in records if str(record.pk) == planned.use]


def _names(record: Any) -> set[str]:
    return {_key(name) for name in (record.name, *(row.name for row in record.texts.all())) if name}


def _key(text: str) -> str:
    return " ".join(text.split()).casefold()


def _same(one: str, other: str) -> bool:
    return bool(_key(one)) and _key(one) == _key(other)


def _digits(number: str) -> str:
    return "".join(filter(str.isdigit, number))


def _same_number(one: str, other: str) -> bool:
    return bool(_digits(one)) and _digits(one) == _digits(other)


def _other_number(one: str, other: str) -> bool:
    return bool(_digits(one) and _digits(other)) and _digits(one) != _digits(other)


def _once(matches: list[RecordMatch]) -> list[RecordMatch]:
    found: dict[int, RecordMatch] = {}
    for match in matches:
        found.setdefault(match.record.pk, match)
    return list(found.values())
