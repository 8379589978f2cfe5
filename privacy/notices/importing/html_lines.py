"""Writes what is read from HTML down as lines; the reader says how the text at hand looks."""

import re
from dataclasses import dataclass, field

from privacy.notices.importing.blocks import Block, Run, trimmed
from privacy.notices.importing.decoding import visible
from privacy.notices.importing.limits import check_amount
from privacy.notices.importing.marks import as_item

SPACE = re.compile(r"[ \t\r\n\f]+")


@dataclass
class LineWriter:
    """Writes lines; the flags say how the text at hand looks."""

    words: int
    blocks: list[Block] = field(default_factory=list)
    runs: list[Run] = field(default_factory=list)
    kind: str = "line"
    level: int = 0
    number: str | None = None
    gap: bool = True
    depth: int = 0
    characters: int = 0
    nested: bool = False
    aside: str | None = None
    look: Run = Run("")

    def flush(self, *, gap: bool = True) -> None:
        """End the line; `gap` says that a new paragraph begins after it."""
        runs, self.runs = trimmed(self.runs), []
        if runs:
            block = Block(self.kind, runs, self.level, self.number, self.gap, 0, self.aside, self.nested)
            self.characters += len(block.text)
            check_amount(characters=self.characters, lines=len(self.blocks))
            self.blocks.append(as_item(block) if self.kind != "heading" else block)
            if self.kind == "item":
                self.nested = True
            if self.kind != "heading":
                self.kind, self.number = "line", None
            self.gap = gap
        self.gap = self.gap or gap

    def write(self, text: str) -> None:
        """Add text to the line, in the look of the moment."""
        text = SPACE.sub(" ", visible(text))
        if self.runs and self.runs[-1].text.endswith(" "):
            text = text.lstrip(" ")
        if text:
            self.runs.append(Run(text, self.look.bold, self.look.italic, self.look.href))
