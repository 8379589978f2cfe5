"""Which registers of a form page a visitor is offered, and what an old link is told."""

import uuid
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from privacy.registers.models.registers import Register
from privacy.registers.models.translations import attach_texts

if TYPE_CHECKING:
    from privacy.rights.pages import RightsRequestPage


def offered_registers(page: "RightsRequestPage", wanted: str) -> list[Register]:
    """Give the registers that the form offers to a visitor, with their texts per language."""
    offered = list({register.pk: register for register in page.offered_registers(wanted)}.values())
    attach_texts([record for register in offered for record in (register, register.controller)])
    return offered


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
