"""The difference inside a section reads well: natural runs of words, blocks and links kept."""

import pytest

from privacy.notices.versions.diff import compare_texts
from tests.privacy.notices.versions.diff.reading import SPOKEN, differences


@pytest.mark.parametrize(
    ("old", "new", "shown"),
    [
        (
            "Tietoja säilytetään kuusi vuotta asiakassuhteen päättymisestä.",
            "Tietoja säilytetään kymmenen vuotta asiakassuhteen päättymisestä.",
            "Tietoja säilytetään <del>kuusi</del> <ins>kymmenen</ins> vuotta asiakassuhteen päättymisestä.",
        ),
        (
            "Vastaamme pyyntöihin. Voit valittaa.",
            "Vastaamme pyyntöihin. Vastaus on maksuton. Voit valittaa.",
            "Vastaamme pyyntöihin. <ins>Vastaus on maksuton.</ins> Voit valittaa.",
        ),
        (
            "Keräämme nimen, osoitteen ja tilaukset.",
            "Keräämme nimen, puhelinnumeron, osoitteen ja tilaukset.",
            "Keräämme nimen, <ins>puhelinnumeron,</ins> osoitteen ja tilaukset.",
        ),
        (
            "Vanha selvitys tiedoista.",
            "Selvitys tiedoista.",
            "<del>Vanha selvitys</del> <ins>Selvitys</ins> tiedoista.",
        ),
        (
            "Voimassa 1.1.2018 alkaen.",
            "Voimassa 25.5.2026 alkaen.",
            "Voimassa <del>1.1.2018</del> <ins>25.5.2026</ins> alkaen.",
        ),
    ],
)
def test_words_that_changed_are_marked(old: str, new: str, shown: str) -> None:
    assert differences(f"<p>{old}</p>", f"<p>{new}</p>") == f"<p>{shown}</p>"


def test_short_words_between_two_changes_are_part_of_them() -> None:
    shown = differences(
        "<p>Tiedot luovutetaan perintätoimistolle ja tilintarkastajalle laskutusta varten.</p>",
        "<p>Tiedot luovutetaan kirjanpitäjälle ja verottajalle laskutusta varten.</p>",
    )
    assert shown == (
        "<p>Tiedot luovutetaan <del>perintätoimistolle ja tilintarkastajalle</del>"
        " <ins>kirjanpitäjälle ja verottajalle</ins> laskutusta varten.</p>"
    )


def test_sentence_that_moved_leaves_the_rest_as_it_was() -> None:
    moved = "Paperit ovat lukituissa kaapeissa."
    kept = "ja niihin pääsevät vain ne työntekijät, jotka tarvitsevat tietoja työssään."
    shown = differences(
        f"<p>{moved} Sähköiset tiedot on suojattu palomuurilla ja salasanoilla, {kept}</p>",
        f"<p>Sähköiset tiedot on suojattu palomuurilla, salasanoilla ja tunnistautumisella, {kept} {moved}</p>",
    )
    assert shown == (
        f"<p><del>{moved}</del> Sähköiset tiedot on suojattu palomuurilla <del>ja</del><ins>,</ins> salasanoilla"
        f" <ins>ja tunnistautumisella</ins>, {kept} <ins>{moved}</ins></p>"
    )


def test_paragraph_with_little_in_common_is_replaced_as_a_whole() -> None:
    old = "Emme luovuta tietoja kenellekään."
    new = "Laskutuksen hoitaa kirjanpitotoimisto, jolle siirrämme tietoja joka kuukausi sopimuksen mukaan."
    assert differences(f"<dd>{old}</dd>", f"<dd>{new}</dd>") == f"<dd><del>{old}</del> <ins>{new}</ins></dd>"


def test_screen_reader_hears_each_run_once_and_where_it_ends() -> None:
    html, _note = compare_texts("<p>Säilytämme kuusi vuotta.</p>", "<p>Säilytämme viisi vuotta.</p>", labels=SPOKEN)
    assert html == (
        '<p>Säilytämme <del><span class="visually-hidden">poistettu: </span>kuusi</del>'
        ' <ins><span class="visually-hidden">lisätty: </span>viisi'
        '<span class="visually-hidden"> muutos päättyy</span></ins> vuotta.</p>'
    )


def test_words_for_screen_readers_are_escaped() -> None:
    labels = type(SPOKEN)(added="<b>", removed="&", end="", link_changed="")
    assert '<span class="visually-hidden">&lt;b&gt;</span>' in compare_texts("", "<p>uusi</p>", labels=labels)[0]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("<p>Kaksi  sanaa\n täällä</p>", "<p>Kaksi sanaa täällä</p>"),
        ("<ul><li>nimi</li></ul>", "<ul>\n  <li>\n    nimi\n  </li>\n</ul>\n"),
        ("<p>10 vuotta</p>", "<p>10\xa0vuotta</p>"),
        ("<p>tieto\xadsuoja</p>", "<p>tietosuoja</p>"),
        ("<p>info@<wbr>example.fi</p>", "<p>info@<wbr>\nexample.fi</p>"),
        ("<p>Tärkeä asia</p>", "<p><b>Tärkeä</b> asia</p>"),
        ("<p>Yksi</p><p>Kaksi</p>", "<p>Yksi</p><p></p><p>Kaksi</p><p><br></p>"),
    ],
)
def test_space_hyphenation_emphasis_and_empty_paragraphs_are_no_change(old: str, new: str) -> None:
    assert differences(old, new) == new


