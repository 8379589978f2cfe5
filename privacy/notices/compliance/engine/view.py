"""What the checks read: one notice as frozen values, wherever it came from."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from types import MappingProxyType
from typing import Any

from privacy.notices.compliance.engine.record_facts import ContactView, ControllerView, RegisterView
from privacy.notices.sections.rights_texts import code_fields

_LONGEST_EXCERPT = 160
# A sentence ends at . ! or ? before a capital, a digit or a quotation mark.
_END = re.compile(r"(?<=[.!?])\s+(?=[\"“”'(]?[A-ZÅÄÖÉÜ0-9])")
_ABBREVIATED = re.compile(
    r"(?:\b(?:esim|mm|ym|yms|jne|ns|ks|ko|n|v|s|p|puh|pvm|art|kohd|mom|t|sähk|os|nro|klo"
    r"|t\.ex|bl\.a|osv|dvs|o\.s\.v|jfr|tel|tfn|nr|st|mom|e\.g|i\.e|etc|no|sec|cf|incl)\.|\b\d{1,2}\.)$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as it stands, and in small letters for matching."""

    text: str
    low: str

    def excerpt(self, start: int = 0, end: int = 0) -> str:
        """Give the words to show, at most 160 characters, around a match where the sentence is longer."""
        return excerpt_of(self.text, start, end)


def excerpt_of(text: str, start: int = 0, end: int = 0) -> str:
    """Give at most 160 characters of a text around a span, on one line, cut at spaces."""
    if len(text) > _LONGEST_EXCERPT:
        first = max(0, min(start - 40, len(text) - _LONGEST_EXCERPT))
        last = max(first + _LONGEST_EXCERPT, min(end, first + 2 * _LONGEST_EXCERPT))
        before, middle, after = text[:first], text[first:last], text[last:]
        if before and not before[-1].isspace():
            middle = middle.partition(" ")[2] or middle
        if after and not after[0].isspace():
            middle = middle.rpartition(" ")[0] or middle
        text = f"{'…' if before else ''}{middle.strip()}{'…' if after else ''}"
    return " ".join(text.split())


def sentences_of(text: str) -> tuple[Sentence, ...]:
    """Split a text into sentences; a line never joins the next one."""
    found: list[Sentence] = []
    for line in text.splitlines():
        pieces: list[str] = []
        for piece in _END.split(line.strip()):
            if pieces and _ABBREVIATED.search(pieces[-1][-12:]):
                pieces[-1] += f" {piece}"
            elif piece:
                pieces.append(piece)
        found += [Sentence(piece, piece.lower()) for piece in pieces]
    return tuple(found)


Row = Mapping[str, Any]
_NOTHING: Mapping[str, Any] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class LinkView:
    """A link to a page of the site in the text of a section."""

    page: int
    words: str


