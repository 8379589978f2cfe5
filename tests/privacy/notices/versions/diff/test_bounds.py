"""A comparison takes a bounded time, whatever the texts are; what is too much is compared by whole paragraphs."""

import random
from time import process_time

import pytest

from privacy.notices.versions.diff import compare_texts
from tests.privacy.notices.versions.diff.reading import SILENT, badly_nested, new_text, old_text, shape

pytestmark = pytest.mark.slow

CHANCE = random.Random(2026)  # noqa: S311
VOCABULARY = [f"sana{number}" for number in range(3000)]
# Words are as unequal as in a language: Zipf's law.
WEIGHTS = [1 / (rank + 1) for rank in range(3000)]


def running_text(count: int) -> list[str]:
    return CHANCE.choices(VOCABULARY, WEIGHTS, k=count)


def paragraphs(words: list[str], size: int) -> str:
    return "".join(f"<p>{' '.join(words[at : at + size])}.</p>" for at in range(0, len(words), size))


def edited(words: list[str], share: float) -> list[str]:
    """Replace a share of the words."""
    return [CHANCE.choice(VOCABULARY) if CHANCE.random() < share else word for word in words]


def timed(old: str, new: str, limit: float) -> tuple[float, str, str]:
    """Compare, and say how many seconds of the processor it took; a second try is allowed on a busy machine."""
    for _try in range(2):
        began = process_time()
        html, note = compare_texts(old, new, labels=SILENT)
        took = process_time() - began
        if took < limit:
            break
    return took, html, note


TEXT = running_text(3000)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (paragraphs(TEXT, 40), paragraphs(edited(TEXT, 0.1), 40)),
        (paragraphs(TEXT, 40), paragraphs(running_text(3000), 40)),
        (paragraphs(TEXT, 40), paragraphs(["alku"] * 7 + TEXT, 40)),
        (paragraphs(TEXT, 3000), paragraphs(edited(TEXT, 0.1), 3000)),
    ],
    ids=["edited", "unrelated", "shifted", "one paragraph"],
)
def test_three_thousand_words_take_less_than_300_ms(old: str, new: str) -> None:
    assert timed(old, new, 0.3)[0] < 0.3


LONG = running_text(20_000)
FRAMED = tuple(paragraphs(words, 9999) for words in (["a", *["sama"] * 5000, "b"], ["c", *["sama"] * 4999, "d"]))


@pytest.mark.parametrize(
    ("old", "new", "noted"),
    [
        (paragraphs(TEXT, 3000), paragraphs([f"ord{i}" for i in range(3000)], 3000), ""),
        (paragraphs(["sama"] * 5000, 5000), paragraphs(["sama"] * 4999, 5000), ""),
        (
            paragraphs(["a", *["sama"] * 5000, "b"], 9999),
            paragraphs(["c", *["sama"] * 4999, "d"], 9999),
            "by_paragraph",
        ),
        (paragraphs(CHANCE.choices(["yksi", "kaksi"], k=5000), 5000), paragraphs(["kaksi", "yksi"] * 2500, 5000), None),
        (paragraphs(LONG, 40), paragraphs(edited(LONG, 0.1), 40), ""),
        (paragraphs(LONG, 20_000), paragraphs(edited(LONG, 0.1), 20_000), "by_paragraph"),
        (paragraphs(LONG, 20_000), paragraphs([f"ord{i}" for i in range(20_000)], 20_000), ""),
    ],
    ids=[
        "nothing shared",
        "one word",
        "one word framed",
        "two words",
        "long",
        "long paragraph",
        "long, nothing shared",
    ],
)
def test_hostile_texts_take_less_than_a_second(old: str, new: str, noted: str | None) -> None:
    took, html, note = timed(old, new, 1)
    assert took < 1
    assert noted is None or note == noted
    assert badly_nested(html) == []
    assert shape(old_text(html)) == shape(old)
    assert shape(new_text(html)) == shape(new)


def test_text_that_is_too_much_word_by_word_is_shown_by_paragraph_and_noted() -> None:
    same = "<p>Tämä ei muuttunut.</p>"
    old, new = FRAMED
    html, note = compare_texts(same + old, same + new, labels=SILENT)
    assert note == "by_paragraph"
    assert html == f"{same}<p><del>{old[3:-4]}</del> <ins>{new[3:-4]}</ins></p>"
