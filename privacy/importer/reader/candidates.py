"""Which lines could be headings, and what makes each look like one."""

import re
from collections import defaultdict
from dataclasses import dataclass

from privacy.importer.reader.heading_match import HeadingMatch, match, normal, phrases
from privacy.importer.reader.lines import Numbered, numbered
from privacy.importer.reader.text_blocks import Block, TextRun, cut, trimmed

SURE = 0.87
_LABEL = re.compile(r"^(?P<label>[^\n.;!?]{2,110}?)\s*(?::|\s[–—-])\s+(?P<rest>\S.*)$", re.DOTALL)
_SENTENCE = re.compile(r"[.!;,]\s*$|[.!?]\s+[A-ZÅÄÖ]")
_LETTER = re.compile(r"^(?P<letter>[A-H])\s+(?P<rest>[A-ZÅÄÖ].*)$")
_LONGEST = 26


@dataclass(slots=True)
class Candidate:
    """A line that could be a heading: its text without number, and the text that follows it on the same line.

    `style` is h1 to h6, term, number, bold, caps, runin (bold before text), label (`Label: text`) or bare.
    """

    text: str
    style: str
    number: Numbered | None
    rest: list[TextRun]
    match: HeadingMatch | None

    @property
    def sure(self) -> bool:
        """Say whether the words are those of a known heading."""
        return self.match is not None and self.match.confidence >= SURE


def candidate(block: Block) -> Candidate | None:
    """Give what a line is as a heading; None for one that cannot be any."""
    if block.aside or not block.text.strip():
        return None
    if block.kind in ("heading", "term"):
        found = numbered(block.text)
        text = found.rest if found else block.text
        style = f"h{block.level}" if block.kind == "heading" else "term"
        return Candidate(_clean(text), style, found, [], match(_clean(text)))
    return _of_line(block)


def _clean(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip().strip("*_").rstrip(":").strip()


def _lettered(text: str) -> Numbered | None:
    """Read `A Manuaalinen aineisto`, a letter without a sign, where what follows is a known heading."""
    hit = _LETTER.match(text)
    known = match(hit["rest"]) if hit and len(text.split()) < 8 else None
    return Numbered(hit["letter"], hit["rest"], "A") if hit and known and known.key.startswith("security") else None


def _of_line(block: Block) -> Candidate | None:
    found = numbered(block.text) or _lettered(block.text)
    if block.kind == "item" and block.number:
        found = Numbered(block.number, block.text, "ol")
    text = found.rest if found else block.text
    start = len(block.text) - len(text)
    bold = _bold_start(block.runs)
    if block.bold and len(text.split()) <= _LONGEST:
        return _split(block, text, start, found, "bold")
    if bold > start + 2:
        head, rest = cut(block.runs, bold)
        label = _clean("".join(run.text for run in head)[start:])
        return Candidate(label.rstrip("."), "runin", found, _without_sign(rest), match(label.rstrip(".")))
    if found:
        return _split(block, text, start, found, "number")
    if block.kind == "line" and _in_capitals(text):
        return _split(block, text, start, None, "caps")
    return _split(block, text, start, None, "bare")


def _split(block: Block, text: str, start: int, found: Numbered | None, style: str) -> Candidate | None:
    """Part `Label: text` and `1. Label text` in two where the label is a known heading."""
    sentence = style == "bare" and len(text) > 3 and text.endswith((".", ",", ";")) and ": " not in text
    whole = match(_clean(text)) if not sentence and len(text.split()) <= _LONGEST else None
    if whole and whole.confidence >= SURE:
        return Candidate(_clean(text), style, found, [], whole)
    label = _LABEL.match(text)
    if label and len(label["label"].split()) <= 12:
        known = match(_clean(label["label"]))
        if known and (known.confidence >= SURE or found):
            rest = cut(block.runs, start + label.start("rest"))[1]
            kind = style if found or style == "bold" else "label"
            return Candidate(_clean(label["label"]), kind, found, rest, known)
    length = _known_beginning(text) if style != "caps" and (found or _begins_in_capitals(text)) else 0
    if length:
        style = "caps" if text[:length].isupper() and not found else style
        head, rest = text[:length], cut(block.runs, start + length)[1]
        return Candidate(_clean(head), style, found, rest, match(_clean(head)))
    if len(text.split()) > _LONGEST or (_SENTENCE.search(text) and style in ("bare", "number") and len(text) > 3):
        return None
    return Candidate(_clean(text), style, found, [], whole)


def _known_beginning(text: str) -> int:
    """Give the length of a known heading that a line begins with, before a name or a sentence."""
    if text.isupper():
        return 0
    words = list(re.finditer(r"\S+", text))
    capitals = next((at for at, word in enumerate(words) if not word.group().isupper()), 0)
    loud = text[: words[capitals - 1].end()] if capitals else ""
    known = match(_clean(loud)) if len(loud) > 4 else None
    if known and known.confidence >= SURE:
        return len(loud)
    for count in range(min(9, len(words) - 1), 0, -1):
        head = text[: words[count - 1].end()]
        after = words[count].group()
        starts = after[:1].isupper() or (after[:1].isdigit() and head.isupper())
        if starts and normal(head) in phrases() and (count > 1 or len(head) > 8):
            return words[count - 1].end()
    return 0


def _begins_in_capitals(text: str) -> bool:
    """Say whether a line begins with a word in capitals and goes on in small letters."""
    first = re.match(r"[A-ZÅÄÖ]{5,}\b", text)
    return bool(first) and not text.isupper()


def _bold_start(runs: list[TextRun]) -> int:
    length = 0
    for run in runs:
        if not run.bold and run.text.strip(" \t:"):
            break
        length += len(run.text)
    return length


def _without_sign(runs: list[TextRun]) -> list[TextRun]:
    text = "".join(run.text for run in runs)
    return cut(runs, len(text) - len(text.lstrip(" :.–—-\t")))[1] if text[:1] in " :.–—-\t" else trimmed(runs)


def _in_capitals(text: str) -> bool:
    letters = [letter for letter in text if letter.isalpha()]
    return len(letters) > 3 and sum(letter.isupper() for letter in letters) > len(letters) * 0.85


def census(candidates: list[Candidate | None]) -> dict[str, int]:
    """Count how many different sections each style has headings for."""
    keys: dict[str, set[str]] = defaultdict(set)
    for found in candidates:
        if found and found.match and found.sure:
            keys[found.style].add(found.match.key)
    return {style: len(found) for style, found in keys.items()}