def test_list_item_is_added_without_marking_its_neighbours() -> None:
    shown = differences(
        "<ul><li>nimi</li><li>osoite</li><li>tilaukset</li></ul>",
        "<ul><li>nimi</li><li>syntymäaika</li><li>osoite ja kotikunta</li></ul>",
    )
    assert shown == (
        '<ul><li>nimi</li><li class="diff-added"><ins>syntymäaika</ins></li>'
        '<li>osoite <ins>ja kotikunta</ins></li><li class="diff-removed"><del>tilaukset</del></li></ul>'
    )


def table(headings: list[str], *rows: list[str]) -> str:
    head = "".join(f'<th scope="col">{heading}</th>' for heading in headings)
    body = "".join(
        f'<tr><th scope="row">{row[0]}</th>{"".join(f"<td>{cell}</td>" for cell in row[1:])}</tr>' for row in rows
    )
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def test_table_row_is_paired_by_its_heading() -> None:
    shown = differences(
        table(["Tiedot", "Säilytysaika"], ["Laskut", "6 vuotta"], ["Sopimukset", "10 vuotta"]),
        table(
            ["Tiedot", "Säilytysaika"], ["Palautteet", "1 vuosi"], ["Laskut", "10 vuotta"], ["Sopimukset", "10 vuotta"]
        ),
    )
    assert '<tr class="diff-added"><th scope="row"><ins>Palautteet</ins></th><td><ins>1 vuosi</ins></td></tr>' in shown
    assert '<tr><th scope="row">Laskut</th><td><del>6</del> <ins>10</ins> vuotta</td></tr>' in shown
    assert '<tr><th scope="row">Sopimukset</th><td>10 vuotta</td></tr>' in shown


def test_added_column_keeps_every_cell_under_its_heading() -> None:
    shown = differences(
        table(["Ryhmä", "Tiedot"], ["Yhteystiedot", "nimi"], ["Ostot", "tuotteet"]),
        table(["Ryhmä", "Lähde", "Tiedot"], ["Yhteystiedot", "sinä", "nimi, puhelin"], ["Maksut", "pankki", "tili"]),
    )
    assert '<th scope="col">Ryhmä</th><th scope="col" class="diff-added"><ins>Lähde</ins></th>' in shown
    assert '<td class="diff-added"><ins>sinä</ins></td><td>nimi<ins>, puhelin</ins></td>' in shown
    removed = '<tr class="diff-removed"><th scope="row"><del>Ostot</del></th><td class="diff-added"></td>'
    assert f"{removed}<td><del>tuotteet</del></td></tr>" in shown


def card(*facts: tuple[str, str]) -> str:
    entries = "".join(f"<div><dt>{term}</dt><dd>{text}</dd></div>" for term, text in facts)
    return f'<div class="card"><p class="card-name">Esimerkki Oy</p><dl class="facts">{entries}</dl></div>'


def test_fact_is_paired_by_its_term() -> None:
    shown = differences(
        card(("Puhelin", '<a href="tel:+358401234567">040 123 4567</a>'), ("Sähköposti", "info@example.fi")),
        card(("Postiosoite", "PL 1, 00100 Helsinki"), ("Puhelin", '<a href="tel:+358401239999">040 123 9999</a>')),
    )
    assert (
        '<div class="diff-added"><dt><ins>Postiosoite</ins></dt><dd><ins>PL 1, 00100 Helsinki</ins></dd></div>' in shown
    )
    assert (
        '<div><dt>Puhelin</dt><dd><del><a href="tel:+358401234567">040 123 4567</a></del>'
        ' <ins><a href="tel:+358401239999">040 123 9999</a></ins></dd></div>'
    ) in shown
    assert '<div class="diff-removed"><dt><del>Sähköposti</del></dt><dd><del>info@example.fi</del></dd></div>' in shown


def test_part_of_a_link_is_marked_inside_it() -> None:
    shown = differences('<p><a href="/a">Lue vanha ohje</a></p>', '<p><a href="/a">Lue uusi ohje</a></p>')
    assert shown == '<p><a href="/a">Lue <del>vanha</del> <ins>uusi</ins> ohje</a></p>'


def test_link_that_leads_elsewhere_is_noted_with_both_addresses() -> None:
    shown = differences(
        '<p>Katso <a href="https://example.fi/a">ohje</a> ensin.</p>',
        '<p>Katso <a href="https://example.fi/b">ohje</a> ensin.</p>',
    )
    assert shown == (
        '<p>Katso <a href="https://example.fi/b">ohje</a> <span class="diff-note">(linkki muuttunut:'
        " <del>https://example.fi/a</del> <ins>https://example.fi/b</ins>)</span> ensin.</p>"
    )


def test_link_that_leads_elsewhere_is_noted_beside_other_changes_too() -> None:
    shown = differences(
        '<p>Katso <a href="/a">ohje</a>.</p>', '<p>Katso <a href="/b">ohje</a>. Voit myös soittaa meille.</p>'
    )
    assert '<a href="/b">ohje</a> <span class="diff-note">' in shown
    assert shown.endswith("</span>. <ins>Voit myös soittaa meille.</ins></p>")


def test_link_to_another_page_in_the_database_form_is_noted() -> None:
    shown = differences('<p><a linktype="page" id="3">ohje</a></p>', '<p><a linktype="page" id="4">ohje</a></p>')
    assert shown == '<p><a linktype="page" id="4">ohje</a> <span class="diff-note">(linkki muuttunut)</span></p>'


def test_markup_in_a_text_stays_text() -> None:
    shown = differences("<p>a &lt;script&gt; &amp; b</p>", '<p>a &lt;img src="x"&gt; &amp; b</p>')
    assert "<script" not in shown
    assert "<img" not in shown
    assert "&lt;" in shown


def test_scripts_and_comments_are_left_out() -> None:
    shown = differences("<p>vanha</p>", "<p>uusi<script>alert(1)</script><!-- ohi --></p>")
    assert "alert" not in shown
    assert "ohi" not in shown
