"""Words to look for, in three languages: stems, because Finnish and Swedish inflect and compound."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from re import Match, Pattern
from typing import ClassVar

from privacy.languages import nearest
from privacy.notices.compliance.engine.view import SectionView

LANGUAGES = ("fi", "sv", "en")


@cache
def served_by(language: str) -> str:
    """Give the language whose words serve a tag ("en" for "en-gb"); empty for one that has none: all are looked for."""
    return nearest(LANGUAGES, language) or ""


_LITERAL = re.compile(r"(?:\\b)?([a-zåäöé0-9][a-zåäöé0-9 /-]*)(.?)")
_SHORTEST_LITERAL = 2


class Words:
    """Alternatives per language, matched against small letters.

    A pattern is a regular expression of alternatives: stems ("suostumu") match anywhere, also inside compounds; write
    \\b where a word must begin or end. `any` is looked for whatever the language. All instances are kept, for the
    test that feeds each of them hostile text: no unbounded repetition, at most one gap of bounded length.
    """

    instances: ClassVar[list["Words"]] = []

    def __init__(self, *, fi: str = "", sv: str = "", en: str = "", any: str = "") -> None:
        parts = {"fi": fi, "sv": sv, "en": en}
        self.parts = {**parts, "any": any}
        self.patterns: dict[str, Pattern[str]] = {}
        self._literals: dict[str, tuple[str, ...]] = {}
        for language in (*LANGUAGES, ""):
            chosen = [part for code, part in parts.items() if code == language or not language]
            alternatives = [one for part in [*chosen, any] if part for one in _alternatives(part)]
            self.patterns[language] = re.compile(_grouped(alternatives), re.MULTILINE)
            self._literals[language] = _literals_of(alternatives)
        Words.instances.append(self)

    def __or__(self, other: "Words") -> "Words":
        """Give words that are found where either is."""
        return Words(**{name: "|".join(filter(None, [part, other.parts[name]])) for name, part in self.parts.items()})

    def search(self, low: str, language: str) -> Match[str] | None:
        """Find the first occurrence in a text of small letters."""
        language = served_by(language)
        literals = self._literals[language]
        if literals and not any(literal in low for literal in literals):
            return None
        return self.patterns[language].search(low)

    def count(self, low: str, language: str) -> int:
        """Count the occurrences in a text of small letters."""
        pattern = self.patterns[served_by(language)]
        return sum(1 for _match in pattern.finditer(low))


def _alternatives(pattern: str) -> list[str]:
    """Split a pattern at the bars that stand in no group."""
    found: list[str] = []
    depth, start = 0, 0
    for at, sign in enumerate(pattern):
        depth += (sign in "([") - (sign in ")]")
        if sign == "|" and depth == 0:
            found.append(pattern[start:at])
            start = at + 1
    return [*found, pattern[start:]]


def _grouped(alternatives: list[str]) -> str:
    """Join alternatives; those that begin at a word's edge share the test of it, which makes them ten times quicker."""
    if not alternatives:
        return r"(?!)"
    at_edge = [one.removeprefix(r"\b") for one in alternatives if one.startswith(r"\b")]
    others = [one for one in alternatives if not one.startswith(r"\b")]
    return "|".join([*others, *([rf"\b(?:{'|'.join(at_edge)})"] if at_edge else [])])


def _literals_of(alternatives: list[str]) -> tuple[str, ...]:
    """Give the beginnings of the alternatives, of which one must stand in a text; nothing where that is not plain."""
    found: list[str] = []
    for alternative in alternatives:
        match = _LITERAL.match(alternative)
        found.append(match[1][:-1] if match and match[2] in tuple("?*{") else match[1] if match else "")
    return tuple(found) if all(len(literal) >= _SHORTEST_LITERAL for literal in found) else ()


class Said:
    """A sentence in which some words stand together, and none of those that take it back."""

    def __init__(self, *needs: Words, unless: Iterable[Words] = ()) -> None:
        self.needs = needs
        self.unless = tuple(unless)

    def holds(self, low: str, language: str) -> Match[str] | None:
        """Give the match of the first words when a sentence in small letters says it."""
        first = self.needs[0].search(low, language)
        if first is None or not all(words.search(low, language) for words in self.needs[1:]):
            return None
        return None if any(words.search(low, language) for words in self.unless) else first

    def find(self, sections: Iterable[SectionView], *, rows: bool = False) -> Iterator[tuple[SectionView, str]]:
        """Give the sections that say it with the words, as people wrote them; the rows too when asked."""
        for section in sections:
            text = f"{section.low}\n{section.row_text.lower()}" if rows and section.rows else section.low
            if not all(words.search(text, section.language) for words in self.needs):
                continue
            for sentence in (*section.sentences, *(section.row_sentences if rows else ())):
                if match := self.holds(sentence.low, section.language):
                    yield section, sentence.excerpt(match.start(), match.end())

    def anywhere(self, sections: Iterable[SectionView], *, rows: bool = False) -> bool:
        """Tell whether any of the sections says it."""
        return next(self.find(sections, rows=rows), None) is not None
