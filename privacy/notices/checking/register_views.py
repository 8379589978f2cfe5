"""Registers as the checks see them, with the keys of their records, and fingerprints of what these say."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.db.models import Prefetch, prefetch_related_objects

from privacy.notices.checking.prints import fingerprint
from privacy.notices.checks.of_sections import register_view
from privacy.notices.checks.records import ControllerView, RegisterView
from privacy.registers.choices import ContactRole, Language, Permission
from privacy.registers.details import RegisterFacts
from privacy.registers.models.access import RegisterAccess
from privacy.registers.models.registers import Register, RegisterRoute

_ROUTES = Prefetch("routes", RegisterRoute.objects.select_related("contact"))
_ROLES = (ContactRole.CONTACT_PERSON, ContactRole.DPO, ContactRole.REPRESENTATIVE)


@dataclass(frozen=True, slots=True)
class RegisterReader:
    """Reads registers whose facts were loaded already."""

    with_handler: frozenset[int]

    @classmethod
    def of(cls, registers: Sequence[Register]) -> "RegisterReader":
        """Load what facts do not hold: routes, and which confidential registers have a handler with an email."""
        prefetch_related_objects(list(registers), _ROUTES)
        confidential = {register.pk for register in registers if register.confidential}
        handled = RegisterAccess.objects.filter(
            register__in=confidential, permission=Permission.HANDLE, group__user__is_active=True
        ).exclude(group__user__email="")
        return cls(frozenset(handled.values_list("register", flat=True) if confidential else ()))

    def view(self, register: Register, facts: RegisterFacts) -> RegisterView:
        """Give the view of a register; records are known by their keys."""
        view = register_view(
            facts,
            profiling=register.profiling,
            special_categories=register.special_categories,
            data_from_elsewhere=register.data_from_elsewhere,
            has_route=self._has_route(register),
            retired=register.retired_on is not None,
        )
        contacts = [contact for role in _ROLES for contact in _contacts(register) if contact.role == role]
        return replace(
            view,
            controller=_known(view.controller, register.controller),
            joint_controllers=tuple(
                _known(one, record) for one, record in zip(view.joint_controllers, _joint(register), strict=True)
            ),
            contacts=tuple(
                replace(one, identity=str(record.pk)) for one, record in zip(view.contacts, contacts, strict=True)
            ),
        )

    def prints(self, registers: Iterable[Register]) -> dict[tuple[str, str], str]:
        """Give the fingerprints of registers, controllers and contacts by kind and identity."""
        found: dict[tuple[str, str], str] = {}
        for register in registers:
            found["register", str(register.uuid)] = fingerprint(_register_values(register, self._has_route(register)))
            for controller in (register.controller, *_joint(register)):
                found["controller", str(controller.pk)] = _in_all_languages(controller)
            for contact in _contacts(register):
                found["contact", str(contact.pk)] = _in_all_languages(contact)
        return found

    def _has_route(self, register: Register) -> bool:
        if register.confidential:
            return register.pk in self.with_handler
        routes = [row.contact for row in register.routes.all() if row.contact.live]
        shown = [contact for contact in _contacts(register) if contact.role == ContactRole.CONTACT_PERSON]
        mailboxes = [contact.email for contact in routes or shown]
        return any([*mailboxes, register.fallback_email, register.controller.email])


def _known(view: ControllerView, record: Any) -> ControllerView:
    return replace(view, identity=str(record.pk))


def _contacts(register: Register) -> list[Any]:
    return [row.contact for row in register.contacts.all() if row.contact.live]


def _joint(register: Register) -> list[Any]:
    if getattr(register, "has_joint_controllers", True):
        return [row.controller for row in register.joint_controllers.all()]
    return []


def _register_values(register: Register, has_route: bool) -> list[Any]:
    contacts = [contact.pk for contact in _contacts(register)]
    joint = [controller.pk for controller in _joint(register)]
    marks = [register.profiling, register.special_categories, register.data_from_elsewhere, has_route]
    return [register.details(language) for language in Language.values] + [contacts, joint, marks]


def _in_all_languages(record: Any) -> str:
    return fingerprint([record.details(language) for language in Language.values])
