"""The view of a page: what is written, what is filled in, what is linked, and what a new notice still lacks."""

from typing import Any

from privacy.notices.compliance.engine.page_view import identity_of, plain_text, register_view, view_of_sections
from privacy.notices.compliance.rules import NoticeView, run_checks
from privacy.notices.sections.resolve import processing_of, resolve_sections
from privacy.notices.sections.types import starting_keys
from privacy.registers.details import RegisterFacts
from tests.privacy.notices.compliance.rules.builders import AUTHORITY, TODAY, found

FACTS = RegisterFacts(
    uuid="11111111-1111-1111-1111-111111111111",
    name="Asiakasrekisteri",
    name_shown=True,
    controller={"kind": "company", "name": "Esimerkki Oy", "business_id": "1234567-1", "email": "info@example.fi"},
    contacts=({"kind": "function", "title": "Asiakaspalvelu", "email": "info@example.fi"},),
    authority=AUTHORITY,
)


def view(*blocks: dict[str, Any]) -> NoticeView:
    """Give the view of a page with these blocks."""
    return view_of_sections(
        language="fi",
        sections=resolve_sections(blocks, [FACTS], "fi"),
        registers=[register_view(FACTS)],
        processing=processing_of(blocks, [FACTS]),
        today=TODAY,
        blocks=blocks,
    )


def block(key: str, **value: Any) -> dict[str, Any]:
    return {"type": key, "value": value, "id": f"id-{key}"}


def test_new_notice_lacks_only_what_the_editor_must_write() -> None:
    notice = view(*({"type": key, "value": {}, "id": key} for key in starting_keys()))
    errors = {finding.id for finding in run_checks(notice) if finding.severity == "error"}
    assert errors == {"PN011", "PN012", "PN019", "PN023"}


def test_rights_that_the_system_fills_in_are_covered() -> None:
    notice = view(block("rights_overview"))
    missing = {"PN027", "PN028", "PN029", "PN030", "PN031", "PN032", "PN041", "PN068"}
    assert not missing & {finding.id for finding in run_checks(notice)}
    assert notice.sections[0].text == ""
    assert "kuukauden" in notice.sections[0].filled_text


def test_codes_are_no_words() -> None:
    filled = view(block("purposes", rows=[{"purpose": "Palvelu", "legal_basis": "contract"}]), block("legal_basis"))
    assert "contract" not in filled.low
    assert filled.sections[0].row_text == "Palvelu"
    assert not found(filled, "PN012")


def test_own_heading_is_told_from_the_default() -> None:
    notice = view(block("other", text="<p>a</p>"), block("security", heading="Tietoturva", text="<p>b</p>"))
    assert [one.own_heading for one in notice.sections] == [False, True]


def test_block_with_a_heading_and_no_text_is_an_empty_section() -> None:
    assert found(view(block("security", heading="Tietoturva")), "PN056")[0].subject.identity == "id-security"
    assert found(view(block("security", text="<p> </p>")), "PN056")
    assert not found(view(block("security")), "PN056"), "nothing of it is shown"


def test_rich_text_becomes_lines_and_links() -> None:
    text, links = plain_text(
        '<p>Lue <a linktype="page" id="7">lisää</a>.</p><ul><li>nimi</li><li>osoite &amp; ikä</li></ul>'
    )
    assert text == "Lue lisää.\nnimi\nosoite & ikä"
    assert [(link.page, link.words) for link in links] == [(7, "lisää")]


def test_markup_that_a_reader_sees_is_found_and_the_editors_own_is_not() -> None:
    assert found(view(block("other", text="<p>&lt;b&gt;Nimi&lt;/b&gt;</p>")), "PN049")
    assert not found(view(block("other", text="<p><b>Nimi</b></p>")), "PN049")


def test_identity_of_a_contact_holds_no_name() -> None:
    assert identity_of({"id": 7, "name": "Kaisa Esimerkki"}) == "7"
    digest = identity_of({"name": "Kaisa Esimerkki", "email": "kaisa@example.fi"})
    assert "kaisa" not in digest.lower()
    assert digest != identity_of({"name": "Kaisa Malli", "email": "kaisa@example.fi"})
