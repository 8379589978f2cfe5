"""Superseded versions show a contact who is a natural person by function only (data minimisation, Art. 5(1)(c))."""

import json
import re
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from django.utils.html import escape

from privacy.languages import text_in
from privacy.registers.choices import ContactKind, ContactRole
from privacy.registers.identifiers import format_phone

# What stands in public archives for a person without a title, by role and language.
_FUNCTIONS = Path(__file__).parent.parent / "data" / "functions.json"


@cache
def _functions() -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = json.loads(_FUNCTIONS.read_text(encoding="utf-8"))
    return found


Words = dict[str, str]

_PEOPLE = ("contacts", "dpos", "representatives")
_LINK_TO_PERSON = re.compile(r'<a href="(?:mailto|tel):[^"]*">(.*?)</a>', re.DOTALL)


def personal_words(registers: Iterable[dict[str, Any]], language: str) -> Words:
    """Give name, email and telephone number of each person that registers name, each with the person's function.

    The number is there in both forms: as it is stored, and as people write it.
    """
    people = [details for facts in registers for name in _PEOPLE for details in facts[name]]
    words: Words = {}
    for details in people:
        masked = _mask(details, language)
        if masked is not details:
            phone = details.get("phone") or ""
            said = (details.get("name"), details.get("email"), phone, format_phone(phone))
            words |= {word: masked["title"] for word in said if word}
    return words


def mask_section(section: dict[str, Any], language: str, words: Words | None = None) -> dict[str, Any]:
    """Give a section in which persons are named by their function, each function once.

    `words` are those by which the notice names persons elsewhere, with the function that takes their place where an
    editor wrote them into the text or the rows.
    """
    filled: list[dict[str, Any]] = []
    for part in section["filled"]:
        masked = _mask(part, language) if part["type"] == "card" else part
        if masked not in filled:
            filled.append(masked)
    return {
        **section,
        "text": _mask_text(section["text"], words or {}),
        "rows": [_mask_row(row, words or {}) for row in section["rows"]],
        "filled": filled,
    }


def _mask_text(html: str, words: Words) -> str:
    stored = {str(escape(word)): str(escape(function)) for word, function in words.items()}

    def without_link(link: re.Match[str]) -> str:
        return link[1] if _replaced(link[0], stored) != link[0] else link[0]

    return _replaced(_LINK_TO_PERSON.sub(without_link, html), stored)


def _mask_row(row: dict[str, Any], words: Words) -> dict[str, Any]:
    return {name: _replaced(value, words) if isinstance(value, str) else value for name, value in row.items()}


def _replaced(text: str, words: Words) -> str:
    """Give a text with whole words replaced, the longest first."""
    for word in sorted(words, key=len, reverse=True):
        parts = re.split(rf"(?<!\w){re.escape(word)}(?!\w)", text)
        text = words[word].join(parts)
    return text


def mask_registers(registers: Sequence[dict[str, Any]], language: str) -> list[dict[str, Any]]:
    """Give the facts of registers in which persons are named by their function."""
    return [
        {**facts, **{name: [_mask(contact, language) for contact in facts[name]] for name in _PEOPLE}}
        for facts in registers
    ]


def _mask(details: dict[str, Any], language: str) -> dict[str, Any]:
    if details.get("kind") != ContactKind.PERSON:
        return details
    functions = _functions()
    words = functions.get(details.get("role", ""), functions[ContactRole.CONTACT_PERSON])
    title = details.get("title") or text_in(words, language)
    return {**details, "name": "", "title": title, "email": "", "phone": ""}
