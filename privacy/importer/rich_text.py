"""Rich text of imported sections: put into the one shape that Wagtail opens, and taken apart into paragraphs."""

import re
from html import escape, unescape
from html.parser import HTMLParser

import nh3
from bs4 import BeautifulSoup, NavigableString, Tag

_BLOCKS = ("p", "h3", "h4")
_LISTS = ("ul", "ol")
_INLINE = ("a", "b", "i")


def tidy(html: str) -> str:
    """Give clean rich text in that shape; no word is lost.

    Loose words become a paragraph, a list item without a list too; paragraphs in a list item become its lines, and
    what stands in an item after a list within it becomes an item of its own.
    """
    writer = _TagWriter()
    writer.feed(html)
    writer.close()
    writer.end_block()
    return "".join(writer.out)


class _TagWriter(HTMLParser):
    """Writes tags only when there are words to stand in them."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.out: list[str] = []
        self.lists: list[str] = []
        self.block = ""  # what the next words stand in: p, h3, h4, li, or nothing
        self.is_written = False  # whether the block has its tag already
        self.at_break = False
        self.inline: list[tuple[str, str]] = []  # what the next words are: tag, opening tag (empty in one of its kind)
        self.shown: list[tuple[str, str]] = []  # what the last words were

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _INLINE:
            href = dict(attrs).get("href")
            opening = f'<{tag} href="{escape(href)}">' if href else f"<{tag}>"
            self.inline.append((tag, "" if tag in dict(self.inline) else opening))
        elif tag == "br":
            self.at_break = True
        elif tag in _LISTS:
            self._begin_list(tag)
        elif self.block == "li" and tag in _BLOCKS:
            self.at_break = True
        else:
            self.end_block()
            # What stands in a list stands in an item, and an item without a list is a paragraph.
            self.block = "li" if self.lists else "p" if tag == "li" else tag

    def handle_endtag(self, tag: str) -> None:
        if tag in _INLINE:
            self.inline = self.inline[:-1]
        elif tag in _LISTS:
            self._end_list()
        elif self.block == "li" and tag in _BLOCKS:
            self.at_break = True
        elif tag != "br":
            self.end_block()

    def handle_data(self, data: str) -> None:
        wanted = [entry for entry in self.inline if entry[1]]
        if not data.strip():
            if self.is_written and not self.at_break:
                self._show(wanted[: len(self.shown)] if wanted[: len(self.shown)] == self.shown else [])
                self.out.append(data)
            return
        self.block = self.block or ("li" if self.lists else "p")
        if not self.is_written:
            self.out.append(f"<{self.block}>")
        elif self.at_break:
            self.out.append("<br/>")
        self.is_written, self.at_break = True, False
        self._show(wanted)
        self.out.append(escape(data, quote=False))

    def _show(self, wanted: list[tuple[str, str]]) -> None:
        """Close and open what the next words need."""
        same = 0
        while same < min(len(wanted), len(self.shown)) and wanted[same] == self.shown[same]:
            same += 1
        self.out += [f"</{tag}>" for tag, _opening in reversed(self.shown[same:])]
        self.out += [opening for _tag, opening in wanted[same:]]
        self.shown = wanted

    def _begin_list(self, tag: str) -> None:
        """Begin a list; one in a list stands within an item, which is closed after it."""
        if self.block == "li" and self.is_written:
            self._show([])
        elif self.lists and self.out[-1] == "</li>":
            self.out.pop()
        elif self.lists:
            self.out.append("<li>")
        else:
            self.end_block()
        self.block, self.is_written, self.at_break = "", False, False
        self.lists.append(tag)
        self.out.append(f"<{tag}>")

    def _end_list(self) -> None:
        self.end_block()
        tag = self.lists.pop()
        if self.out[-1] == f"<{tag}>":
            self.out.pop()
        else:
            self.out.append(f"</{tag}>")
        if self.lists and self.out[-1] == "<li>":
            self.out.pop()
        elif self.lists:
            self.out.append("</li>")

    def end_block(self) -> None:
        """Close what is open."""
        self._show([])
        if self.is_written:
            self.out.append(f"</{self.block}>")
        self.block, self.is_written, self.at_break = "", False, False


# What the editor of a notice can write; everything else loses its tag and keeps its words.
_TAGS = {"p", "h3", "h4", "b", "i", "ol", "ul", "li", "a", "br"}
_LINKS = {"http", "https", "mailto", "tel"}
_LINK_START = re.compile(r"\s*(https?://|mailto:|tel:)", re.IGNORECASE)
_LINK_TO_NOTHING = re.compile(r"<a>(.*?)</a>", re.DOTALL)
_SAME = {"strong": "b", "em": "i", "h1": "h3", "h2": "h3", "h5": "h4", "h6": "h4"}
_OTHER_NAME = re.compile(rf"<(/?)({'|'.join(_SAME)})>")
_TOP_LEVEL = frozenset({"p", "h3", "h4", "ol", "ul"})
_LINE_END = re.compile(r"</?(?:p|h3|h4|ol|ul|li)>|<br/>")
_ANY_TAG = re.compile(r"<[^>]*>")


def clean(html: str) -> str:
    """Give HTML with nothing in it but what an editor could have written; links lead to pages, mail and phones."""
    cleaned = nh3.clean(
        html,
        tags=_TAGS | set(_SAME),
        attributes={"a": {"href"}},
        attribute_filter=_absolute_link,
        url_schemes=_LINKS,
        link_rel=None,
    )
    named = _OTHER_NAME.sub(lambda tag: f"<{tag[1]}{_SAME[tag[2]]}>", cleaned)
    return tidy(_LINK_TO_NOTHING.sub(r"\1", named))


def _absolute_link(_tag: str, _attribute: str, value: str) -> str | None:
    return value.strip() if _LINK_START.match(value) else None


def paragraphs_of(html: str) -> list[str]:
    """Give the paragraphs, lists and subheadings of a text, each as HTML; loose words become a paragraph."""
    found: list[str] = []
    loose: list[str] = []
    for node in [*BeautifulSoup(html, "html.parser").contents, None]:
        if isinstance(node, Tag) and node.name not in _TOP_LEVEL:
            loose.append(str(node))
        elif isinstance(node, NavigableString):
            loose.append(escape(str(node), quote=False))
        else:
            words = "".join(loose).strip()
            found += [f"<p>{words}</p>"] if words else []
            loose = []
            found += [str(node)] if node is not None and node.get_text(strip=True) else []
    return found


def plain(html: str) -> str:
    """Give the words of clean rich text, each paragraph and list item on a line of its own."""
    words = unescape(_ANY_TAG.sub("", _LINE_END.sub("\n", html)))
    lines = (" ".join(line.split()) for line in words.splitlines())
    return "\n".join(line for line in lines if line)


def paragraph(text: str) -> str:
    """Give plain words as one paragraph."""
    return f"<p>{escape(' '.join(text.split()), quote=False)}</p>"


def subheading(text: str) -> str:
    """Give plain words as a subheading."""
    return f"<h3>{escape(' '.join(text.split()), quote=False)}</h3>"
