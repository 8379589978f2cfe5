"""Which registers of a form page a visitor is offered, and what an old link is told."""

import uuid

from django.utils.translation import gettext as _

from privacy.registers.models.registers import Register


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
