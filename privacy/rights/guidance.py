"""What a handler checks before answering: per right, per person who asks, and per way of replying; as data.

Hints only: the handler decides, and nothing is refused because of them (5-requests.md 5.1).
"""

import json
from collections.abc import Set
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from privacy.languages import text_in
from privacy.notices.sections.rights_texts import right_texts
from privacy.rights.choices import ReasonCode

_DATA = Path(__file__).parent / "data" / "guidance.json"


@dataclass(frozen=True, slots=True)
class Guidance:
    """Hints in one language; `basis` is empty unless the right usually does not apply to the legal bases."""

    article: str
    checks: list[str]
    exceptions: list[str]
    identity: str
    hints: list[str]
    basis: str
    reasons: list[ReasonCode]


def guidance_for(
    right: str,
    relation: str,
    language: str,
    *,
    reply_channel: str = "",
    bases: Set[str] = frozenset(),
    marketing: bool = False,
    decisions: bool = False,
    country: str = "",
) -> Guidance:
    """Give the guidance for one item of a request.

    `bases` are the legal bases of the register's processing (empty: not known), `marketing` and `decisions` whether
    it is used for direct marketing or decides by itself; hints on the law of other countries than `country` are left
    out. `reasons` are the codes that fit a refusal of the right.
    """
    entry = _data()["rights"][right]
    hints = [*_data()["relations"].get(relation, []), *_data()["reply"].get(reply_channel, [])]
    text = right_texts()[right]
    usual = text.applies_to(bases=set(bases), marketing=marketing, decisions=decisions)
    return Guidance(
        article=entry["article"],
        checks=[text_in(words, language) for words in entry["checks"]],
        exceptions=[text_in(words, language) for words in entry["exceptions"] if _holds(words, country)],
        identity=text_in(entry["identity"], language),
        hints=[text_in(words, language) for words in hints],
        basis=text_in(entry["basis"], language) if "basis" in entry and not usual else "",
        reasons=[ReasonCode(code) for code in entry["reasons"]],
    )


def _holds(words: dict[str, Any], country: str) -> bool:
    return not country or country in words.get("countries", [country])


@cache
def _data() -> dict[str, Any]:
    return json.loads(_DATA.read_text(encoding="utf-8"))
