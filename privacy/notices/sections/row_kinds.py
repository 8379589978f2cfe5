"""The kinds of structured rows: the fields of each, how they are asked, and how they are printed.

A new kind is declared here; its labels and choices by language stand in data/rights.json, and the section that uses it
names it in data/section_types.json.
"""

from dataclasses import dataclass
from enum import StrEnum, auto
from typing import Any

from django.utils.translation import gettext_lazy


class Form(StrEnum):
    """How a field is asked."""

    TEXT = auto()
    LONG = auto()
    CHOICE = auto()
    COUNTRY = auto()
    YES_NO = auto()
    NUMBER = auto()


class Layout(StrEnum):
    """How rows are printed: a table, an entry with a list of facts each, or groups of one title."""

    TABLE = auto()
    ENTRIES = auto()
    GROUPED = auto()


@dataclass(frozen=True, slots=True)
class RowField:
    name: str
    form: Form = Form.TEXT
    required: bool = False


@dataclass(frozen=True, slots=True)
class RowKind:
    """One kind of rows: `printed` are the fields in the order of print, all of them where it is empty.

    The first of them names the row, the others tell about it.
    """

    label: Any
    fields: tuple[RowField, ...]
    printed: tuple[str, ...] = ()
    layout: Layout = Layout.TABLE

    @property
    def columns(self) -> tuple[str, ...]:
        """The fields that are printed."""
        return self.printed or tuple(field.name for field in self.fields)

    def form_of(self, name: str) -> Form:
        """Give how a field is asked."""
        return next(field.form for field in self.fields if field.name == name)


ROW_KINDS: dict[str, RowKind] = {
    "purposes": RowKind(
        gettext_lazy("Purposes with their legal bases"),
        (
            RowField("purpose", Form.LONG, required=True),
            RowField("legal_basis", Form.CHOICE, required=True),
            RowField("special_basis", Form.CHOICE),
            RowField("law"),
            RowField("interest", Form.LONG),
        ),
        layout=Layout.ENTRIES,
    ),
    "data_categories": RowKind(
        gettext_lazy("Groups of data"),
        (RowField("category", required=True), RowField("data", Form.LONG), RowField("special", Form.YES_NO)),
        printed=("category", "data"),
    ),
    "sources": RowKind(
        gettext_lazy("Sources, one by one"),
        (
            RowField("source", required=True),
            RowField("kind", Form.CHOICE, required=True),
            RowField("data", Form.LONG),
        ),
    ),
    "recipients": RowKind(
        gettext_lazy("Recipients, one by one"),
        (
            RowField("recipient", required=True),
            RowField("kind", Form.CHOICE, required=True),
            RowField("country", Form.COUNTRY),
            RowField("purpose", Form.LONG),
        ),
        printed=("recipient", "kind", "purpose", "country"),
    ),
    "transfers": RowKind(
        gettext_lazy("Transfers, one by one"),
        (
            RowField("recipient", required=True),
            RowField("country", Form.COUNTRY, required=True),
            RowField("safeguard", Form.CHOICE, required=True),
            RowField("details", Form.LONG),
        ),
        layout=Layout.ENTRIES,
    ),
    "retention": RowKind(
        gettext_lazy("Retention periods"),
        (
            RowField("data", required=True),
            RowField("kind", Form.CHOICE, required=True),
            RowField("length", Form.NUMBER),
            RowField("unit", Form.CHOICE),
            RowField("start"),
            RowField("criterion", Form.LONG),
        ),
        printed=("data", "length"),
    ),
    "cookies": RowKind(
        gettext_lazy("Cookies, one by one"),
        (
            RowField("name", required=True),
            RowField("provider"),
            RowField("purpose", Form.LONG, required=True),
            RowField("duration", required=True),
            RowField("category", Form.CHOICE, required=True),
        ),
        printed=("name", "purpose", "duration", "category", "provider"),
    ),
    "security": RowKind(
        gettext_lazy("Safeguards, one by one"),
        (RowField("material", Form.CHOICE, required=True), RowField("measure", Form.LONG, required=True)),
        layout=Layout.GROUPED,
    ),
}
