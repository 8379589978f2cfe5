"""Sentences: the span in which words belong together."""

import re
from dataclasses import dataclass

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
