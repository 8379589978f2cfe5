"""The starter's texts are complete, and the languages of a notice pair block by block."""

import uuid

import pytest

from privacy.notices.sections.types import section_types, starting_keys
from privacy.registers.choices import ControllerKind
from privacy.site_languages import languages_of_app
from privacy.starter.texts import (
    blocks_of,
    form_texts,
    index_texts,
    notice_texts,
    request_notice_texts,
    usual_register_name,
)


@pytest.mark.parametrize("language", languages_of_app())
def test_every_language_has_every_text(language: str) -> None:
    assert "{register}" in notice_texts(language)["title"]
    assert form_texts(language)["title"]
    assert index_texts(language)["slug"]
    assert usual_register_name(language)


@pytest.mark.parametrize("language", languages_of_app())
def test_the_first_notice_has_every_section_that_a_new_notice_starts_with(language: str) -> None:
    keys = [section["key"] for section in notice_texts(language)["sections"]]

    assert set(starting_keys()) <= set(keys)


def test_a_public_body_claims_no_legitimate_interests_for_its_requests() -> None:
    public = request_notice_texts(ControllerKind.PUBLIC_BODY, "fi")["sections"]
    private = request_notice_texts(ControllerKind.COMPANY, "fi")["sections"]

    assert "legitimate_interests" not in {section["key"] for section in public}
    assert "legitimate_interests" in {section["key"] for section in private}


@pytest.mark.parametrize("language", languages_of_app())
@pytest.mark.parametrize("kind", [ControllerKind.PUBLIC_BODY, ControllerKind.COMPANY])
def test_sections_to_check_are_in_the_request_notice(kind: str, language: str) -> None:
    texts = request_notice_texts(kind, language)

    assert set(texts["confirm"]) <= {section["key"] for section in texts["sections"]}


def test_blocks_have_the_same_ids_in_every_language() -> None:
    seed = uuid.uuid4()
    finnish, swedish = (
        blocks_of(request_notice_texts(ControllerKind.COMPANY, code)["sections"], seed) for code in ("fi", "sv")
    )

    assert [(block["type"], block["id"]) for block in finnish] == [(block["type"], block["id"]) for block in swedish]
    assert len({block["id"] for block in finnish}) == len(finnish)


def test_blocks_hold_the_sections_without_their_key() -> None:
    (block,) = blocks_of([{"key": "retention", "text": "", "rows": [{"data": "tilaukset"}]}], uuid.uuid4())

    assert block["type"] in section_types()
    assert block["value"]["text"] == ""
    assert [row["value"] for row in block["value"]["rows"]] == [{"data": "tilaukset"}]
