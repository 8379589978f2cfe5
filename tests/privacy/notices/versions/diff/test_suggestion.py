"""What changed in substance is suggested as a material change, everything else as an editorial one."""

from typing import Any

import pytest

from privacy.notices.sections.data import Section
from privacy.notices.versions.diff import Suggestion, suggest_kind

PURPOSE = {"purpose": "Tilausten toimittaminen", "legal_basis": "contract"}
MARKETING = {"purpose": "Suoramarkkinointi", "legal_basis": "consent"}
PERIOD = {"data": "Laskut", "kind": "period", "length": 6, "unit": "years", "start": "tilikauden päättymisestä"}


def section(key: str, **values: Any) -> dict[str, Any]:
    plain = {"heading": key, "anchor": key, "block_id": f"id-{key}"}
    return Section(key=key, **{**plain, **values}).as_data()


def suggested(old: list[dict[str, Any]], new: list[dict[str, Any]]) -> tuple[str, list[tuple[str, str]]]:
    suggestion = suggest_kind(old, new)
    return suggestion.kind, [(reason.code, reason.key) for reason in suggestion.reasons]


def of_texts(key: str, old: str, new: str) -> tuple[str, list[tuple[str, str]]]:
    return suggested([section(key, text=f"<p>{old}</p>")], [section(key, text=f"<p>{new}</p>")])


def test_same_text_is_no_change_and_has_no_reasons() -> None:
    data = [section("purposes", rows=[PURPOSE])]
    assert suggest_kind(data, data) == Suggestion("minor", ())


@pytest.mark.parametrize(
    ("key", "old", "new"),
    [
        ("purposes", [PURPOSE], [PURPOSE, MARKETING]),
        ("purposes", [PURPOSE], [{**PURPOSE, "legal_basis": "legitimate_interests"}]),
        ("retention", [PERIOD], [{**PERIOD, "length": 10}]),
        ("retention", [PERIOD], [{**PERIOD, "unit": "months"}]),
        ("recipients", [{"recipient": "Tilitoimisto", "kind": "processor"}], []),
        ("transfers", [], [{"recipient": "Pilvi Inc.", "country": "US", "safeguard": "scc"}]),
        ("data_categories", [{"category": "Terveystiedot"}], [{"category": "Terveystiedot", "special": True}]),
    ],
)
def test_changed_rows_are_material(key: str, old: list[dict[str, Any]], new: list[dict[str, Any]]) -> None:
    assert suggested([section(key, rows=old, text="x")], [section(key, rows=new, text="x")]) == (
        "major",
        [("rows_changed", key)],
    )


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Säilytämme tietoja 6 vuotta.", "Säilytämme tietoja 5 vuotta."),
        ("Käsittelemme tietoja suostumuksella.", "Käsittelemme tietoja suostumuksetta."),
        ("Tietoja luovutetaan.", "Tietoja ei luovuteta."),
        ("The processing is lawful.", "The processing is unlawful."),
        ("Uppgifterna får inte lämnas ut.", "Uppgifterna får lämnas ut."),
    ],
)
def test_small_word_with_another_meaning_is_material(old: str, new: str) -> None:
    assert of_texts("retention", old, new) == ("major", [("text_changed", "retention")])


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Säilytäme tietoja kuusi vuotta.", "Säilytämme tietoja kuusi vuotta."),
        ("Asiakassuhteen päätyttyä poistamme teidot.", "Asiakassuhteen päätyttyä poistamme tiedot."),
    ],
)
def test_slip_of_the_pen_is_editorial(old: str, new: str) -> None:
    assert of_texts("retention", old, new) == ("minor", [("spelling_only", "retention")])


def test_signs_letter_case_emphasis_and_order_of_rows_are_editorial() -> None:
    assert of_texts("retention", "kuusi vuotta", "<b>Kuusi</b> vuotta.") == ("minor", [("form_only", "retention")])
    old, new = section("purposes", rows=[PURPOSE, MARKETING]), section("purposes", rows=[MARKETING, PURPOSE])
    assert suggested([old], [new]) == ("minor", [("form_only", "purposes")])


def test_slip_in_a_row_is_editorial() -> None:
    old = section("purposes", rows=[{**PURPOSE, "purpose": "Tilausten toimitaminen"}, MARKETING])
    assert suggested([old], [section("purposes", rows=[PURPOSE, MARKETING])]) == (
        "minor",
        [("spelling_only", "purposes")],
    )


@pytest.mark.parametrize("key", ["transfers", "right_to_object", "automated_decisions", "sources"])
def test_section_of_substance_that_came_or_went_is_material(key: str) -> None:
    with_it, without = (
        [section("security", text="x"), section(key, text="<p>Teksti</p>")],
        [section("security", text="x")],
    )
    assert suggested(without, with_it) == ("major", [("section_added", key)])
    assert suggested(with_it, without) == ("major", [("section_removed", key)])


@pytest.mark.parametrize("key", ["introduction", "security", "cookies", "contact_person", "changes", "other", "gone"])
def test_other_sections_are_editorial(key: str) -> None:
    assert of_texts(key, "Vanha teksti", "Aivan toinen teksti") == ("minor", [("other_changed", key)])
    assert suggested([], [section(key, text="x")]) == ("minor", [("other_changed", key)])


def test_heading_is_editorial() -> None:
    old, new = section("purposes", rows=[PURPOSE]), section("purposes", rows=[PURPOSE], heading="Miksi?")
    assert suggested([old], [new]) == ("minor", [("heading_changed", "purposes")])


def test_new_place_and_new_block_id_are_no_change() -> None:
    old, new = section("purposes", text="x"), section("purposes", text="x", block_id="other", anchor="purposes-2")
    assert suggested([old], [new]) == ("minor", [])


def test_changed_flag_is_material() -> None:
    old, new = ([section("automated_decisions", text="x", flags=flags)] for flags in ({}, {"decisions": True}))
    assert suggested(old, new) == ("major", [("flags_changed", "automated_decisions")])


def rights(*usual: str, wording: str = "Voit pyytää.") -> dict[str, Any]:
    entries = [{"right": right, "text": wording} for right in usual]
    return section("rights_overview", filled=[{"type": "rights", "intro": "", "usual": entries, "unusual": []}])


def test_other_rights_are_material_but_not_their_new_wording() -> None:
    assert suggested([rights("access")], [rights("access", "portability")]) == (
        "major",
        [("filled_changed", "rights_overview")],
    )
    assert suggested([rights("access")], [rights("access", wording="Voit aina pyytää.")]) == (
        "minor",
        [("details_changed", "rights_overview")],
    )


def controller(**details: str) -> dict[str, Any]:
    return section("controller", filled=[{"type": "card", "name": "Esimerkki Oy", **details}])


def test_another_controller_is_material_but_not_its_new_details() -> None:
    old = [controller(business_id="1234567-1", phone="+358401234567")]
    assert suggested(old, [controller(business_id="1234567-1", phone="+358409999999")])[0] == "minor"
    assert suggested(old, [controller(name="Esimerkki Group Oy", business_id="1234567-1")])[0] == "minor"
    assert suggested(old, [controller(name="Toinen Oy", business_id="7654321-7")]) == (
        "major",
        [("controller_changed", "controller")],
    )


def test_reasons_of_a_material_change_are_the_material_ones() -> None:
    old = [section("purposes", rows=[PURPOSE]), section("security", text="<p>Lukot</p>")]
    new = [section("purposes", rows=[MARKETING]), section("security", text="<p>Salaus</p>")]
    assert suggested(old, new) == ("major", [("rows_changed", "purposes")])
