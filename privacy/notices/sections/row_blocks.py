"""The structured rows of sections: what is data and not prose."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from wagtail import blocks

from privacy.notices.languages import lazy_text
from privacy.notices.sections.rights_texts import choice_texts, label_texts
from privacy.registers.choices import LegalBasis
from privacy.registers.countries import country_choices

_TEXT, _LONG, _CHOICE, _COUNTRY, _YES_NO, _NUMBER = "text", "long", "choice", "country", "yes_no", "number"

# Kind of row -> its fields: name, form of the field, whether it must be filled.
ROW_FIELDS: dict[str, tuple[tuple[str, str, bool], ...]] = {
    "purposes": (
        ("purpose", _LONG, True),
        ("legal_basis", _CHOICE, True),
        ("special_basis", _CHOICE, False),
        ("law", _TEXT, False),
        ("interest", _LONG, False),
    ),
    "data_categories": (("category", _TEXT, True), ("data", _LONG, False), ("special", _YES_NO, False)),
    "sources": (("source", _TEXT, True), ("kind", _CHOICE, True), ("data", _LONG, False)),
    "recipients": (
        ("recipient", _TEXT, True),
        ("kind", _CHOICE, True),
        ("country", _COUNTRY, False),
        ("purpose", _LONG, False),
    ),
    "transfers": (
        ("recipient", _TEXT, True),
        ("country", _COUNTRY, True),
        ("safeguard", _CHOICE, True),
        ("details", _LONG, False),
    ),
    "retention": (
        ("data", _TEXT, True),
        ("kind", _CHOICE, True),
        ("length", _NUMBER, False),
        ("unit", _CHOICE, False),
        ("start", _TEXT, False),
        ("criterion", _LONG, False),
    ),
    "cookies": (
        ("name", _TEXT, True),
        ("provider", _TEXT, False),
        ("purpose", _LONG, True),
        ("duration", _TEXT, True),
        ("category", _CHOICE, True),
    ),
    "security": (("material", _CHOICE, True), ("measure", _LONG, True)),
}


class RowBlock(blocks.StructBlock):
    """One structured row of a section."""

    def __init__(self, kind: str, **kwargs: Any) -> None:
        self.kind = kind
        fields = [(name, _field(kind, name, form, required)) for name, form, required in ROW_FIELDS[kind]]
        super().__init__(fields, **kwargs)

    def clean(self, value: Any) -> Any:
        """Require the length of a period and the words of a criterion, as the chosen kind says."""
        cleaned = super().clean(value)
        errors: dict[str, ValidationError] = {}
        if self.kind == "retention":
            if cleaned["kind"] == "period" and not (cleaned["length"] and cleaned["unit"]):
                errors["length"] = ValidationError(_("Give the length of the period and its unit."))
            if cleaned["kind"] == "criterion" and not cleaned["criterion"]:
                errors["criterion"] = ValidationError(_("Say what decides how long the data are kept."))
        if errors:
            raise blocks.StructBlockValidationError(block_errors=errors)
        return cleaned


def _field(kind: str, name: str, form: str, required: bool) -> blocks.Block:
    label = lazy_text(label_texts(kind, name))
    if form == _LONG:
        return blocks.TextBlock(label=label, required=required, rows=2, max_length=2000)
    if form == _YES_NO:
        return blocks.BooleanBlock(label=label, required=False)
    if form == _NUMBER:
        return blocks.IntegerBlock(label=label, required=False, min_value=1, max_value=1200)
    if form == _COUNTRY:
        return blocks.ChoiceBlock(choices=country_choices, label=label, required=required)
    if form == _CHOICE:
        choices: list[tuple[str, Any]] = LegalBasis.choices
        if name != "legal_basis":  # whose printed words are too long for a select
            choices = [(value, lazy_text(texts)) for value, texts in choice_texts(kind, name).items()]
        return blocks.ChoiceBlock(choices=choices, label=label, required=required)
    return blocks.CharBlock(label=label, required=required, max_length=300)
