"""What a reader makes of HTML with ins and del: the old text, the new text, the order of blocks."""

from html.parser import HTMLParser
from typing import Any

from bs4 import BeautifulSoup, Tag

from privacy.notices.versions.diff import Labels, compare_texts
from privacy.notices.versions.diff.fragments import Element, Node, read_fragment

SILENT = Labels(added="", removed="", end="", link_changed="linkki muuttunut")
SPOKEN = Labels(added="lisätty: ", removed="poistettu: ", end=" muutos päättyy", link_changed="linkki muuttunut")
BLOCKS = ["p", "h3", "h4", "ul", "ol", "li", "dl", "dt", "dd", "div", "table", "thead", "tbody", "tr", "th", "td"]
VOID = {"br", "hr", "wbr", "img"}


def differences(old: str, new: str) -> str:
    """Compare two fragments without the words for screen readers."""
    return compare_texts(old, new, labels=SILENT)[0]


def old_text(html: str) -> str:
    """Give the text before the change: without ins, and with what is in del."""
    return _side(html, gone="ins", kept="del", gone_class="diff-added")


def new_text(html: str) -> str:
    """Give the text after the change: without del, and with what is in ins."""
    return _side(html, gone="del", kept="ins", gone_class="diff-removed")


def _side(html: str, *, gone: str, kept: str, gone_class: str) -> str:
    soup = BeautifulSoup(html, "html.parser")
    for element in soup.select(f"{gone}, .{gone_class}, .diff-note, .visually-hidden"):
        if not element.decomposed:
            element.decompose()
    for element in soup.select(kept):
        element.unwrap()
    soup.smooth()
    return str(soup)


def shape(html: str) -> list[Any]:
    """Give the tree of blocks with their words."""
    return [_shape(node) for node in read_fragment(html)]


def _shape(node: Node) -> Any:
    if isinstance(node, Element):
        return [node.tag, [_shape(child) for child in node.children]]
    return [word.text for word in node.words]


def blocks_inside_marks(html: str) -> list[Tag]:
    """Give the block elements that stand in ins or del."""
    return [block for mark in BeautifulSoup(html, "html.parser")(["ins", "del"]) for block in mark(BLOCKS)]


class _Nesting(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.wrong: list[str] = []

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.wrong.append(tag)


def badly_nested(html: str) -> list[str]:
    """Give the tags that are closed in the wrong order or not at all."""
    reader = _Nesting()
    reader.feed(html)
    reader.close()
    return reader.wrong + reader.open
