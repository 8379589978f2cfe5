"""The words that the reader knows: labels, forms, menus, streets, messages, and by which it tells languages apart."""

import json
import re
from collections import Counter
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from privacy.languages import text_in

_DATA = Path(__file__).parent / "data" / "words.json"


@cache
def word_data() -> dict[str, Any]:
    """Give the data file of words; most of its values are regular expressions."""
    return json.loads(_DATA.read_text(encoding="utf-8"))


def words(name: str) -> str:
    """Give one value of the data file."""
    return str(word_data()[name])


def pattern(name: str) -> re.Pattern[str]:
    """Give one value as a pattern that does not mind capitals."""
    return re.compile(words(name), re.IGNORECASE)


_MESSAGES = Path(__file__).parent / "data" / "messages.json"


@cache
def _messages() -> dict[str, dict[str, str]]:
    return json.loads(_MESSAGES.read_text(encoding="utf-8"))


def message_in(language: str, code: str, values: Mapping[str, str] | None = None) -> str:
    """Give the message of a code in a language (English where there is none), with its values filled in."""
    return text_in(_messages()[code], language) % (values or {})


_SETS = {language: frozenset(words.split()) for language, words in word_data()["languages"]["words"].items()}
# What a document is taken to be in when its words do not tell.
UNKNOWN_LANGUAGE: str = word_data()["languages"]["if_unknown"]
_PATTERNS = {language: re.compile(ends) for language, ends in word_data()["languages"]["ends"].items()}


def language_of(text: str) -> str | None:
    """Give the language of a text; None when there are too few words to tell."""
    text = " ".join(word for word in text.split() if len(word) < 60 and "@" not in word and "www." not in word)
    counts = Counter(re.findall(r"[^\W\d_]{1,40}", text.lower()))
    scores = {
        language: sum(
            count * (3 if word in words else 1 if len(word) > 3 and _PATTERNS[language].search(word) else 0)
            for word, count in counts.items()
        )
        for language, words in _SETS.items()
    }
    best, second = sorted(scores.values(), reverse=True)[:2]
    return max(scores, key=lambda language: scores[language]) if best >= second + 4 else None
