"""What every format is read into: a list of lines with their marks, before anything is known of what they mean."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace


@dataclass(frozen=True, slots=True)
class TextRun:
    """A piece of text with one look; `href` is an address that a reader may follow."""

    text: str
    bold: bool = False
    italic: bool = False
    href: str | None = None


@dataclass(slots=True)
class Block:
    """One line of the document.

    `kind` is heading, line, item (of a list) or term (what a row or definition begins with). `level` is the level of
    a heading or the depth of an item. `number` is the number of an item in a numbered list. `gap` says that a
    paragraph begins here, `indent` counts columns, `aside` is the reason for not importing the line.
    """

    kind: str
    runs: list[TextRun] = field(default_factory=list)
    level: int = 0
    number: str | None = None
    gap: bool = True
    indent: int = 0
    aside: str | None = None
    nested: bool = False

    @property
    def text(self) -> str:
        """Give the line as plain text."""
        return "".join(run.text for run in self.runs)

    @property
    def bold(self) -> bool:
        """Say whether all of the line is bold."""
        letters = [run for run in self.runs if run.text.strip(" \t:.")]
        return bool(letters) and all(run.bold for run in letters)


def trimmed(runs: Iterable[TextRun]) -> list[TextRun]:
    """Give runs without empty ones and without spaces at either end; neighbours with the same look become one."""
    merged: list[TextRun] = []
    for run in runs:
        if not run.text:
            continue
        if merged and replace(merged[-1], text="") == replace(run, text=""):
            merged[-1] = replace(merged[-1], text=merged[-1].text + run.text)
        else:
            merged.append(run)
    while merged and not merged[0].text.strip():
        merged.pop(0)
    while merged and not merged[-1].text.strip():
        merged.pop()
    if merged:
        merged[0] = replace(merged[0], text=merged[0].text.lstrip())
        merged[-1] = replace(merged[-1], text=merged[-1].text.rstrip())
    return merged


def cut(runs: list[TextRun], length: int) -> tuple[list[TextRun], list[TextRun]]:
    """Cut runs in two after so many characters."""
    before: list[TextRun] = []
    after: list[TextRun] = []
    for run in runs:
        taken = max(0, min(len(run.text), length))
        length -= taken
        before.append(replace(run, text=run.text[:taken]))
        after.append(replace(run, text=run.text[taken:]))
    return trimmed(before), trimmed(after)
