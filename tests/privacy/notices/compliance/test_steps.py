"""Where an editor is led from a finding: to the words, to the section that sets it right, or to adding that section."""

from privacy.notices.compliance.presentation import EditorStep, steps_of
from privacy.notices.compliance.rules import NoticeView
from tests.privacy.notices.compliance.rules.builders import found
from tests.privacy.notices.compliance.rules.test_views import block, view

LEFT_OPEN = "<p>Tietoja ei siirretä EU:n ulkopuolelle, ellei se ole tarpeellista.</p>"


def steps(notice: NoticeView, check_id: str) -> list[EditorStep]:
    return steps_of(found(notice, check_id)[0], notice)


def test_missing_section_is_added_in_its_usual_place() -> None:
    notice = view(block("purposes", text="<p>Palvelu.</p>"), block("recipients"), block("complaint"))
    assert steps(notice, "PN023") == [EditorStep("retention", after="block-id-recipients-section")]
    assert steps(view(block("complaint")), "PN023") == [EditorStep("retention")]


def test_section_that_waits_for_its_text_is_not_added_twice() -> None:
    notice = view(block("retention"))
    assert steps(notice, "PN023") == [EditorStep("retention", "block-id-retention-section")]


def test_missing_basis_leads_to_the_purposes_where_it_is_chosen() -> None:
    notice = view(block("purposes", text="<p>Palvelu.</p>"))
    assert steps(notice, "PN012") == [EditorStep("purposes", "block-id-purposes-section")]


def test_sentence_in_two_sections_is_shown_where_it_belongs() -> None:
    notice = view(block("sources", text=LEFT_OPEN), block("transfers", text=LEFT_OPEN))
    assert steps(notice, "PN021") == [EditorStep("transfers", "block-id-transfers-section")]


def test_mention_in_the_wrong_section_leads_there_and_to_the_section_that_is_missing() -> None:
    text = "<p>Voit saattaa oikaisun epäämisen tietosuojavaltuutetun ratkaistavaksi.</p>"
    there = "block-id-right_to_rectification-section"
    notice = view(block("right_to_rectification", text=text, fill="text"))
    assert steps(notice, "PN036") == [
        EditorStep("right_to_rectification", there),
        EditorStep("complaint", after=there),
    ]


def test_words_of_an_own_heading_are_looked_for_in_the_settings() -> None:
    notice = view(block("security_electronic", text="<p>Palomuuri.</p>", heading="ATK:lla käsiteltävät tiedot"))
    assert steps(notice, "PN046")[0].in_heading
    notice = view(block("security_electronic", text="<p>ATK-tiedot on suojattu.</p>"))
    assert not steps(notice, "PN046")[0].in_heading


def test_row_without_a_word_tells_nothing() -> None:
    notice = view(block("retention", rows=[{"data": "", "kind": "", "length": None}]))
    assert found(notice, "PN023")
    assert not found(notice, "PN056")
