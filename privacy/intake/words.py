"""What the codes of reading and matching are called in the admin."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from privacy.intake.editing import BY_EDITOR
from privacy.intake.matching import BUSINESS_ID, EMAIL, NAME

_FOUND_BY = {BUSINESS_ID: _("same business ID"), NAME: _("same name"), EMAIL: _("same email")}
_REASONS = {
    BY_EDITOR: _("Set aside by you"),
    "long_title": _("The whole title, which was too long"),
}
_SURE, _LIKELY = 0.85, 0.6


def found_by(code: str) -> str:
    """Say by what a record was found."""
    return str(_FOUND_BY.get(code, ""))


def reason(code: str) -> str:
    """Say why text was set aside."""
    return str(_REASONS.get(code, _("Not a part of the notice")))


def certainty(confidence: float) -> dict[str, Any]:
    """Say how surely the type of a section was recognised: words, an icon, and whether an editor should look."""
    if confidence >= _SURE:
        return {"text": _("Recognised"), "icon": "check", "doubtful": False}
    if confidence >= _LIKELY:
        return {"text": _("Probably right"), "icon": "info-circle", "doubtful": False}
    return {"text": _("Check the type"), "icon": "warning", "doubtful": True}


def finding(code: str, message: str) -> str:
    """Say what reading noticed."""
    return message or code
