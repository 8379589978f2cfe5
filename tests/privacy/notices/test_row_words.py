"""Structured rows are printed in words of the reader's language."""

from typing import Any

import pytest

from privacy.notices.sections import rights_texts
from privacy.notices.sections.row_blocks import RowBlock
from privacy.notices.sections.row_kinds import ROW_KINDS, Form, RowField, RowKind
from privacy.notices.sections.rows import retention_period, rows_in_words


def period(**changes: Any) -> dict[str, Any]:
    return {"data": "Laskut", "kind": "period", "length": 6, "unit": "years", "start": "", "criterion": "", **changes}


@pytest.mark.parametrize(
    ("language", "row", "words"),
    [
        ("fi", period(start="asiakassuhteen päättymisestä"), "6 vuotta asiakassuhteen päättymisestä"),
        ("fi", period(length=1), "1 vuosi"),
        ("sv", period(start="utgången av avtalet", unit="months"), "6 månader från utgången av avtalet"),
        ("sv", period(start="efter den sista köpdagen"), "6 år efter den sista köpdagen"),
        ("en", period(start="the end of the contract", unit="days", length=1), "1 day from the end of the contract"),
        ("en", period(start="After delivery"), "6 years After delivery"),
        (
            "en",
            period(start="delivery", criterion="Longer in a dispute."),
            "6 years from delivery. Longer in a dispute.",
        ),
        ("fi", period(kind="criterion", length=None, criterion="Kunnes peruutat sen."), "Kunnes peruutat sen."),
        ("fi", period(kind="permanent", length=None), "Säilytetään pysyvästi"),
        ("sv", period(kind="permanent", length=None, criterion="Arkivlagen."), "Förvaras varaktigt. Arkivlagen."),
        ("fi", period(length=None, start="sopimuksen ajan"), "sopimuksen ajan"),
        ("fi", {"data": "Laskut"}, ""),
    ],
)
def test_retention_is_a_sentence(language: str, row: dict[str, Any], words: str) -> None:
    assert retention_period(row, language) == words


def test_countries_and_choices_are_words() -> None:
    row = {"recipient": "Pilvi Oy", "kind": "processor", "country": "IE", "purpose": "ylläpito"}
    table = rows_in_words("recipients", [row], "fi")
    assert table.headings == ["Vastaanottaja", "Vastaanottajan laji", "Tarkoitus", "Maa"]
    assert [text for _label, text in table.rows[0].cells] == ["Henkilötietojen käsittelijä", "ylläpito", "Irlanti"]


def test_column_that_is_empty_in_all_rows_is_left_out() -> None:
    rows = [{"recipient": name, "kind": "authority", "country": "", "purpose": ""} for name in ("Kela", "Verohallinto")]
    assert rows_in_words("recipients", rows, "en").headings == ["Recipient", "Kind of recipient"]


def test_special_category_is_marked_beside_the_title() -> None:
    rows = [{"category": "Terveys", "data": "allergiat", "special": True}, {"category": "Nimi", "data": "nimi"}]
    assert [row.mark for row in rows_in_words("data_categories", rows, "fi").rows] == [
        "Erityinen henkilötietoryhmä",
        "",
    ]


@pytest.mark.parametrize("kind", ROW_KINDS)
def test_every_kind_of_row_can_be_printed_when_empty(kind: str) -> None:
    table = rows_in_words(kind, [{}], "sv")
    assert len(table.rows) == 1
    assert table.headings[0]


def test_new_kind_of_row_is_a_declaration_and_its_words(monkeypatch: pytest.MonkeyPatch) -> None:
    fields = (RowField("device", required=True), RowField("state", Form.CHOICE), RowField("made_in", Form.COUNTRY))
    monkeypatch.setitem(ROW_KINDS, "devices", RowKind("Laitteet", fields))
    words = {name: {"fi": name.upper(), "en": name} for name in ("device", "state", "made_in")}
    monkeypatch.setitem(rights_texts._data()["row_labels"], "devices", words)
    monkeypatch.setitem(rights_texts._data()["row_choices"], "devices.state", {"new": {"fi": "uusi", "en": "new"}})
    row = RowBlock("devices").clean({"device": "Kamera", "state": "new", "made_in": "SE"})
    table = rows_in_words("devices", [row], "fi")
    assert table.headings == ["DEVICE", "STATE", "MADE_IN"]
    assert (table.rows[0].title, table.rows[0].cells) == ("Kamera", [("STATE", "uusi"), ("MADE_IN", "Ruotsi")])
    assert table.layout == "table"


def test_rows_with_many_columns_are_printed_as_entries() -> None:
    cookie = {"name": "a", "purpose": "b", "duration": "c", "category": "necessary"}
    assert rows_in_words("cookies", [cookie], "fi").layout == "entries"
    assert rows_in_words("cookies", [{"name": "a", "purpose": "b"}], "fi").layout == "table"
    assert rows_in_words("security", [{"material": "paper", "measure": "lukko"}], "fi").layout == "grouped"


def test_fields_that_hold_codes_are_told_apart_from_those_with_words() -> None:
    codes = {"legal_basis", "special_basis", "kind", "country", "safeguard", "unit", "material"}
    assert rights_texts.code_fields() == codes, "a category is a code with cookies and words with groups of data"
    forms = {field.name: field.form for kind in ROW_KINDS.values() for field in kind.fields if field.name in codes}
    assert set(forms.values()) == {Form.CHOICE, Form.COUNTRY}
