"""Decides what a text is written in (HTML, Markdown, plain) and reads it into blocks."""

import re
from dataclasses import dataclass, field

from markdown_it import MarkdownIt

from privacy.importer.reader.html import read_html
from privacy.importer.reader.limits import check_length
from privacy.importer.reader.text import read_text
from privacy.importer.reader.text_blocks import Block, TextRun

_PAGE = re.compile(r"<!doctype html|<html[\s>]|<body[\s>]|<head[\s>]", re.IGNORECASE)
_ELEMENT = re.compile(r"<(p|div|h[1-6]|table|tr|ul|ol|li|section|article|span|dl|br)\b[^<>]*>", re.IGNORECASE)
_HEADINGS = re.compile(r"^#{1,6} \S", re.MULTILINE)
_MARKS = re.compile(r"^(?:#{1,6} \S|[-*+] \S|\*\*[^*\n]+\*\*|\d+\. |\|.+\|$)|\]\(\S+\)", re.MULTILINE)
_FRONT = re.compile(r"\s*---\n(.*?)\n---\s*\n", re.DOTALL)
_ENDINGS = {"html": "html", "htm": "html", "xhtml": "html", "md": "markdown", "markdown": "markdown"}


@dataclass(slots=True)
class Document:
    """A document as blocks, with what its format says besides: a title in the page's head, pictures."""

    blocks: list[Block]
    head_title: str | None = None
    pictures: bool = False
    notes: list[str] = field(default_factory=list)


def read_markup(text: str, *, name: str = "") -> Document:
    """Read a text by what it looks like; the ending of the file's name decides where it could be either."""
    ending = _ENDINGS.get(name.rsplit(".", 1)[-1].lower()) if "." in name else None
    kind = _kind(text, ending)
    if kind == "html":
        return Document(*read_html(text))
    check_length(text)
    if kind == "markdown":
        renderer = MarkdownIt("commonmark", {"html": True, "breaks": True}).enable("table")
        front = _FRONT.match(text)
        blocks, title, pictures = read_html(renderer.render(_spaced(text[front.end() :] if front else text)))
        lines = front[1].splitlines() if front else []
        return Document(
            [*(Block("line", [TextRun(line)], aside="front_matter") for line in lines), *blocks], title, pictures
        )
    return Document(read_text(text))


def _kind(text: str, ending: str | None) -> str:
    if _PAGE.search(text[:5000]):
        return "html"
    elements, lines = len(_ELEMENT.findall(text)), text.count("\n") + 1
    if ending == "html" and elements:
        return "html"
    # HTML in a text with lines of its own is read line by line; HTML that makes the lines is a page.
    starts = len(re.findall(r"^\s*</?(?:p|div|h[1-6]|table|tr|td|ul|ol|li|section|article|tbody)\b", text, re.M | re.I))
    if elements >= 3 and starts * 2 >= len([line for line in text.split("\n") if line.strip()]):
        return "html"
    if elements > lines and elements >= 5 and not _HEADINGS.search(text) and "\t" not in text:
        return "html"
    if ending == "markdown" or (len(_HEADINGS.findall(text)) >= 2 and len(_MARKS.findall(text)) >= 3):
        return "markdown"
    return "plain"


def _spaced(text: str) -> str:
    """Set numbered headings free: Markdown would read a lone `1. Rekisterinpitäjä` as a list."""
    text = re.sub(r"^[ ]{0,3}(\d{1,2}(?:\.\d{1,2})*)([.)])(?=\s+\S)", r"\1\\\2", text, flags=re.MULTILINE)
    return re.sub(r"^(?:\t| {4,})(?=[^\s\-*+\d])", "", text, flags=re.MULTILINE)
