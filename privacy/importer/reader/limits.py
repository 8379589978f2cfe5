"""How large and how deep a document may be."""

import re

from selectolax.lexbor import LexborNode

from privacy.importer.reader.document import NotANotice

MAX_BYTES = 10_000_000
MAX_TEXT_BYTES = 4_000_000
MAX_CHARACTERS = 400_000
MAX_LINES = 15_000
MAX_DEPTH = 200
_OPENED = 3000
_TAG = re.compile(r"<(/?)([a-zA-Z][\w:]*)[^<>]*?(/?)>")
_CLOSE_THEMSELVES = frozenset(
    [
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "param",
        "source",
        "track",
        "wbr",
        "p",
        "li",
        "td",
        "th",
        "tr",
        "dt",
        "dd",
        "option",
        "path",
    ]
)


def check_size(size: int, limit: int = MAX_BYTES) -> None:
    """Refuse a file that is too large (NotANotice too_large)."""
    if size > limit:
        raise NotANotice("too_large", values={"limit": str(limit // 1_000_000)})


def check_length(text: str) -> None:
    """Refuse a text of more characters or lines than any notice has (NotANotice too_long)."""
    check_amount(characters=len(text), lines=text.count("\n"))


def check_amount(*, characters: int, lines: int) -> None:
    """Refuse more characters or lines than any notice has (NotANotice too_long)."""
    if characters > MAX_CHARACTERS or lines > MAX_LINES:
        raise NotANotice("too_long", values={"limit": str(MAX_CHARACTERS)})


def check_depth(html: str) -> None:
    """Refuse HTML whose elements are nested deeper than a page's are (NotANotice too_deep)."""
    depth = 0
    for found in _TAG.finditer(html):
        if found[3] or found[2].lower() in _CLOSE_THEMSELVES:
            continue
        depth += -1 if found[1] else 1
        if depth > _OPENED:
            raise NotANotice("too_deep")


def check_tree(root: LexborNode) -> None:
    """Refuse a parsed page that is nested deeper than can be walked (NotANotice too_deep)."""
    node, depth = root.first_child, 1
    while node is not None and depth > 0:
        if depth > MAX_DEPTH:
            raise NotANotice("too_deep")
        if node.first_child is not None:
            node, depth = node.first_child, depth + 1
            continue
        while node is not None and node.next is None and depth > 0:
            node, depth = node.parent, depth - 1
        node = node.next if node is not None and depth > 0 else None
