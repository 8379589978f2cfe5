"""The marks that list items begin with, whatever sign was used."""

import re

from privacy.notices.importing.blocks import Block, cut

_SIGNS = "•●○◦▪▫■□‣⁃·∙►▶➢➤➔→✓✔☑✗✘»\uf0b7\uf0a7\uf0d8\uf076\uf02d⦁⚫∎"
_MARK = re.compile(rf"^(?:(?:[{_SIGNS}]\s*|[-–—*+](?=\s)\s+|o\t\s*)+)(?=\S)")
_LETTER_O = re.compile(r"^o\s{1,4}(?=\S)")


def mark_length(text: str) -> int:
    """Give how many characters a line's list mark takes, 0 for a line without one."""
    found = _MARK.match(text)
    return found.end() if found else 0


def as_item(block: Block) -> Block:
    """Turn a line that begins with a list mark into an item, and take a typed mark off an item."""
    if block.kind not in ("line", "item"):
        return block
    length = mark_length(block.text)
    if not length:
        return block
    block.runs = cut(block.runs, length)[1]
    if block.kind == "line":
        block.kind, block.level = "item", max(block.level, 1)
    return block


def round_marks(blocks: list[Block]) -> list[Block]:
    """Read the letter o as a mark where Word put it there: on neighbouring lines."""
    rows = [index for index, block in enumerate(blocks) if block.kind == "line" and _LETTER_O.match(block.text)]
    if len(rows) > 1:
        for index in rows:
            block = blocks[index]
            found = _LETTER_O.match(block.text)
            block.runs = cut(block.runs, found.end() if found else 0)[1]
            block.kind, block.level = "item", 2
    return blocks
