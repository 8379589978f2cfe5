"""Finds the title of a document."""

from privacy.notices.importing.blocks import Block
from privacy.notices.importing.candidates import candidate
from privacy.notices.importing.matching import title_pattern


def find_title(blocks: list[Block]) -> int | None:
    """Give the place of the line that is the document's title; None when it has none."""
    first: int | None = None
    for at, block in enumerate(blocks[:60]):
        if block.aside or not block.text.strip():
            continue
        words = len(block.text.split())
        if words <= 14 and title_pattern().search(block.text) and not block.text.rstrip().endswith((".", ",", ":")):
            return at
        found = candidate(block)
        if found and found.sure and found.style not in ("h1", "bare") and found.match:
            break
        if first is None and block.kind == "heading" and block.level == 1:
            first = at
    return first
