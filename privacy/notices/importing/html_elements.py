"""What the elements and attributes of HTML mean for reading."""

import re

from selectolax.lexbor import LexborNode

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
