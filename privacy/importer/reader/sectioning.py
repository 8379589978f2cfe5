"""Cuts a document into sections at its headings, and finds what else a section speaks of."""

import json
import re
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from privacy.importer.reader.decoding import shortened
from privacy.importer.reader.document import ImportedSection
from privacy.importer.reader.heading_match import UMBRELLAS, title_pattern
from privacy.importer.reader.lines import numbered
from privacy.importer.reader.outline import Heading
from privacy.importer.reader.output import plain, rich
from privacy.importer.reader.text_blocks import Block, TextRun, cut
from privacy.importer.reader.words import language_of

_DATA = Path(__file__).parent / "data" / "cues.json"
# How to ask and where to read are named after what they are about.
_LAST = {"exercising_rights": 1_000_000, "availability": 2_000_000}
_RIGHTS = frozenset({"rights_overview", "other_rights", "exercising_rights"})


@cache
def _cues() -> list[tuple[dict[str, Any], re.Pattern[str]]]:
    cues = json.loads(_DATA.read_text(encoding="utf-8"))
    return [(cue, re.compile(cue["words"], re.IGNORECASE)) for cue in cues]


def covered(key: str, heading_keys: tuple[str, ...], text: str) -> tuple[str, ...]:
    """Give all section types that a section covers: those of its heading, then those of its text in their order.

    An umbrella (rights, other rights, other) is left out when anything more exact was found.
    """
    text = re.sub(r"\s+", " ", shortened(text))
    places = {found: (-1, order) for order, found in enumerate(heading_keys or (key,))}
    for cue, words in _cues():
        found = cue["key"]
        if (found in places and key not in UMBRELLAS) or not _asked(cue, key):
            continue
        hit = words.search(text)
        if hit and (found not in places or places[found][0] < 0 and key in UMBRELLAS):
            places[found] = (hit.start() + _LAST.get(found, 0), 0)
    ordered = sorted(places, key=lambda found: places[found])
    exact = tuple(found for found in ordered if found not in UMBRELLAS)
    return exact if key in UMBRELLAS and exact else tuple(ordered)


def _asked(cue: dict[str, Any], key: str) -> bool:
    if cue.get("rights"):
        return key in _RIGHTS or key.startswith("right_") or key in cue.get("also_in", ())
    return key in cue["in"] if "in" in cue else key != cue["key"]


_LEAD = re.compile(r":\s*$")
_REGISTER = re.compile(r"(?:rekisteri|register|registret|registry)$", re.IGNORECASE)
_SHORT = 14


@dataclass(slots=True)
class Piece:
    """A heading and the lines under it; the text before the first heading has no heading."""

    heading: Heading | None
    body: list[Block] = field(default_factory=list)
    register: str | None = None
    names_register: bool = False

    @property
    def key(self) -> str:
        """Give the section type: `other` for a heading that is not known, `introduction` where there is none."""
        if self.heading is None:
            return "introduction"
        if self.names_register:
            return "register_name"
        if self.heading.match is not None:
            return self.heading.match.key
        return "introduction" if title_pattern().search(self.heading.text) else "other"


def pieces_of(blocks: list[Block], headings: list[Heading], start: int) -> list[Piece]:
    """Give the pieces in order; lines that were set aside are in none."""
    pieces = [Piece(None)]
    at_heading = {heading.at: heading for heading in headings}
    for at in range(start, len(blocks)):
        block = blocks[at]
        if at in at_heading:
            pieces.append(Piece(at_heading[at]))
            if at_heading[at].rest:
                pieces[-1].body.append(Block("line", at_heading[at].rest))
        elif not block.aside:
            pieces[-1].body.append(block)
    for piece in pieces:
        piece.body = _finished(piece.body)
    return [piece for piece in pieces if piece.heading or piece.body]


def _finished(body: list[Block]) -> list[Block]:
    """Make `term` and its value one line, number lists, and lists without marks after a colon items."""
    done: list[Block] = []
    for block in body:
        before = done[-1] if done else None
        if before and before.kind == "term" and block.kind == "line":
            before.runs = [*before.runs, TextRun(" " if before.text.endswith(":") else ": "), *block.runs]
            before.kind = "line"
        else:
            done.append(block)
    for at, block in enumerate(done):
        if block.kind == "term":
            block.kind = "line"
        found = numbered(block.text) if block.kind == "line" else None
        follows = at + 1 < len(done) and done[at + 1].kind != "heading"
        if found and found.depth > 1 and len(found.rest.split()) <= 8 and found.rest[-1] not in ".,;:" and follows:
            block.kind = "heading"
    _number_items(done)
    _unmarked_items(done)
    return done


