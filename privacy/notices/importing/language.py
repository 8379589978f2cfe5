"""Tells Finnish, Swedish and English apart by their commonest words and the ends of the others."""

import re
from collections import Counter

from privacy.notices.importing.words import word_data

_SETS = {language: frozenset(words.split()) for language, words in word_data()["languages"]["words"].items()}
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
