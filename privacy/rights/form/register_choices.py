"""Which registers a form offers, and what a chosen option means."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.functional import lazy
from django.utils.translation import gettext as _

from privacy.registers.models.controllers import Controller
from privacy.registers.models.registers import Register
from privacy.registers.models.translations import attach_missing_texts


def unavailable_note(register: str) -> str:
    """Tell why the register that a link named is not on the form."""
    if _is_retired(register):
        return _("The register that the link named is no longer in use. Tell below what your request concerns.")
    return _("The register that the link named is not on this form. Tell below what your request concerns.")


def _is_retired(register: str) -> bool:
    try:
        identifier = uuid.UUID(register)
    except ValueError:
        return False
    return Register.objects.filter(uuid=identifier, confidential=False, retired_on__isnull=False).exists()


@dataclass(frozen=True, slots=True)
class RegisterChoices:
    """The options of a form page: registers by controller, and for each controller all of them or not known."""

    registers: Sequence[Register]
    language: str

    @property
    def single(self) -> Register | None:
        """The only register of the form; the question is then not asked."""
        return self.registers[0] if len(self.registers) == 1 else None

    @property
    def controllers(self) -> list[Controller]:
        """The controllers of the registers, in the order of the form."""
        return list({register.controller_id: register.controller for register in self.registers}.values())

    @property
    def options(self) -> list[tuple[str, Any]]:
        """The options for a choice field; grouped by controller when the form serves several."""
        groups = [(self._when_shown(controller), self._of(controller)) for controller in self.controllers]
        return groups[0][1] if len(groups) == 1 else groups

    def _of(self, controller: Controller) -> list[tuple[str, Any]]:
        own = [register for register in self.registers if register.controller_id == controller.pk]
        named: list[tuple[str, Any]] = [(str(register.uuid), self._when_shown(register)) for register in own]
        if len(named) > 1:
            named.append((f"all-{controller.pk}", _("All registers")))
        return [*named, (f"unknown-{controller.pk}", _("I do not know"))]

    def _when_shown(self, record: Controller | Register) -> Any:
        """Give the name of a record, read with the texts of all when the first is shown: to check none is needed."""
        return lazy(self._name, str)(record)

    def read_names(self) -> None:
        """Read the texts of all registers and controllers with one query, unless that was done."""
        attach_missing_texts([one for register in self.registers for one in (register, register.controller)])

    def _name(self, record: Controller | Register) -> str:
        self.read_names()
        return record.name_in(self.language) if isinstance(record, Register) else record.details(self.language)["name"]

    def meaning(self, value: str) -> tuple[Controller, Register | None, bool]:
        """Give the controller, the register if one is named, and whether all registers are meant."""
        for register in self.registers:
            if str(register.uuid) == value:
                return register.controller, register, False
        kind, _dash, pk = value.partition("-")
        controller = next(controller for controller in self.controllers if str(controller.pk) == pk)
        return controller, None, kind == "all"

    def label(self, value: str) -> str:
        """Give the words of an option, with the controller where the form serves several."""
        controller, _register, _all = self.meaning(value)
        words = str(dict(self._of(controller)).get(value, ""))
        return words if len(self.controllers) == 1 else f"{words} ({self._name(controller)})"
