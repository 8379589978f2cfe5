"""Which registers of a form page a visitor is offered, and what an old link is told."""

import uuid
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from privacy.notices.pages import NoticePage
from privacy.registers.filing import Register
from privacy.registers.text_rows import attach_texts

if TYPE_CHECKING:
    from privacy.rights.pages import RightsRequestPage


def offered_registers(page: "RightsRequestPage", wanted: str) -> list[Register]:
    """Give the registers in use that the form serves; a confidential one only by its link or public notice."""
    served = page.served_registers()
    attach_texts([record for register in served for record in (register, register.controller)])
    hidden = [register.pk for register in served if register.confidential and str(register.uuid) != wanted]
    if hidden:
        public = NoticePage.objects.live().public().filter(registers__register__in=hidden)
        hidden = list(set(hidden) - set(public.values_list("registers__register", flat=True)))
    return [register for register in served if register.pk not in hidden]


def unavailable_note(register: str) -> str:
    """Tell why the register that a link named is not on the form."""
    if _is_retired(register):
        return _("The register that the link named is no longer in use. Choose another, or that you do not know.")
    return _("The register that the link named is not on this form. Choose another, or that you do not know.")


def _is_retired(register: str) -> bool:
    try:
        identifier = uuid.UUID(register)
    except ValueError:
        return False
    return Register.objects.filter(uuid=identifier, confidential=False, retired_on__isnull=False).exists()
