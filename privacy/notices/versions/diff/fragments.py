"""HTML of a section read into blocks and words."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from html import escape
from typing import NamedTuple

from bs4 import BeautifulSoup
from bs4.element import NavigableString, PageElement, Tag

_BLOCKS = frozenset(
    ["address", "article", "aside", "blockquote", "caption", "col", "colgroup", "dd", "details", "div", "dl", "dt"]
    + ["figcaption", "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol"]
    + ["p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul"]
)
VOID = frozenset(["br", "col", "hr", "img", "wbr"])
# No text of a notice.
_SILENT = frozenset(["script", "style", "template"])
# A word keeps what stands inside it: 1.1.2026, 2016/679, info@example.fi, EU:n, soft hyphens.
_TOKENS = re.compile(r"\s+|\w+(?:[-'’./:@\xad\u2011]\w+)*|[^\w\s]")
_INVISIBLE = str.maketrans("", "", "\xad\u200b")


class Wrapper(NamedTuple):
    """An inline element around words: its tag, its opening and what is said before it closes."""

    tag: str
    opening: str
    ending: str = ""


class Word(NamedTuple):
    """A word or a sign: as compared, as HTML, the space before it, what stands around it, where its link leads."""

    text: str
    html: str
    before: str
    wrappers: tuple[Wrapper, ...]
    link: str

    @property
    def key(self) -> tuple[str, str]:
        """What makes two words the same: emphasis does not count, where a link leads does."""
        return self.text, self.link


@dataclass(frozen=True, slots=True, eq=False)
class Text:
    """A run of words within one block."""

    words: tuple[Word, ...]
    signature: str = field(init=False)
    bag: Counter[str] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "signature", "\x1f".join(f"{word.text}\x1e{word.link}" for word in self.words))
        telling = (word.text.lower() for word in self.words if len(word.text) > 2)
        object.__setattr__(self, "bag", Counter(telling))


@dataclass(frozen=True, slots=True, eq=False)
class Element:
    """A block: its tag, its attributes as HTML, and what is in it."""

    tag: str
    attributes: tuple[tuple[str, str], ...]
    children: tuple["Node", ...]
    signature: str = field(init=False)
    bag: Counter[str] = field(init=False)

    def __post_init__(self) -> None:
        inside = "\x1d".join(child.signature for child in self.children)
        object.__setattr__(self, "signature", f"<{self.tag}>{inside}</{self.tag}>")
        object.__setattr__(self, "bag", bag_of(self.children))


Node = Element | Text


def bag_of(nodes: Iterable[Node]) -> Counter[str]:
    """Count the telling words of nodes."""
    total: Counter[str] = Counter()
    for node in nodes:
        total.update(node.bag)
    return total


def read_fragment(html: str) -> tuple[Node, ...]:
    """Read the HTML of a section."""
    return tuple(_nodes(BeautifulSoup(html, "html.parser")))


def texts_in(node: Node) -> Iterator[Text]:
    """Give the runs of words in a node, in order."""
    if isinstance(node, Text):
        yield node
    else:
        for child in node.children:
            yield from texts_in(child)


def attributes_html(attributes: Iterable[tuple[str, str]]) -> str:
    """Give attributes as they stand in a tag."""
    return "".join(f' {name}="{escape(value)}"' for name, value in attributes)


def _nodes(parent: Tag) -> Iterator[Node]:
    reader = _WordReader()
    for child in parent.children:
        if isinstance(child, Tag) and _is_block(child):
            yield from reader.take()
            if child.name != "p" or child.get_text(strip=True):  # editors leave empty paragraphs behind
                yield Element(child.name, tuple(_attributes(child)), tuple(_nodes(child)))
        else:
            reader.read(child, (), "")
    yield from reader.take()


def _is_block(tag: Tag) -> bool:
    return tag.name in _BLOCKS or tag.find(_BLOCKS) is not None


def _attributes(tag: Tag) -> Iterator[tuple[str, str]]:
    for name, value in tag.attrs.items():
        yield name, " ".join(value) if isinstance(value, list) else value


def _target(tag: Tag) -> str:
    """Where a link leads: its address, or Wagtail's database form."""
    return str(tag.get("href") or " ".join(str(tag.get(name, "")) for name in ("linktype", "id")).strip())


class _WordReader:
    """Gathers the words of inline content until a block ends it."""

    def __init__(self) -> None:
        self.words: list[Word] = []
        self.before = " "  # the first word of a block stands apart from what may be put before it

    def take(self) -> list[Text]:
        words, self.words, self.before = self.words, [], " "
        return [Text(tuple(words))] if words else []

    def read(self, node: PageElement, wrappers: tuple[Wrapper, ...], link: str) -> None:
        if type(node) is NavigableString:  # its subclasses are comments and the like
            self._read_text(node, wrappers, link)
        elif isinstance(node, Tag) and node.name == "wbr":
            self.before += "<wbr>"
        elif isinstance(node, Tag) and node.name not in _SILENT:
            opening = f"<{node.name}{attributes_html(_attributes(node))}>"
            if node.name in VOID:
                self._add(opening, opening, wrappers, link)
            link = _target(node) if node.name == "a" else link
            for child in node.children:
                self.read(child, (*wrappers, Wrapper(node.name, opening)), link)

    def _read_text(self, text: str, wrappers: tuple[Wrapper, ...], link: str) -> None:
        for token in _TOKENS.findall(text):
            visible = token.translate(_INVISIBLE)
            if not visible:
                self.before += token
            elif token.isspace():
                self.before = "\xa0" if "\xa0" in self.before + token else " "
            else:
                self._add(visible, escape(token), wrappers, link)

    def _add(self, text: str, html: str, wrappers: tuple[Wrapper, ...], link: str) -> None:
        self.words.append(Word(text, html, self.before, wrappers, link))
        self.before = ""
