"""Structured rows in words, as a notice prints them: choices, countries and periods in the reader's language."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from privacy.languages import text_in
from privacy.notices.sections.rights_texts import choice_texts, counted_from, row_choice, row_label
from privacy.notices.sections.row_kinds import ROW_KINDS, Form, Layout
from privacy.registers.countries import country_name

Row = dict[str, Any]

_MOST_COLUMNS = 3


@dataclass(frozen=True, slots=True)
class WordedRow:
    """One row in words: what it is about, a mark beside it, and a text for each further heading."""

    title: str
    mark: str
    cells: list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class WordedRows:
    """The rows of a section in words; the first heading is that of the titles. Empty columns are left out."""

    kind: str
    headings: list[str]
    rows: list[WordedRow]

    @property
    def layout(self) -> Layout:
        """How the rows are printed: as entries too where a table would have too many columns."""
        return Layout.ENTRIES if len(self.headings) > _MOST_COLUMNS else ROW_KINDS[self.kind].layout


def rows_in_words(kind: str, rows: Sequence[Row], language: str) -> WordedRows:
    """Give structured rows as they are printed in a language."""
    first, *others = ROW_KINDS[kind].columns
    shown = [field for field in others if any(_words(kind, field, row, language) for row in rows)]
    labels = {field: row_label(kind, field, language) for field in (first, *shown)}
    worded = [
        WordedRow(
            title=_words(kind, first, row, language),
            mark=row_label(kind, "special", language) if row.get("special") else "",
            cells=[(labels[field], _words(kind, field, row, language)) for field in shown],
        )
        for row in rows
    ]
    return WordedRows(kind=kind, headings=list(labels.values()), rows=worded)


def _words(kind: str, field: str, row: Row, language: str) -> str:
    if kind == "retention" and field == "length":
        return retention_period(row, language)
    value = row.get(field) or ""
    form = ROW_KINDS[kind].form_of(field)
    if form == Form.COUNTRY:
        return country_name(value, language)
    return row_choice(kind, field, value, language) if value and form == Form.CHOICE else value


def retention_period(row: Row, language: str) -> str:
    """Say how long data are kept: "6 vuotta asiakassuhteen päättymisestä", "10 years from the end of the contract"."""
    said = {"period": _period, "permanent": _permanent}.get(row.get("kind", ""))
    return " ".join(part for part in (said(row, language) if said else "", row.get("criterion") or "") if part)


def _period(row: Row, language: str) -> str:
    length, start = row.get("length"), (row.get("start") or "").strip()
    if not length:
        return start
    number = "one" if length == 1 else "other"
    forms: Any = choice_texts("retention", "unit")[row.get("unit") or "years"]
    unit = text_in(forms[number], language)
    period = " ".join(part for part in (str(length), unit, counted_from(start, language)) if part)
    return f"{period.rstrip('.')}." if row.get("criterion") else period


def _permanent(row: Row, language: str) -> str:
    words = row_choice("retention", "kind", "permanent", language)
    return f"{words}." if row.get("criterion") else words
