"""A complete, lawful notice gives no finding in any language: the checks do not cry wolf."""

from pathlib import Path

import pytest

from privacy.importer.document_checks import check_file
from privacy.notices.compliance.rules import completeness, run_checks
from tests.privacy.notices.compliance.rules.builders import LANGUAGES, TODAY, as_document, change, ids, model

DOCUMENTS = Path(__file__).parent / "lawful_documents"


@pytest.mark.parametrize("language", LANGUAGES)
def test_complete_notice_has_no_finding(language: str) -> None:
    assert [(one.id, one.section, one.excerpt) for one in run_checks(model(language))] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_complete_notice_has_no_finding_when_all_of_it_is_plain_text(language: str) -> None:
    found = [(one.id, one.section, one.excerpt) for one in run_checks(as_document(model(language)))]
    unknown_kind = {"PN003"} if language == "en" else set()  # an association without a business id
    assert {check_id for check_id, _section, _words in found} == unknown_kind, found


@pytest.mark.parametrize("language", LANGUAGES)
def test_complete_notice_lacks_no_item_of_the_articles(language: str) -> None:
    for notice in (model(language), as_document(model(language))):
        assert [item.sentence_in("en") for item in completeness(notice) if not item.present] == []


@pytest.mark.parametrize("path", sorted(DOCUMENTS.glob("*.txt")), ids=lambda path: path.stem)
def test_lawful_document_of_another_hand_has_no_finding(path: Path) -> None:
    found = check_file(path.read_bytes(), name=path.name, today=TODAY)
    # Of an association nobody knows that it is one: a document has no kind of controller.
    allowed = {"PN003"} if path.stem.startswith("association") else set()
    assert [(one.id, one.section, one.excerpt) for one in found if one.id not in allowed] == []


def test_there_are_lawful_documents_in_each_language() -> None:
    assert {path.stem.rpartition(".")[2] for path in DOCUMENTS.glob("*.txt")} == set(LANGUAGES)


MISSING = {
    "retention": "PN023",
    "recipients": "PN019",
    "transfers": "PN020",
    "data_categories": "PN017",
    "sources": "PN018",
    "mandatory_data": "PN016",
    "complaint": "PN035",
    "right_of_access": "PN027",
    "right_to_rectification": "PN028",
    "right_to_erasure": "PN029",
    "right_to_restriction": "PN030",
    "right_to_portability": "PN031",
    "right_to_object": "PN032",
    "right_to_withdraw_consent": "PN015",
    "exercising_rights": "PN041",
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("key", "check_id"), MISSING.items())
def test_section_that_is_taken_away_is_missed(language: str, key: str, check_id: str) -> None:
    for notice in (model(language), as_document(model(language))):
        kept = tuple(section for section in notice.sections if section.key != key)
        assert check_id in ids(change(notice, sections=kept))
