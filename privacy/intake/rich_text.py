"""Rich text of imported sections: cleaned, and taken apart into the paragraphs that it can be split at."""

import re
from html import escape, unescape

import nh3
from bs4 import BeautifulSoup, NavigableString, Tag

from privacy.intake.tidy import tidy

# What the editor of a notice can write; everything else loses its tag and keeps its words.
_TAGS = {"p", "h3", "h4", "b", "i", "ol", "ul", "li", "a", "br"}
_LINKS = {"http", "https", "mailto", "tel"}
_LINK_START = re.compile(r"\s*(https?://|mailto:|tel:)", re.IGNORECASE)
_LINK_TO_NOTHING = re.compile(r"<a>(.*?)</a>", re.DOTALL)
_SAME = {"strong": "b", "em": "i", "h1": "h3", "h2": "h3", "h5": "h4", "h6": "h4"}
_OTHER_NAME = re.compile(rf"<(/?)({'|'.join(_SAME)})>")
_BLOCKS = frozenset({"p", "h3", "h4", "ol", "ul"})
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
        if isinstance(node, Tag) and node.name not in _BLOCKS:
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
