"""Reads plain text, with such Markdown or HTML as people leave in it, into blocks."""

import re

from privacy.importer.reader.html import read_html
from privacy.importer.reader.lines import as_item, mark_length, numbered, round_marks, unwrapped
from privacy.importer.reader.text_blocks import Block, TextRun, trimmed

_TAG = re.compile(
    r"</?(?:p|b|strong|i|em|u|br|ul|ol|li|a|span|div|h[1-6]|table|tr|td|th|dl|dt|dd|font|hr|sup|sub)\b[^<>]*>",
    re.IGNORECASE,
)
_ROW = re.compile(r"^(?P<term>[^\t]{2,160}?)\s*\t\s*(?P<rest>\S.*)$", re.DOTALL)
_COLUMNS = re.compile(r"^(?P<term>\S(?:[^\t]{1,80}?\S)?)\s{4,}(?P<rest>\S.*)$", re.DOTALL)
_HASHES = re.compile(r"^(#{1,6})\s+(.+?)\s*#*$")
_RULE = re.compile(r"^\s*([-=_*~])(\s*\1){2,}\s*$")
_PIPES = re.compile(r"^\s*\|(?P<cells>.+)\|\s*$")
_INLINE = re.compile(
    r"\*\*(?P<bold>[^*\n]+?)\*\*|(?<!\w)__(?P<bold2>[^_\n]+?)__(?!\w)"
    r"|\[(?P<label>[^\]\n]+)\]\((?P<href>(?:https?://|mailto:|tel:)[^)\s]+)\)"
)


def read_text(text: str) -> list[Block]:
    """Read plain text into blocks, a line each."""
    lines = [line.rstrip() for line in text.replace("\f", "\n\n").split("\n")]
    filled = [line for line in lines if line.strip()]
    margin = min((_indent(line) for line in filled), default=0)
    blocks: list[Block] = []
    gap = True
    for line in unwrapped([line.expandtabs(4)[margin:] if margin else line for line in lines]):
        if not line.strip():
            gap = True
        elif _RULE.match(line):
            _underlined(line, blocks, gap=gap)
            gap = True
        else:
            made = _line(line)
            if made:
                made[0].gap = gap
            blocks.extend(made)
            gap = False
    return round_marks(blocks)


def _indent(line: str) -> int:
    return len(line.expandtabs(4)) - len(line.expandtabs(4).lstrip())


def _underlined(line: str, blocks: list[Block], *, gap: bool) -> None:
    """Make the line above a rule a heading, as Markdown does."""
    if blocks and not gap and line.strip()[0] in "=-" and blocks[-1].kind == "line" and len(blocks[-1].text) < 120:
        blocks[-1].kind, blocks[-1].level = "heading", 1 if line.strip()[0] == "=" else 2


def _line(line: str) -> list[Block]:
    row = _ROW.match(line.strip()) if not mark_length(line.strip()) else None
    if row is None and not _TAG.search(line) and not numbered(line.strip()):
        row = _COLUMNS.match(line.strip()) if not mark_length(line.strip()) else None
    if row:
        term, rest = _plain(row["term"], "term"), _line(row["rest"])
        if rest:
            rest[0].gap = False
        return [*term, *rest]
    return _plain(line, "line")


def _plain(line: str, kind: str) -> list[Block]:
    if _TAG.search(line):
        made = read_html(line)[0]
        if kind == "term" and len(made) == 1:
            made[0].kind = "term"
        return made
    hashes = _HASHES.match(line.strip())
    if hashes:
        return [Block("heading", inline(hashes[2]), level=len(hashes[1]))]
    if _PIPES.match(line):
        line = re.sub(r"\s*\|\s*", " | ", line.strip().strip("|")).strip()
        if not line.strip(" |:-"):
            return []
    block = Block(kind, inline(line.strip()), indent=_indent(line))
    number = numbered(block.text) if kind == "line" and block.indent >= 2 else None
    if number:
        return [Block("item", inline(number.rest), level=1, number=number.number, indent=block.indent)]
    return [as_item(block)]


def inline(text: str) -> list[TextRun]:
    """Read bold text and links as Markdown writes them; everything else is text."""
    runs: list[TextRun] = []
    at = 0
    for found in _INLINE.finditer(text):
        runs.append(TextRun(text[at : found.start()]))
        if found["href"]:
            runs.append(TextRun(found["label"], href=found["href"]))
        else:
            runs.append(TextRun(found["bold"] or found["bold2"], bold=True))
        at = found.end()
    return trimmed([*runs, TextRun(text[at:])])
