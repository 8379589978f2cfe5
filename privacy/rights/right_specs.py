"""What is peculiar to each right, as data: its place in lists, what the form asks of it, and what follows from it.

A right is declared here (`data/rights.json`), in `choices.Right`, with its words in the rights of notices, and with
its guidance.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from django.utils.functional import lazy

from privacy.languages import text_in
from privacy.notices.sections.rights_texts import right_texts
from privacy.site_languages import language_now

_DATA = Path(__file__).parent / "data" / "rights.json"


@dataclass(frozen=True, slots=True)
class FormQuestion:
    """One question of the form about one right; label and hint are in the language of the moment."""

    key: str
    label: Any
    hint: Any = ""
    required: bool = False
    long: bool = True


@dataclass(frozen=True, slots=True)
class RightSpec:
    """One right.

    `position` is stored with requests and never changes; gaps are left for rights to come. `nameless`: the address,
    number or service meant is enough, and the person's name is optional. `told_onward`: recipients of the data are told
    when it is fulfilled (GDPR Art. 19).
    """

    position: int
    questions: tuple[FormQuestion, ...]
    nameless: bool = False
    told_onward: bool = False


@cache
def right_specs() -> dict[str, RightSpec]:
    return {key: _spec(entry) for key, entry in _data().items()}


def title_of(right: str) -> Any:
    """Give the name of a right in closed lists, in the language of the moment."""
    return _title(right)


def _spec(entry: Mapping[str, Any]) -> RightSpec:
    marks = {name: entry[name] for name in ("nameless", "told_onward") if name in entry}
    questions = tuple(
        FormQuestion(**{**question, **{name: _words(question[name]) for name in ("label", "hint") if name in question}})
        for question in entry["questions"]
    )
    return RightSpec(entry["position"], questions, **marks)


_words = lazy(lambda words: text_in(words, language_now()), str)


def _title_now(right: str) -> str:
    # Most rights are called in lists what they are called in notices.
    return text_in(_data()[right].get("title") or right_texts()[right].name, language_now())


_title = lazy(_title_now, str)


@cache
def _data() -> dict[str, Any]:
    return json.loads(_DATA.read_text(encoding="utf-8"))