@dataclass(frozen=True)
class SectionView:
    """One section.

    `text` is what people wrote, plain, a paragraph or list item a line; `filled_text` is what the system filled in.
    `covers` are the further keys that its content is known to cover. `heading` is the editor's own or the default;
    `own_heading` tells which. `number` is the number that stood before the heading of a document.
    """

    key: str
    language: str
    heading: str = ""
    own_heading: bool = False
    number: str = ""
    anchor: str = ""
    block_id: str = ""
    covers: frozenset[str] = frozenset()
    text: str = ""
    html: str = ""
    filled_text: str = ""
    rows_kind: str = ""
    rows: tuple[Row, ...] = ()
    links: tuple[LinkView, ...] = ()

    @cached_property
    def low(self) -> str:
        """What people wrote, in small letters."""
        return self.text.lower()

    @cached_property
    def all_low(self) -> str:
        """All that is shown, heading and what the system filled in included, in small letters."""
        return "\n".join([self.heading, self.text, self.row_text, self.filled_text]).lower()

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences that people wrote as running text."""
        return sentences_of(self.text)

    @cached_property
    def row_text(self) -> str:
        """The words of the structured rows, one field a line; not the codes of choices."""
        return "\n".join(value for row in self.rows for name, value in row.items() if _is_words(name, value))

    @cached_property
    def row_sentences(self) -> tuple[Sentence, ...]:
        """The words of the structured rows as sentences."""
        return sentences_of(self.row_text)

    @property
    def is_empty(self) -> bool:
        """Whether no word stands under the heading."""
        return not (self.rows or any(sign.isalnum() for sign in self.text + self.filled_text))


def _is_words(name: str, value: object) -> bool:
    return name not in code_fields() and isinstance(value, str) and bool(value.strip())


@dataclass(frozen=True, slots=True)
class Dates:
    """The dates of a notice; `kept_by_system` means that versions date it, so that it needs no date of its own.

    `newest_in_text` is the newest date that a document states of itself.
    """

    drafted: date | None = None
    reviewed: date | None = None
    effective: date | None = None
    newest_in_text: date | None = None
    kept_by_system: bool = False
    review_interval_months: int = 12


@dataclass(frozen=True, slots=True)
class SiblingView:
    """Another language version, and how far it is behind the published main version.

    `majors_behind` counts major versions, `sections_behind` the sections that changed; a spelling correction is
    neither.
    """

    language: str
    identity: str = ""
    majors_behind: int = 0
    sections_behind: int = 0


@dataclass(frozen=True)
class NoticeView:
    """A notice as the checks see it.

    `bases` and `special_bases` are the structured ones (codes of Art. 6(1) and 9(2)). `raw` is the text of an
    imported document as it stands there, empty for a page. `blocks` are the type and id of all sections in the editor,
    also of those without words. `form_linked` and `form_published` are None where nobody
    looked. `living_pages` are the pages of the site that links may lead to, None where nobody looked. `own_lag` tells
    how far this version is behind the main language. `extras` are facts that other apps attached, by name.
    """

    language: str
    title: str = ""
    identity: str = ""
    sections: tuple[SectionView, ...] = ()
    blocks: tuple[tuple[str, str], ...] = ()
    registers: tuple[RegisterView, ...] = ()
    bases: frozenset[str] = frozenset()
    special_bases: frozenset[str] = frozenset()
    marketing: bool = False
    profiling: bool = False
    decisions: bool = False
    dates: Dates = field(default_factory=Dates)
    today: date = date.max
    siblings: tuple[SiblingView, ...] = ()
    own_lag: SiblingView | None = None
    form_linked: bool | None = None
    form_published: bool | None = None
    living_pages: frozenset[int] | None = None
    imported: bool = False
    raw: str = ""
    extras: Mapping[str, Any] = field(default_factory=lambda: _NOTHING)

    @cached_property
    def controllers(self) -> tuple[ControllerView, ...]:
        """The controllers, joint ones included, each once."""
        found = [register.controller for register in self.registers]
        found += [joint for register in self.registers for joint in register.joint_controllers]
        return tuple(dict.fromkeys(found))

    @cached_property
    def contacts(self) -> tuple[ContactView, ...]:
        """The contacts in all roles, each once."""
        return tuple(dict.fromkeys(contact for register in self.registers for contact in register.contacts))

    @property
    def is_public_body(self) -> bool:
        """Whether a controller is known to be a public body."""
        return any(controller.is_public_body for controller in self.controllers)

    @property
    def countries(self) -> frozenset[str]:
        """The countries of the controllers, as far as they are known."""
        return frozenset(controller.country for controller in self.controllers if controller.country)

    def rows(self, kind: str) -> Iterator[tuple[SectionView, Row]]:
        """Give the structured rows of a kind with their sections."""
        return ((section, row) for section in self.sections if section.rows_kind == kind for row in section.rows)

    def of_key(self, *keys: str) -> tuple[SectionView, ...]:
        """Give the sections of some types that have words, in order."""
        return tuple(section for section in self.sections if section.key in keys and not section.is_empty)

    def without(self, *keys: str) -> tuple[SectionView, ...]:
        """Give the sections of all other types, in order."""
        return tuple(section for section in self.sections if section.key not in keys)

    @cached_property
    def low(self) -> str:
        """The title and all that people wrote, headings and rows included, in small letters."""
        parts = [self.title]
        for section in self.sections:
            parts += [section.heading, section.text, section.row_text]
        return "\n".join(parts).lower()
