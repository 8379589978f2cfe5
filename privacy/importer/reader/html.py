"""Reads HTML, as browsers do, into blocks: headings, lines, items and the terms of rows."""

import re
from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser, LexborNode

from privacy.importer.reader.decoding import visible
from privacy.importer.reader.heading_match import title_pattern
from privacy.importer.reader.html_chrome import aside_reason
from privacy.importer.reader.limits import check_amount, check_depth, check_tree
from privacy.importer.reader.lines import as_item, joined, numbered
from privacy.importer.reader.text_blocks import Block, TextRun, trimmed

SKIPPED = frozenset({"script", "style", "template", "svg", "iframe", "object", "embed", "math", "canvas", "video",
                      "audio", "head", "title", "meta", "link", "base", "noscript", "map", "o:p"})  # fmt: skip
BLOCKS = frozenset({"p", "div", "section", "article", "main", "header", "footer", "aside", "nav", "ul", "ol", "li",
                     "dl", "dt", "dd", "table", "tbody", "thead", "tfoot", "tr", "td", "th", "caption", "blockquote",
                     "pre", "figure", "figcaption", "address", "form", "fieldset", "legend", "details", "summary", "hr",
                     "body", "html", "center", "h1", "h2", "h3", "h4", "h5", "h6", "option", "button"})  # fmt: skip
HEADING = re.compile(r"h([1-6])$")
STYLED = re.compile(r"(?:mso)?(?:heading|otsikko|rubrik)\s?-?([1-6])\b", re.IGNORECASE)
LINK = re.compile(r"(?:https?://|mailto:|tel:)\S+$", re.IGNORECASE)
BOLD = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
LIGHT = re.compile(r"font-weight\s*:\s*(?:normal|[1-4]00)", re.IGNORECASE)


def children(node: LexborNode) -> list[LexborNode]:
    """Give the elements in an element."""
    found, child = [], node.first_child
    while child is not None:
        if child.is_element_node:
            found.append(child)
        child = child.next
    return found


def closest_table(node: LexborNode) -> int | None:
    """Give the identity of the table that an element stands in."""
    parent = node.parent
    while parent is not None and parent.tag != "table":
        parent = parent.parent
    return parent.mem_id if parent is not None else None


def rows_of_table(table: LexborNode) -> list[list[LexborNode]]:
    """Give the cells of each row of a table, without those of tables inside it."""
    rows = [row for row in table.css("tr") if closest_table(row) == table.mem_id]
    return [[cell for cell in children(row) if cell.tag in ("td", "th")] for row in rows]


def is_simple_row(cells: list[LexborNode]) -> bool:
    """Say whether a row is of several cells with nothing but text."""
    return len(cells) > 1 and not any(cell.css_first("h1, h2, h3, h4, h5, table") for cell in cells)


SPACE = re.compile(r"[ \t\r\n\f]+")


@dataclass
class LineWriter:
    """Writes lines; the flags say how the text at hand looks."""

    words: int
    blocks: list[Block] = field(default_factory=list)
    runs: list[TextRun] = field(default_factory=list)
    kind: str = "line"
    level: int = 0
    number: str | None = None
    gap: bool = True
    depth: int = 0
    characters: int = 0
    nested: bool = False
    aside: str | None = None
    look: TextRun = TextRun("")

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
            self.runs.append(TextRun(text, self.look.bold, self.look.italic, self.look.href))


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
        self.look = TextRun("", bold, before.italic or tag in ("i", "em"), link)
        self.element(node)
        self.look = before

    def _word_mark(self, node: LexborNode) -> None:
        """Read the list mark that Word writes as text in front of an item."""
        mark = node.text().strip()
        if self.kind == "heading":
            self.runs.append(TextRun(f"{mark} "))
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
        self.kind, self.level, self.look = "heading", level, TextRun("")
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
        self.kind, self.runs = "term", [TextRun(text)]
        self.flush()
        self.kind, self.gap = "line", False

    def _columns(self, cells: list[LexborNode]) -> None:
        """Write a row of several columns on one line: as an item, or as a line where it heads the table."""
        self.flush()
        if not all(cell.tag == "th" for cell in cells):
            self.kind, self.level = "item", max(self.depth, 1)
        for place, cell in enumerate(cells):
            if place:
                self.runs.append(TextRun(" | "))
            for part, block in enumerate(self._apart(cell)):
                self.runs.extend([TextRun("; " if part else ""), *block.runs])
        self.flush()
        self.kind, self.level = "line", 0
