"""Standard texts: complete in three languages, with plain placeholders that are checked, and changed by editors."""

import re
from dataclasses import replace
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from privacy.mail.choices import kind_choices
from privacy.mail.models import Message
from privacy.rights.models.standard_texts import (
    LetterText,
    StandardText,
    TextCode,
    bundled,
    fields_of,
    filled,
    standard_text,
    text_choices,
    unknown_placeholders,
)
from privacy.rights.steps import LetterSpec, Step

LANGUAGES = ("fi", "sv", "en")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", TextCode)
def test_bundled_text_is_whole_and_fills_in_only_what_is_known(code: str, language: str) -> None:
    text = bundled(code, language)
    assert text.text.strip()
    assert unknown_placeholders(text.text, fields_of(code)) == []
    assert unknown_placeholders(text.subject, ["number"]) == []
    used = {tuple(sorted(set(re.findall(r"{(\w+)}", bundled(code, each).text)))) for each in LANGUAGES}
    assert len(used) == 1, "the languages say different things"


def test_letter_of_a_step_has_a_text_and_a_name() -> None:
    letters = [letter for step in Step for letter in step.spec.letters]
    assert {letter.text for letter in letters} <= {str(code) for code, _title in text_choices()}
    assert {letter.kind for letter in letters} <= {kind for kind, _name in kind_choices()}


def test_letter_of_a_new_kind_is_named_as_its_text_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Step.NOTE, "spec", replace(Step.NOTE.spec, letters=(LetterSpec("progress", "reminder"),)))
    with override("sv"):
        title = dict(text_choices())["reminder"]
        assert Message(kind="progress").get_kind_display() == title


@pytest.mark.parametrize(
    ("text", "unknown"),
    [
        ("Hei {number}", []),
        ("Hei {nimi}, {nimi}", ["{nimi}"]),
        ("Hei {number", ["{"]),
        ("{number.__class__}", ["{", "}"]),
        ("{{ number }}{% load x %}", ["{", "}"]),
    ],
)
def test_unknown_placeholders_and_stray_braces_are_named(text: str, unknown: list[str]) -> None:
    assert unknown_placeholders(text, ["number"]) == unknown


def test_what_is_filled_in_is_not_filled_in_again() -> None:
    assert filled("{facts}", {"facts": "{number}", "number": "1"}) == "{number}"


def test_paragraph_without_anything_to_say_goes() -> None:
    assert filled("A\n\n{facts}\n\nB {facts}", {"facts": ""}) == "A\n\nB"


def test_subject_holds_the_number_and_nothing_else() -> None:
    letter = LetterText("Nro {number} {rights}", "x").filled({"number": "1", "rights": "kaikki"})
    assert letter.subject == "Nro 1"


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("fields", "wrong"),
    [
        ({"text": "Hei {nimi}"}, "text"),
        ({"subject": "Hei {rights}"}, "subject"),
        ({"subject": " ", "text": "Hei"}, "subject"),
    ],
)
def test_text_that_would_go_out_broken_is_refused(fields: dict[str, str], wrong: str) -> None:
    text = StandardText(**{"code": "answer", "language": "fi", "subject": "Hei", "text": "Hei", **fields})
    with pytest.raises(ValidationError) as error:
        text.full_clean()
    assert set(error.value.message_dict) == {wrong}


@pytest.mark.usefixtures("site")
def test_editor_begins_with_the_bundled_text_and_gets_it_back_by_deleting(superuser_client: Client) -> None:
    add = reverse(StandardText.snippet_viewset.get_url_name("add"))  # type: ignore[attr-defined]
    blank: dict[str, Any] = {"code": "answer", "language": "sv", "subject": "", "text": ""}
    assert superuser_client.get(add).status_code == 200
    superuser_client.post(add, blank)
    row = StandardText.objects.get()
    assert row.text == bundled("answer", "sv").text
    edit = reverse(StandardText.snippet_viewset.get_url_name("edit"), args=[row.pk])  # type: ignore[attr-defined]
    page = superuser_client.get(edit)
    assert "{number}" in page.content.decode()
    superuser_client.post(edit, {**blank, "subject": "Svar ({number})", "text": "Hej!"})
    assert standard_text("answer", "sv") == LetterText("Svar ({number})", "Hej!")
    wrong = superuser_client.post(edit, {**blank, "subject": "Svar", "text": "Hej {namn}"})
    assert "{namn}" in wrong.content.decode()
    row.delete()
    assert standard_text("answer", "sv") == bundled("answer", "sv")
