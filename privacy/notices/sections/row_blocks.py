"""The structured rows of sections in the editor: what is data and not prose."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from wagtail import blocks

from privacy.notices.sections.rights_texts import choice_texts, label_texts
from privacy.notices.sections.row_kinds import ROW_KINDS, Form, RowField
from privacy.registers.choices import LegalBasis
from privacy.registers.countries import country_choices
from privacy.site_languages import lazy_text


class RowBlock(blocks.StructBlock):
    """One structured row of a section."""

    def __init__(self, kind: str, **kwargs: Any) -> None:
        self.kind = kind
        fields = [(field.name, _block(kind, field)) for field in ROW_KINDS[kind].fields]
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


def _block(kind: str, field: RowField) -> blocks.Block:
    label = lazy_text(label_texts(kind, field.name))
    if field.form == Form.LONG:
        return blocks.TextBlock(label=label, required=field.required, rows=2, max_length=2000)
    if field.form == Form.YES_NO:
        return blocks.BooleanBlock(label=label, required=False)
    if field.form == Form.NUMBER:
        return blocks.IntegerBlock(label=label, required=False, min_value=1, max_value=1200)
    if field.form == Form.COUNTRY:
        return blocks.ChoiceBlock(choices=country_choices, label=label, required=field.required)
    if field.form == Form.CHOICE:
        choices: list[tuple[str, Any]] = LegalBasis.choices
        if field.name != "legal_basis":  # whose printed words are too long for a select
            choices = [(value, lazy_text(texts)) for value, texts in choice_texts(kind, field.name).items()]
        return blocks.ChoiceBlock(choices=choices, label=label, required=field.required)
    return blocks.CharBlock(label=label, required=field.required, max_length=300)
