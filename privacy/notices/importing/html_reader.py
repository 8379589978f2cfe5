"""Reads HTML, as browsers do, into blocks: headings, lines, items and the terms of rows."""

import re

from selectolax.lexbor import LexborHTMLParser, LexborNode

from privacy.notices.importing.blocks import Block, Run, trimmed
from privacy.notices.importing.html_chrome import aside_reason
from privacy.notices.importing.html_elements import (
    BLOCKS,
    BOLD,
    HEADING,
    LIGHT,
    LINK,
    SKIPPED,
    STYLED,
    is_simple_row,
    rows_of_table,
)
from privacy.notices.importing.html_lines import SPACE, LineWriter
from privacy.notices.importing.limits import check_depth, check_tree
from privacy.notices.importing.matching import title_pattern
from privacy.notices.importing.numbering import numbered
from privacy.notices.importing.wrapping import joined

_TERM_WORDS = 20


def read_html(html: str) -> tuple[list[Block], str | None, bool]:
    """Read a page; give its blocks, the title in its head, and whether it has pictures."""
    check_depth(html)
    tree = LexborHTMLParser(html)
    body = tree.body
    if body is None:
        return [], None, False
    check_tree(body)
    title = tree.css_first("head title")
    reader = _Reader(words=len(body.text(separator=" ").split()))
    reader.element(body)
    reader.flush()
    text = SPACE.sub(" ", title.text()).strip() if title else None
    return reader.blocks, text or None, body.css_first("img") is not None


class _Reader(LineWriter):
    """Walks the tree and writes lines."""

    def element(self, node: LexborNode) -> None:
        """Walk the children of an element."""
        child = node.first_child
        while child is not None:
            if child.is_text_node:
                self.write(child.text_content or "")
            elif child.is_element_node and child.tag not in SKIPPED:
                self._child(child)
            child = child.next

    def _child(self, node: LexborNode) -> None:
        tag = node.tag or ""
        if tag == "br":
            self.flush(gap=not trimmed(self.runs))
            return
        reason = self.aside or aside_reason(node, self.words)
        if reason and not self.aside:
            self._set_aside(node, reason)
        elif tag in BLOCKS:
            self._block(node, tag)
        else:
            self._inline(node, tag)

    def _apart(self, node: LexborNode, aside: str | None = None) -> list[Block]:
        """Read an element by itself."""
        inner = _Reader(words=self.words, aside=aside)
        inner.element(node)
        inner.flush()
        return inner.blocks

    def _set_aside(self, node: LexborNode, reason: str) -> None:
        """Read an element apart from the line it may stand in."""
        self.blocks.extend(self._apart(node, reason))

    def _inline(self, node: LexborNode, tag: str) -> None:
        before, style = self.look, node.attributes.get("style") or ""
        if "mso-list" in style.lower() and "ignore" in style.lower():
            self._word_mark(node)
            return
        bold = (before.bold or tag in ("b", "strong") or bool(BOLD.search(style))) and not LIGHT.search(style)
        href = (node.attributes.get("href") or "").strip() if tag == "a" else ""
        link = href if LINK.match(href) else before.href
        self.look = Run("", bold, before.italic or tag in ("i", "em"), link)
        self.element(node)
        self.look = before

    def _word_mark(self, node: LexborNode) -> None:
        """Read the list mark that Word writes as text in front of an item."""
        mark = node.text().strip()
        if self.kind == "heading":
            self.runs.append(Run(f"{mark} "))
            return
        found = numbered(f"{mark} X")
        self.kind, self.level, self.number = "item", max(self.depth, 1), found.number if found else None

    def _block(self, node: LexborNode, tag: str) -> None:
        self.flush()
        heading = HEADING.match(tag) or (tag in ("p", "div") and STYLED.match(node.attributes.get("class") or ""))
        level = node.attributes.get("aria-level") if node.attributes.get("role") == "heading" else None
        if heading or level:
            self._heading(node, int(heading[1] if heading else level if level and level.isdigit() else 2))
        elif tag in ("ul", "ol"):
            self._list(node, ordered=tag == "ol")
        elif tag == "table":
            self._table(node)
        elif tag in ("dt", "summary"):
            self.kind = "term" if tag == "dt" else "heading"
            self.level = 0 if tag == "dt" else 3
            self.element(node)
            self.flush()
            self.kind, self.level = "line", 0
        else:
            self.element(node)
            self.flush()

    def _heading(self, node: LexborNode, level: int) -> None:
        before, look = self.level, self.look
        self.kind, self.level, self.look = "heading", level, Run("")
        self.element(node)
        self.flush()
        self.kind, self.level, self.look = "line", before, look

    def _list(self, node: LexborNode, *, ordered: bool) -> None:
        start = node.attributes.get("start") or "1"
        count = int(start) - 1 if start.isdigit() else 0
        self.depth += 1
        child = node.first_child
        while child is not None:
            if child.is_element_node and child.tag == "li":
                value = child.attributes.get("value") or ""
                count = int(value) if value.isdigit() else count + 1
                self._item(child, str(count) if ordered else None)
            elif child.is_element_node and child.tag not in SKIPPED:
                self._child(child)
            elif child.is_text_node:
                self.write(child.text_content or "")
            child = child.next
        self.depth -= 1
        self.flush()

    def _item(self, node: LexborNode, number: str | None) -> None:
        self.flush()
        before = (self.nested, self.level)
        self.kind, self.level, self.number, self.nested = "item", self.depth, number, False
        self.gap = False
        self.element(node)
        self.flush()
        self.kind, self.number = "line", None
        self.nested, self.level = before

    def _table(self, node: LexborNode) -> None:
        for cells in rows_of_table(node):
            self._row(cells)
        for caption in node.css("caption"):
            self._block(caption, "caption")

    def _row(self, cells: list[LexborNode]) -> None:
        cells = [cell for cell in cells if cell.text().strip()]
        texts = [SPACE.sub(" ", cell.text(separator=" ")).strip() for cell in cells]
        if len(cells) > 2 and re.fullmatch(r"\W*\w{1,4}\W*", texts[0]) and numbered(f"{texts[0]} {texts[1]}"):
            self.write(texts.pop(0) + " ")
            cells.pop(0)
            self.kind = "term"
        if not is_simple_row(cells) or len(texts[0].split()) > _TERM_WORDS or title_pattern().search(texts[0]):
            for cell in cells:
                self._block(cell, "td")
        elif len(cells) == 2 and not all(cell.tag == "th" for cell in cells):
            self._term(cells[0])
            self._block(cells[1], "td")
        else:
            self._columns(cells)

    def _term(self, cell: LexborNode) -> None:
        """Write the first cell of a row as one line, whatever it was broken into."""
        text = self.runs.pop().text if self.runs else ""
        for block in self._apart(cell):
            text = joined(text, block.text) if text.strip() else block.text
        self.kind, self.runs = "term", [Run(text)]
        self.flush()
        self.kind, self.gap = "line", False

    def _columns(self, cells: list[LexborNode]) -> None:
        """Write a row of several columns on one line: as an item, or as a line where it heads the table."""
        self.flush()
        if not all(cell.tag == "th" for cell in cells):
            self.kind, self.level = "item", max(self.depth, 1)
        for place, cell in enumerate(cells):
            if place:
                self.runs.append(Run(" | "))
            for part, block in enumerate(self._apart(cell)):
                self.runs.extend([Run("; " if part else ""), *block.runs])
        self.flush()
        self.kind, self.level = "line", 0
