"""Reasons and grounds that rest on national law: who is offered them, and by which act they are called."""

from collections.abc import Iterable
from typing import Any

from privacy.registers.national_rules import NationalRule, national_rule, national_text
from privacy.rights.choices import PassingGround, ReasonCode
from privacy.site_languages import language_now


def reason_label(code: str, country: str) -> str:
    """Say why an item was refused, with the act of the country; the code itself where it is not known."""
    if code not in ReasonCode.values:
        return code
    own = national_text("restriction", "label", country, language_now()) if code in _NATIONAL else ""
    return own or str(ReasonCode(code).label)


_NATIONAL = frozenset({ReasonCode.NATIONAL_RESTRICTION})


def offered_reasons(country: str, codes: Iterable[str] = ReasonCode.values) -> list[tuple[str, str]]:
    """Give reasons with their labels, for a form."""
    return [(str(code), reason_label(code, country)) for code in codes]


def offered_grounds(controller: Any) -> list[tuple[str, str]]:
    """Give the grounds on which a controller may pass a request on, with their labels."""
    choices = [(str(PassingGround.CONSENT), str(PassingGround.CONSENT.label))]
    if duty := national_rule("transfer_duty", controller.country, controller.kind):
        choices.append((str(PassingGround.AUTHORITY_DUTY), duty.text("label", language_now())))
    return choices


def document_request_rule(controller: Any) -> NationalRule | None:
    """Give the rule by which a request to this controller may be one for documents too; None where there is none."""
    return national_rule("document_request", controller.country, controller.kind)
