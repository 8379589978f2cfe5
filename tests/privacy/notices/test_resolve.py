"""What a notice says is resolved from its blocks and the facts of its registers."""

from typing import Any

import pytest

from privacy.notices.sections.data import Section
from privacy.notices.sections.resolve import resolve_sections
from privacy.registers.details import RegisterFacts

AUTHORITY = {"code": "FI", "name": "Tietosuojavaltuutetun toimisto", "website": "https://tietosuoja.fi"}


def facts(**changes: Any) -> RegisterFacts:
    plain: dict[str, Any] = {
        "uuid": "11111111-1111-1111-1111-111111111111",
        "name": "Asiakasrekisteri",
        "name_shown": True,
        "controller": {"name": "Esimerkki Oy", "email": "info@example.fi"},
        "contacts": ({"name": "", "title": "Asiakaspalvelu"},),
        "authority": AUTHORITY,
    }
    return RegisterFacts(**{**plain, **changes})


def block(key: str, block_id: str = "", **value: Any) -> dict[str, Any]:
    return {"type": key, "value": value, "id": block_id}


def purposes(*bases: str) -> dict[str, Any]:
    rows = [{"type": "item", "value": {"purpose": f"Tarkoitus {basis}", "legal_basis": basis}} for basis in bases]
    return block("purposes", rows=rows)


def keys(sections: list[Section]) -> list[str]:
    return [section.key for section in sections]


def part(sections: list[Section], key: str, kind: str) -> dict[str, Any]:
    section = next(section for section in sections if section.key == key)
    return next(part for part in section.filled if part["type"] == kind)


def rights(sections: list[Section], group: str) -> set[str]:
    return {entry["right"] for entry in part(sections, "rights_overview", "rights")[group]}


def test_controller_section_fills_itself() -> None:
    sections = resolve_sections([block("controller")], [facts()], "fi")
    assert part(sections, "controller", "card")["name"] == "Esimerkki Oy"
    assert sections[0].heading == "Rekisterinpitäjä"


@pytest.mark.parametrize(("language", "heading"), [("sv", "Personuppgiftsansvarig"), ("en", "Controller")])
def test_default_heading_is_in_the_language_of_the_notice(language: str, heading: str) -> None:
    assert resolve_sections([block("controller")], [facts()], language)[0].heading == heading


def test_own_heading_replaces_the_default() -> None:
    assert resolve_sections([block("controller", heading="Kuka vastaa?")], [facts()], "fi")[0].heading == "Kuka vastaa?"


def test_own_text_can_replace_what_fills_itself() -> None:
    section = resolve_sections([block("controller", fill="text", text="<p>Oma</p>")], [facts()], "fi")[0]
    assert (section.filled, section.text) == ([], "<p>Oma</p>")


def test_own_text_can_follow_what_fills_itself() -> None:
    section = resolve_sections([block("controller", fill="auto_and_text", text="<p>Oma</p>")], [facts()], "fi")[0]
    assert section.filled
    assert section.text == "<p>Oma</p>"


def test_text_left_behind_is_not_shown_when_the_section_fills_itself() -> None:
    assert resolve_sections([block("controller", text="<p>Vanha</p>")], [facts()], "fi")[0].text == ""


def test_section_with_nothing_in_it_is_left_out() -> None:
    assert resolve_sections([block("dpo"), block("retention")], [facts()], "fi") == []


def test_register_name_is_not_shown_when_the_register_hides_it() -> None:
    assert resolve_sections([block("register_name")], [facts(name_shown=False)], "fi") == []


def test_same_controller_of_two_registers_is_shown_once() -> None:
    sections = resolve_sections([block("controller")], [facts(), facts(name="Markkinointi")], "fi")
    assert len(sections[0].filled) == 1


def test_unknown_section_type_keeps_its_text() -> None:
    section = resolve_sections([block("from_the_future", text="<p>Jää</p>")], [facts()], "fi")[0]
    assert section.text == "<p>Jää</p>"


def test_second_section_of_a_kind_gets_an_anchor_of_its_own() -> None:
    blocks = [block("retention", "aaaaaaaa-1", text="<p>a</p>"), block("retention", "bbbbbbbb-1", text="<p>b</p>")]
    assert [section.anchor for section in resolve_sections(blocks, [], "fi")] == ["retention", "retention-bbbbbbbb"]


def test_legal_bases_are_gathered_from_the_purposes() -> None:
    sections = resolve_sections([purposes("contract", "consent"), block("legal_basis")], [facts()], "fi")
    assert [item["basis"] for item in part(sections, "legal_basis", "bases")["items"]] == ["contract", "consent"]


def test_all_rights_are_named_whatever_the_basis() -> None:
    sections = resolve_sections([purposes("legal_obligation"), block("rights_overview")], [facts()], "fi")
    assert len(rights(sections, "usual") | rights(sections, "unusual")) == 9


@pytest.mark.parametrize(
    ("basis", "applies", "not_applying"),
    [
        ("consent", {"portability", "erasure", "consent_withdrawal"}, {"objection", "marketing_objection"}),
        ("contract", {"portability", "erasure"}, {"objection", "consent_withdrawal"}),
        ("legal_obligation", {"access", "restriction"}, {"erasure", "portability", "objection"}),
        ("public_task", {"objection"}, {"erasure", "portability"}),
        ("legitimate_interests", {"objection", "erasure"}, {"portability", "consent_withdrawal"}),
    ],
)
def test_rights_that_apply_follow_the_legal_basis(basis: str, applies: set[str], not_applying: set[str]) -> None:
    sections = resolve_sections([purposes(basis), block("rights_overview")], [facts()], "fi")
    assert applies <= rights(sections, "usual")
    assert not_applying <= rights(sections, "unusual")


def test_with_unknown_bases_every_right_that_depends_on_one_is_among_the_usual() -> None:
    sections = resolve_sections([block("rights_overview")], [facts()], "fi")
    assert {"erasure", "portability", "objection"} <= rights(sections, "usual")


def test_right_to_object_has_a_heading_of_its_own() -> None:
    sections = resolve_sections(
        [purposes("public_task"), block("rights_overview"), block("complaint")], [facts()], "fi"
    )
    assert keys(sections)[1:] == ["rights_overview", "right_to_object", "complaint"]


def test_right_to_object_is_not_shown_twice() -> None:
    blocks = [purposes("public_task"), block("right_to_object"), block("rights_overview")]
    assert keys(resolve_sections(blocks, [facts()], "fi")).count("right_to_object") == 1


def test_marketing_brings_the_right_to_object_to_it() -> None:
    blocks = [purposes("contract"), block("direct_marketing", text="<p>Uutiskirje</p>"), block("rights_overview")]
    assert "right_to_object_marketing" in keys(resolve_sections(blocks, [facts()], "fi"))


def test_rights_section_links_to_the_form_with_the_register_chosen() -> None:
    sections = resolve_sections([block("rights_overview")], [facts()], "fi")
    assert part(sections, "rights_overview", "request_link")["register"] == facts().uuid


def test_complaint_names_the_supervisory_authority() -> None:
    sections = resolve_sections([block("complaint")], [facts()], "sv")
    assert part(sections, "complaint", "card")["name"] == AUTHORITY["name"]


def test_complaint_to_another_authority_does_not_cite_the_finnish_act() -> None:
    swedish = facts(authority={"code": "SE", "name": "Integritetsskyddsmyndigheten"})
    text = part(resolve_sections([block("complaint")], [swedish], "sv"), "complaint", "paragraph")["text"]
    assert "dataombudsman" not in text.casefold()
