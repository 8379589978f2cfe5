"""Whatever two texts say, the comparison is valid HTML that holds both of them."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from privacy.notices.versions.diff import compare_texts
from tests.privacy.notices.versions.diff.reading import (
    SPOKEN,
    badly_nested,
    blocks_inside_marks,
    new_text,
    old_text,
    shape,
)

pytestmark = pytest.mark.slow

# Few words, so that the texts of an example share many.
WORDS = [
    "tiedot",
    "säilytetään",
    "kuusi",
    "vuotta",
    "ja",
    "6",
    "1.1.2026",
    "Oy",
    "a &lt; b",
    "&amp;",
    "info@example.fi",
]
words = st.lists(st.sampled_from(WORDS), min_size=1, max_size=8).map(" ".join)
sentences = st.tuples(words, st.sampled_from(["", ".", ",", "<br>", "?"])).map("".join)
inline = st.one_of(
    sentences,
    sentences.map(lambda text: f"<b>{text}</b>"),
    st.tuples(st.sampled_from("ab"), sentences).map(lambda link: f'<a href="/{link[0]}">{link[1]}</a>'),
    sentences.map(lambda text: f'<a href="/a">alku <i>{text}</i></a>'),
)
lines = st.lists(inline, min_size=1, max_size=4).map(" ".join)


def wrapped(tag: str, inside: Any) -> Any:
    return inside.map(lambda html: f"<{tag}>{html}</{tag}>")


def several(inside: Any, most: int = 4) -> Any:
    return st.lists(inside, min_size=1, max_size=most).map("".join)


def table(width: int) -> Any:
    def row(tag: str) -> Any:
        return wrapped("tr", st.lists(wrapped(tag, lines), min_size=width, max_size=width).map("".join))

    return wrapped("table", st.tuples(wrapped("thead", row("th")), wrapped("tbody", several(row("td")))).map("".join))


lists = st.one_of(*(wrapped(tag, several(wrapped("li", lines))) for tag in ("ul", "ol")))
nested = wrapped("ul", several(wrapped("li", st.tuples(lines, lists).map("".join))))
terms = wrapped("dl", several(wrapped("div", st.tuples(wrapped("dt", words), wrapped("dd", lines)).map("".join))))
blocks = st.one_of(wrapped("p", lines), wrapped("h3", words), lists, nested, terms, table(2), table(3))
fragments = st.one_of(several(blocks, 5), wrapped("div", several(blocks)), lines, st.just(""))


@given(fragments, fragments)
@settings(max_examples=60, deadline=None)
def test_comparison_is_valid_and_holds_the_old_text_and_the_new_one(old: str, new: str) -> None:
    html, note = compare_texts(old, new, labels=SPOKEN)
    assert note == ""
    assert badly_nested(html) == []
    assert blocks_inside_marks(html) == []
    assert shape(new_text(html)) == shape(new)
    assert shape(old_text(html)) == shape(old)


@given(fragments)
@settings(max_examples=20, deadline=None)
def test_text_compared_with_itself_has_no_differences(html: str) -> None:
    assert compare_texts(html, html, labels=SPOKEN) == (html, "")
