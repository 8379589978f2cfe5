"""A complete, lawful notice gives no finding in any language: the checks do not cry wolf."""

import pytest

from privacy.notices.checks import completeness, run_checks
from tests.privacy.notices.checks.builders import LANGUAGES, as_document, model


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
