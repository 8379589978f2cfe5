"""The data files speak all three languages and agree with the code."""

import json
import re
from pathlib import Path

import pytest

from privacy.notices.sections.rights_texts import choice_texts, label_texts, right_texts
from privacy.notices.sections.row_kinds import ROW_KINDS
from privacy.notices.sections.types import section_types, starting_keys
from privacy.rights.choices import Right

LANGUAGES = ("fi", "sv", "en")
DOMAIN = Path(__file__).resolve().parents[4] / "shared" / "domain" / "section_types.json"


def test_every_right_has_texts_in_order() -> None:
    assert list(right_texts()) == Right.values


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_right_is_named_and_explained(language: str) -> None:
    for right in right_texts().values():
        assert right.name[language]
        assert right.plain[language]
        assert right.label[language]
        if right.bases != "always":
            assert right.not_applying[language]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_section_type_has_heading_help_and_example(language: str) -> None:
    for section_type in section_types().values():
        assert section_type.heading[language]
        assert section_type.help[language]
        assert section_type.preview[language]


def test_every_column_and_choice_of_rows_has_words() -> None:
    for kind, declared in ROW_KINDS.items():
        for field in declared.fields:
            assert set(label_texts(kind, field.name)) >= set(LANGUAGES)
            if field.form == "choice":
                assert choice_texts(kind, field.name)


def test_new_notice_starts_with_all_that_is_always_mandatory() -> None:
    always = {key for key, kind in section_types().items() if kind.required == "always" and kind.kind == "section"}
    assert always <= set(starting_keys())


def test_old_words_are_never_default_headings() -> None:
    old = re.compile(r"\bATK|\bADB|rekisteriseloste|registerbeskrivning|tarkastusoikeus", re.IGNORECASE)
    headings = [text for kind in section_types().values() for text in kind.heading.values()]
    assert not [heading for heading in headings if old.search(heading)]


@pytest.mark.skipif(not DOMAIN.exists(), reason="the domain reference is not beside the project")
def test_section_types_agree_with_the_domain_reference() -> None:
    reference = {entry["key"]: entry for entry in json.loads(DOMAIN.read_text(encoding="utf-8"))["section_types"]}
    assert list(section_types()) == list(reference)
    for key, kind in section_types().items():
        assert kind.heading == reference[key]["heading"]
        assert list(kind.refs) == reference[key]["refs"]
