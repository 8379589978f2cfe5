"""Every word of a document is in a section, its heading, a fact or what was set aside: on documents made at random."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from privacy.importer.reader.read import read_file
from tests.privacy.importer.reader.words import lost, words_in_html, words_kept, words_of, words_of_page

pytestmark = pytest.mark.slow

HEADINGS = [
    "Rekisterinpitäjä",
    "Yhteyshenkilö",
    "Rekisterin nimi",
    "Henkilötietojen käsittelyn tarkoitus",
    "Säilytysaika",
    "Personuppgiftsansvarig",
    "Ändamål",
    "Mottagare",
    "Dina rättigheter",
    "Data controller",
    "Purposes",
    "Retention period",
    "Your rights",
    "Lentopallovuorot",
    "Something else entirely",
]
WORDS = ["tieto", "asiakas", "Malli", "uppgift", "skydd", "data", "right", "väline", "Åbo", "ja", "och", "kuusi", "x1"]
INTRODUCTION = "Henkilötietojen käsittely ja rekisteri, personal data and privacy, personuppgifter."
FACTS = [
    "Malli Oy, Mallikatu 1, 00100 Helsinki",
    "1234567-1",
    "malli@example.fi",
    "p. 050 123 4567",
    "4.5.2018",
    "PL 12",
]

sentence = st.lists(st.sampled_from(WORDS), min_size=1, max_size=14).map(lambda words: " ".join(words))
ended = st.tuples(sentence, st.sampled_from([".", "", ":", "?"])).map("".join)
line = st.one_of(ended, st.sampled_from(FACTS))
items = st.lists(sentence, min_size=1, max_size=4)
heading = st.tuples(st.sampled_from(["", "1. ", "2) ", "§ 3 ", "IV. ", "B. "]), st.sampled_from(HEADINGS)).map("".join)
section = st.tuples(heading, st.lists(line, max_size=3), items)
document = st.lists(section, min_size=3, max_size=8)
quick = settings(
    max_examples=60,
    deadline=None,
    # Shrinking takes minutes; an example as it was made says enough.
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=[HealthCheck.too_slow],
)

Sections = list[tuple[str, list[str], list[str]]]


def as_text(sections: Sections, mark: str, gap: str) -> str:
    """Write sections as plain text with a list mark and a gap between paragraphs."""
    parts = ["Tietosuojaseloste", INTRODUCTION]
    for name, lines, listed in sections:
        parts += [name, *lines, "\n".join(f"{mark}{item}" for item in listed)]
    return gap.join(parts)


def as_page(sections: Sections, write: Callable[[str, list[str], list[str]], str]) -> str:
    """Write sections as a page with a menu and a footer."""
    body = "".join(write(*part) for part in sections)
    menu = "<nav><a href='/'>Etusivu</a></nav>"
    start = f"{menu}<h1>Tietosuojaseloste</h1><p>{INTRODUCTION}</p>"
    return f"<html><body>{start}{body}<footer>Malli Oy</footer></body></html>"


def with_headings(name: str, lines: list[str], listed: list[str]) -> str:
    """Write a section with a heading."""
    text = "".join(f"<p>{line}</p>" for line in lines)
    return f"<h2>{name}</h2>{text}<ul>{''.join(f'<li>{item}</li>' for item in listed)}</ul>"


def with_rows(name: str, lines: list[str], listed: list[str]) -> str:
    """Write a section as the row of a table."""
    return f"<table><tr><td><b>{name}</b></td><td>{'<br>'.join([*lines, *listed])}</td></tr></table>"


@quick
@given(document, st.sampled_from(["- ", "• ", "1. ", "  * ", "– "]), st.sampled_from(["\n", "\n\n", "\n\n\n"]))
def test_plain_text_loses_no_word(sections: Sections, mark: str, gap: str) -> None:
    text = as_text(sections, mark, gap)
    notice = read_file(text.encode(), name="a.txt")
    assert not lost(words_of(text), notice)
    assert not words_kept(notice) - words_of(text)
    assert words_in_html(notice) == words_of("\n".join(section.text for section in notice.sections))


@quick
@given(document, st.sampled_from([with_headings, with_rows]))
def test_a_page_loses_no_word(sections: Sections, write: Callable[[str, list[str], list[str]], str]) -> None:
    page = as_page(sections, write)
    notice = read_file(page.encode(), name="a.html")
    assert not lost(words_of_page(page), notice)
    assert words_in_html(notice) == words_of("\n".join(section.text for section in notice.sections))


@quick
@given(document)
def test_markdown_loses_no_word(sections: Sections) -> None:
    text = f"# Privacy notice\n\n{INTRODUCTION}\n\n" + "\n\n".join(
        f"## {name}\n\n" + "\n\n".join(lines) + "\n\n" + "\n".join(f"- {item}" for item in listed)
        for name, lines, listed in sections
    )
    assert not lost(words_of(text), read_file(text.encode(), name="a.md"))
