"""Counts the words of a document and of what was read from it, to see that none is lost."""

import re
from collections import Counter

from selectolax.lexbor import LexborHTMLParser

from privacy.importer.reader.document import ImportedNotice

WORD = re.compile(r"[^\W_]+")
_INNER_HYPHEN = re.compile(r"(?<=\w)-\s+(?=[a-zåäö])")


def words_of(text: str) -> Counter[str]:
    """Count the words of a text; a hyphen at a line's end may have been taken away, so it joins words here."""
    return Counter(WORD.findall(_INNER_HYPHEN.sub("", text.replace("\u00ad", ""))))


def words_of_page(html: str) -> Counter[str]:
    """Count the words that a page shows, and those of its title."""
    page = LexborHTMLParser(html)
    for node in page.css("script, style, template, noscript"):
        node.decompose()
    title = page.css_first("head title")
    body = page.body.text(separator=" ") if page.body else ""
    return words_of(f"{title.text() if title else ''} {body}")


def words_kept(notice: ImportedNotice) -> Counter[str]:
    """Count the words of a notice, wherever they are: title, headings, numbers, text, set aside."""
    parts = [notice.title or ""]
    parts += [f"{section.number or ''} {section.heading}\n{section.text}" for section in notice.sections]
    parts += [aside.text for aside in notice.set_aside]
    return words_of("\n".join(parts))


def words_in_html(notice: ImportedNotice) -> Counter[str]:
    """Count the words of the sections' rich text."""
    page = LexborHTMLParser("\n".join(section.html for section in notice.sections))
    return words_of(page.body.text(separator=" ") if page.body else "")


def lost(before: Counter[str], notice: ImportedNotice) -> Counter[str]:
    """Give the words of a document that the notice has not; the marks of numbered items are no words."""
    missing = before - words_kept(notice)
    return Counter({word: count for word, count in missing.items() if not re.fullmatch(r"\d{1,2}|[a-h]", word)})
