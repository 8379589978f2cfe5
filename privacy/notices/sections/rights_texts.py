"""The rights of the data subject as data: names, articles, what they give, and when they do not apply."""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from privacy.languages import text_in

_DATA = Path(__file__).parent.parent / "data" / "rights.json"

Texts = dict[str, str]


@dataclass(frozen=True, slots=True)
class RightText:
    """What a notice, a form and a letter say of one right."""

    key: str
    article: str
    section: str
    bases: tuple[str, ...] | str
    name: Texts
    label: Texts
    plain: Texts
    applies: Texts
    not_applying: Texts

    def name_in(self, language: str) -> str:
        """Give the official name."""
        return text_in(self.name, language)

    def label_in(self, language: str) -> str:
        """Give the short name for lists."""
        return text_in(self.label, language)

    def plain_in(self, language: str) -> str:
        """Give the right in the words of the form."""
        return text_in(self.plain, language)

    def applies_to(self, *, bases: set[str], marketing: bool, decisions: bool) -> bool:
        """Tell whether the right usually applies; with unknown legal bases every right does (GDPR Art. 15-22)."""
        if self.bases == "always":
            return True
        if self.bases == "marketing":
            return marketing
        if self.bases == "decisions":
            return decisions
        return not bases or bool(bases & set(self.bases))


@cache
def _data() -> dict[str, Any]:
    return json.loads(_DATA.read_text(encoding="utf-8"))


@cache
def right_texts() -> dict[str, RightText]:
    """Give the texts of all rights by key, in the order of the articles."""
    return {entry["key"]: _right_text(entry) for entry in _data()["rights"]}


def _right_text(entry: dict[str, Any]) -> RightText:
    bases = entry["bases"]
    return RightText(**{**entry, "bases": bases if isinstance(bases, str) else tuple(bases)})


def phrase(key: str, language: str) -> str:
    """Give a standing phrase of the rights sections in a language."""
    return text_in(_data()["texts"][key], language)


def legal_basis(code: str, language: str) -> str:
    """Give a legal basis with its article, as it is printed in a notice."""
    return text_in(_data()["legal_bases"][code], language)


def special_basis(code: str, language: str) -> str:
    """Give an exception of Article 9(2) with its article, as it is printed in a notice."""
    return text_in(_data()["special_bases"][code], language)


def label_texts(kind: str, field: str) -> Texts:
    """Give the heading of a column of structured rows in all languages."""
    return _data()["row_labels"][kind][field]


def choice_texts(kind: str, field: str) -> dict[str, Texts]:
    """Give the values that a column of structured rows can have, each in all languages."""
    if field == "legal_basis":
        return _data()["legal_bases"]
    if field == "special_basis":
        return _data()["special_bases"]
    return _data()["row_choices"][f"{kind}.{field}"]


# Their words stand in lists that are no matter of rows.
_CODED_ELSEWHERE = ("legal_basis", "special_basis", "country")


@cache
def code_fields() -> frozenset[str]:
    """Give the names of fields of structured rows that hold a code, and words in no kind of row."""
    chosen: dict[str, set[bool]] = {}
    for kind, labels in _data()["row_labels"].items():
        for field in labels:
            is_chosen = field in _CODED_ELSEWHERE or f"{kind}.{field}" in _data()["row_choices"]
            chosen.setdefault(field, set()).add(is_chosen)
    return frozenset(field for field, found in chosen.items() if found == {True})


def row_label(kind: str, field: str, language: str) -> str:
    """Give the heading of a column of structured rows."""
    return text_in(label_texts(kind, field), language)


def counted_from(start: str, language: str) -> str:
    """Say from when a period is counted: some languages do it by a word, unless the editor wrote one."""
    counted = _data()["counted_from"]
    if not start or start.lower().startswith(tuple(counted["own_words"])):
        return start
    return text_in(counted["text"], language).replace("{start}", start)


def row_choice(kind: str, field: str, value: str, language: str) -> str:
    """Give a chosen value of a structured row as it is printed; the value itself where it has no words."""
    words = choice_texts(kind, field).get(value)
    return text_in(words, language) if words else value
