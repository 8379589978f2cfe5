"""Rich text as plain lines, with the links to pages of the site that stand in it."""

import re
from html.parser import HTMLParser

from privacy.notices.checks.view import LinkView

_NEW_LINE = frozenset(
    ["p", "li", "h2", "h3", "h4", "h5", "h6", "br", "hr", "div", "ul", "ol", "blockquote", "tr", "td"]
)


class _Lines(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self.links: list[LinkView] = []
        self._link: tuple[int, int] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _NEW_LINE:
            self.pieces.append("\n")
        values = dict(attrs)
        page = values.get("id") or ""
        if tag == "a" and values.get("linktype") == "page" and page.isdecimal():
            self._link = (int(page), len(self.pieces))

    def handle_endtag(self, tag: str) -> None:
        if tag == "a" and self._link:
            page, start = self._link
            self.links.append(LinkView(page, " ".join("".join(self.pieces[start:]).split())))
            self._link = None
        if tag in _NEW_LINE:
            self.pieces.append("\n")

    def handle_data(self, data: str) -> None:
        self.pieces.append(re.sub(r"[\s\xa0]+", " ", data))


def plain_text(html: str) -> tuple[str, tuple[LinkView, ...]]:
    """Give the text with a paragraph or list item a line, and the links in Wagtail's database form."""
    parser = _Lines()
    parser.feed(html)
    parser.close()
    lines = (line.strip() for line in "".join(parser.pieces).splitlines())
    return "\n".join(line for line in lines if line), tuple(parser.links)