def _number_items(body: list[Block]) -> None:
    """Lines 1., 2., 3. one after the other are a numbered list."""
    run: list[tuple[Block, int]] = []
    expected, style = 1, ""
    for block in [*body, None]:
        found = numbered(block.text) if block is not None and block.kind == "line" else None
        if found and block is not None and found.value == expected and found.style in (style or found.style, style):
            run.append((block, len(block.text) - len(found.rest)))
            expected, style = expected + 1, found.style
            continue
        if len(run) > 1:
            for count, (line, length) in enumerate(run, 1):
                line.kind, line.level, line.number, line.runs = "item", 1, str(count), cut(line.runs, length)[1]
        run, expected, style = [], 1, ""
        if found and block is not None and found.value == 1:
            run, expected, style = [(block, len(block.text) - len(found.rest))], 2, found.style


def _unmarked_items(body: list[Block]) -> None:
    """Short lines after a colon, none of them a sentence, are a list whose marks were lost."""
    at = 0
    while at < len(body):
        end = at + 1
        if body[at].kind == "line" and _LEAD.search(body[at].text) and len(body[at].text.split()) > 2:
            while end < len(body) and _like_item(body[end], body[at + 1]):
                end += 1
            if end - at > 2:
                for block in body[at + 1 : end]:
                    block.kind, block.level = "item", 1
        at = end


def _like_item(block: Block, first: Block) -> bool:
    text = block.text
    short = len(text.split()) <= _SHORT and ":" not in text and not re.search(r"[.!?]\s+\S", text)
    return (
        block.kind == "line"
        and short
        and not text.endswith((".", "!", "?"))
        and block.gap == first.gap
        or (block.kind == "line" and short and block is not first and not block.gap and text.endswith("."))
    )


def mark_registers(pieces: list[Piece]) -> None:
    """Find headings that name a register with a notice of its own under them, and say so in its pieces."""
    named = [at for at, piece in enumerate(pieces) if _register_of(piece) and not piece.body and at + 1 < len(pieces)]
    if len(named) < 2:
        return
    for start, end in zip(named, [*named[1:], len(pieces)], strict=True):
        heading = pieces[start].heading
        pieces[start].names_register = True
        for piece in pieces[start:end]:
            if piece is not pieces[start] and piece.heading and heading and piece.heading.style == heading.style:
                break
            piece.register = _register_of(pieces[start])


def _register_of(piece: Piece) -> str | None:
    heading = piece.heading
    if heading is None or heading.match is not None or len(heading.text.split()) > 7:
        return None
    return heading.text if _REGISTER.search(heading.text) else None


def section_of(piece: Piece, language: str) -> ImportedSection:
    """Give a piece as a section; the text before the first heading has an empty heading."""
    heading = piece.heading
    text = plain(piece.body)
    keys = heading.match.keys if heading and heading.match else ()
    if piece.names_register:
        keys = ("register_name",)
    confidence = (
        0.6
        if piece.names_register
        else heading.match.confidence
        if heading and heading.match
        else 0.3
        if heading
        else 0.6
    )
    source = "\n".join([*_source_of(piece), *(block.text for block in piece.body)])
    return ImportedSection(
        key=piece.key,
        covers=covered(piece.key, keys, text),
        heading=heading.text if heading else "",
        number=_number_of(heading),
        text=text,
        html=rich(piece.body),
        confidence=confidence,
        source=source,
        language=language_of(f"{heading.text if heading else ''} {text}") or language,
        register=piece.register,
    )


def _number_of(heading: Heading | None) -> str | None:
    """Give a heading's number; the numbers of HTML lists are lost where a list was cut in several that begin at 1."""
    return None if heading is None or heading.unsure_number else heading.number


def _source_of(piece: Piece) -> list[str]:
    if piece.heading is None:
        return []
    return [f"{piece.heading.number}. {piece.heading.text}" if piece.heading.number else piece.heading.text]
