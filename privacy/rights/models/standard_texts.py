"""The standard texts of letters: bundled in three languages, and what an editor has made of them."""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from privacy.languages import primary, text_in
from privacy.mail.choices import MessageKind
from privacy.rights.steps import Step
from privacy.site_languages import language_choices, lazy_text

_PLACEHOLDER = re.compile(r"\{([A-Za-z_]+)\}")
_BRACES = re.compile(r"[{}]")


def unknown_placeholders(text: str, known: Iterable[str]) -> list[str]:
    """Give the placeholders of a text that nothing fills in, and stray braces, each once and in order."""
    known = set(known)
    names = [f"{{{name}}}" for name in _PLACEHOLDER.findall(text) if name not in known]
    stray = _BRACES.findall(_PLACEHOLDER.sub("", text))
    return list(dict.fromkeys([*names, *stray]))


def filled(text: str, values: Mapping[str, str]) -> str:
    """Give the text with its placeholders filled in, once: what is filled in is never looked through again.

    A paragraph that holds nothing but placeholders with empty values goes.
    """
    paragraphs = [_PLACEHOLDER.sub(lambda match: str(values.get(match[1], "")), part) for part in text.split("\n\n")]
    return "\n\n".join(part.strip() for part in paragraphs if part.strip())


_DATA = Path(__file__).parent.parent / "data" / "standard_texts.json"
# A subject is read by whoever looks over a shoulder: it holds the number and nothing else.
SUBJECT_FIELDS = ("number",)


class TextCode(StrEnum):
    """The standard texts that the code names; what they are for, and all others there are, stand in the data file."""

    IDENTITY_QUESTION = "identity_question"
    CLARIFICATION_QUESTION = "clarification_question"
    REMINDER = "reminder"
    EXTENSION = "extension"
    RECEIPT_CORRECTED = "receipt_corrected"
    MOVED = "moved"
    FORWARDED = "forwarded"
    NOT_OURS_PASSED = "not_ours_passed"
    NOT_OURS = "not_ours"
    DOCUMENT_REQUEST = "document_request"
    ANSWER = "answer"
    OUTCOME_FULFILLED = "outcome_fulfilled"
    OUTCOME_PARTLY_FULFILLED = "outcome_partly_fulfilled"
    OUTCOME_NO_DATA = "outcome_no_data"
    OUTCOME_REFUSED = "outcome_refused"
    OUTCOME_WITHDRAWN = "outcome_withdrawn"
    OUTCOME_UNIDENTIFIED = "outcome_unidentified"
    OUTCOME_NOT_A_REQUEST = "outcome_not_a_request"
    NATIONAL_RESTRICTION = "national_restriction"
    JOINT_CONTROLLER = "joint_controller"
    CONTACT_CLOSING = "contact_closing"


def text_choices() -> list[tuple[str, Any]]:
    """Give the codes of all standard texts with what each is for: whole letters, then the paragraphs of an answer."""
    return [(code, lazy_text(entry["title"])) for code, entry in _data()["texts"].items()]


def letter_kinds() -> list[tuple[str, Any]]:
    """Give the kinds of letters that steps of requests declare besides those of MessageKind, named by their texts."""
    titles = dict(text_choices())
    letters = [letter for step in Step for letter in step.spec.letters if letter.kind not in MessageKind.values]
    return list({letter.kind: titles[letter.text] for letter in letters}.items())


class StandardText(models.Model):
    """A standard text as an editor has changed it, in one language; without a row the bundled one is used."""

    code = models.CharField(_("text"), max_length=40, choices=text_choices)
    language = models.CharField(_("language"), max_length=10, choices=language_choices)
    subject = models.CharField(_("subject"), max_length=150, blank=True)
    text = models.TextField(
        _("text"), blank=True, help_text=_("Leave it empty and save to begin with the bundled text.")
    )

    class Meta:
        verbose_name = _("standard text")
        verbose_name_plural = _("standard texts")
        ordering = ["code", "language"]
        constraints = [models.UniqueConstraint(fields=["code", "language"], name="standard_text_once")]

    def __str__(self) -> str:
        return f"{self.get_code_display()} ({self.language})"

    def clean(self) -> None:
        """Begin with the bundled text where nothing is written; refuse placeholders that nothing fills in."""
        super().clean()
        if not is_standard_text(self.code):
            return
        if not self.text.strip():
            text = bundled(self.code, self.language)
            self.subject, self.text = self.subject or text.subject, text.text
        problems = {
            "subject": unknown_placeholders(self.subject, SUBJECT_FIELDS),
            "text": unknown_placeholders(self.text, fields_of(self.code)),
        }
        known = {"subject": SUBJECT_FIELDS, "text": fields_of(self.code)}
        errors = {name: _complaint(unknown, known[name]) for name, unknown in problems.items() if unknown}
        if bundled(self.code, "en").subject and not self.subject.strip():
            errors["subject"] = gettext("A letter needs a subject.")
        if errors:
            raise ValidationError(errors)


@dataclass(frozen=True, slots=True)
class LetterText:
    """Subject and text, with placeholders or filled in; paragraphs are separated by empty lines."""

    subject: str
    text: str

    def filled(self, values: Mapping[str, str]) -> "LetterText":
        """Give the text with its placeholders filled in."""
        subject = {name: values[name] for name in SUBJECT_FIELDS if name in values}
        return LetterText(filled(self.subject, subject), filled(self.text, values))


def standard_text(code: str, language: str) -> LetterText:
    """Give a standard text in a language: the editor's, else the bundled one."""
    rows = {row.language: row for row in StandardText.objects.filter(code=code, language__in=_tags(language))}
    row = next((rows[tag] for tag in _tags(language) if tag in rows), None)
    return LetterText(row.subject, row.text) if row else bundled(code, language)


def _tags(language: str) -> tuple[str, str]:
    return language, primary(language)


def bundled(code: str, language: str) -> LetterText:
    """Give the bundled text; English where the language has none."""
    return LetterText(**text_in(_data()["texts"][code]["texts"], language))


def is_standard_text(code: str) -> bool:
    """Tell whether there is a standard text of a code."""
    return code in _data()["texts"]


def fields_of(code: str) -> list[str]:
    """Give the placeholders that are filled in in a text."""
    return _data()["texts"][code]["fields"]


def phrase(key: str, language: str) -> str:
    """Give a standing sentence of the letters, which editors do not change."""
    return text_in(_data()["phrases"][key], language)


@cache
def _data() -> dict[str, Any]:
    return json.loads(_DATA.read_text(encoding="utf-8"))


def _complaint(unknown: list[str], known: Sequence[str]) -> str:
    text = gettext("Nothing fills these in: %(unknown)s. You can use: %(known)s.")
    return text % {"unknown": " ".join(unknown), "known": " ".join(f"{{{name}}}" for name in known)}
