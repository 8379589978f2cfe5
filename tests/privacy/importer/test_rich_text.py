"""Imported rich text is what an editor could have written: the page editor opens it and loses no word of it."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter

from privacy.importer.rich_text import clean, paragraphs_of, plain
from privacy.notices.sections.blocks import RICH_TEXT_FEATURES

_KEY = re.compile(r' data-block-key="\w+"')
TAGS = ("p", "h2", "h3", "h4", "ul", "ol", "li", "b", "strong", "i", "em", "a", "div", "table", "td")
PIECES = st.one_of(
    st.sampled_from([f"<{tag}>" for tag in TAGS] + [f"</{tag}>" for tag in TAGS] + ["<br>", "&lt;b&gt;", " ", "&amp;"]),
    st.sampled_from(['<a href="https://example.fi/?a=1&amp;b=2">', '<a href="mailto:a@example.fi">']),
    st.text("abcäö <>&\"'\n\u00a0", min_size=1, max_size=6),
)


def edited(html: str) -> str:
    """Give a text as the page editor saves it again."""
    editor = ContentstateConverter(RICH_TEXT_FEATURES)
    return _KEY.sub("", editor.to_database_format(editor.from_database_format(html)))


@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES, max_size=25).map("".join))
def test_any_html_becomes_a_text_that_the_editor_opens_without_losing_a_word(html: str) -> None:
    text = clean(html)

    assert plain(edited(text)).split() == plain(text).split()
    assert clean(text) == text
    assert [plain(part).split() for part in paragraphs_of(text)] == [
        words for words in (plain(part).split() for part in paragraphs_of(text)) if words
    ]
    assert " ".join(plain(part) for part in paragraphs_of(text)).split() == plain(text).split()


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<ul><h2>Otsikko<ul><li>rivi</ul></ul>", "<ul><li>Otsikko<ul><li>rivi</li></ul></li></ul>"),
        ("<p>a<br>b</p>", "<p>a<br/>b</p>"),
        ("<h2>a</h2><p><strong>b</strong> <em>c</em></p>", "<h3>a</h3><p><b>b</b> <i>c</i></p>"),
        ("loose <b>words</b><p>a</p>", "<p>loose <b>words</b></p><p>a</p>"),
        ("<ul><li><p>a</p><p>b</p></li></ul>", "<ul><li>a<br/>b</li></ul>"),
        ("<ul><li>a<ol><li>b</li></ol>c</li></ul>", "<ul><li>a<ol><li>b</li></ol></li><li>c</li></ul>"),
        ("<ul><li>a</li><ul><li>b</li></ul></ul>", "<ul><li>a<ul><li>b</li></ul></li></ul>"),
        ("<li>a</li>", "<p>a</p>"),
        ('<p><a href="tel:+358401234567">a</a></p>', '<p><a href="tel:+358401234567">a</a></p>'),
        ('<p><a href="/yhteys/">a</a></p>', "<p>a</p>"),
        ('<p><a href="javascript:alert(1)">a</a></p>', "<p>a</p>"),
    ],
)
def test_text_is_cleaned(html: str, text: str) -> None:
    assert clean(html) == text


def test_paragraphs_are_what_a_section_can_be_split_at() -> None:
    assert paragraphs_of("<p>a</p><ul><li>b</li><li>c</li></ul><h3>d</h3>") == [
        "<p>a</p>",
        "<ul><li>b</li><li>c</li></ul>",
        "<h3>d</h3>",
    ]
