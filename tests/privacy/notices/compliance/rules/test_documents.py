"""What the checks find in the look of a document: headings, numbers, page chrome, gaps, dates."""

from datetime import date

import pytest

from privacy.importer.document_checks import view_of_import
from privacy.importer.reader.document import ImportedNotice, ImportedSection
from privacy.notices.compliance.rules import NoticeView
from tests.privacy.notices.compliance.rules.builders import TODAY, found, ids, section


def document(*sections: tuple[str, str, str | None], raw: str = "", day: str | None = None) -> NoticeView:
    """Make the view of a document with sections of (heading, text, number)."""
    notice = ImportedNotice(
        language="fi",
        title="Tietosuojaseloste",
        date=day,
        controllers=(),
        contacts=(),
        register_name=None,
        sections=tuple(
            ImportedSection(key="other", covers=("other",), heading=heading, number=number, text=text, html="")
            for heading, text, number in sections
        ),
        set_aside=(),
        findings=(),
    )
    return view_of_import(notice, raw, TODAY)


def page(*headings: str, own: bool = True) -> NoticeView:
    made = tuple(section("other", text="Teksti.", heading=heading, own_heading=own) for heading in headings)
    return NoticeView(language="fi", sections=made, today=TODAY)


def test_headings_in_capitals_are_found_and_mixed_ones_left_alone() -> None:
    assert found(page("TARKOITUS", "SÄILYTYS", "OIKEUDET"), "PN051")
    assert not found(page("TARKOITUS", "Säilytys", "OIKEUDET"), "PN051")
    assert not found(page("TARKOITUS", "SÄILYTYS", "OIKEUDET", own=False), "PN051")


def test_gap_in_typed_numbers_is_found() -> None:
    assert found(document(("Yksi", "a", "1"), ("Kolme", "b", "3")), "PN052")[0].excerpt == "3. Kolme"


def test_numbers_in_order_and_without_numbers_are_left_alone() -> None:
    assert not found(document(("Yksi", "a", "1"), ("Väli", "b", None), ("Kaksi", "c", "2")), "PN052")
    assert not found(document(("Yksi", "a", "1"), ("Kaksi", "b", "2"), ("Uusi", "c", "1")), "PN052")


@pytest.mark.parametrize(
    "heading",
    [
        "Säännönmukaiset luovutukset ja tietojen siirto EU:n ulkopuolelle",
        "Tarkastus- ja kielto-oikeus",
        "Tietojen säilytysaika ja suojaaminen",
    ],
)
def test_heading_of_several_matters_is_found(heading: str) -> None:
    assert found(page(heading), "PN054")


@pytest.mark.parametrize(
    "heading",
    [
        "Henkilötietojen käsittelyn tarkoitus ja oikeusperuste",
        "Tietojen siirto EU:n tai ETA:n ulkopuolelle",
        "Oikeus siirtää tiedot järjestelmästä toiseen",
        "Rekisterin suojauksen periaatteet",
        "Automaattinen päätöksenteko ja profilointi",
    ],
)
def test_heading_of_one_matter_is_left_alone(heading: str) -> None:
    assert not found(page(heading), "PN054")


def test_heading_of_the_system_is_never_mixed() -> None:
    assert not found(page("Mottagare och överföring utanför EU", own=False), "PN054")


def test_heading_without_text_is_found() -> None:
    assert found(document(("Tarkoitus", " – ", None)), "PN056")
    assert not found(document(("Tarkoitus", "Asiakaspalvelu", None)), "PN056")
    filled = section("controller", filled_text="Esimerkki Oy")
    assert not found(NoticeView(language="fi", sections=(filled,)), "PN056")


def test_heading_over_headings_is_no_empty_section() -> None:
    rights = (section("rights_overview"), section("right_of_access", text="Voit tarkastaa tietosi."))
    assert not found(NoticeView(language="fi", sections=rights, imported=True), "PN056")
    assert found(NoticeView(language="fi", sections=rights), "PN056"), "a page has no headings of two levels"
    assert found(NoticeView(language="fi", sections=rights[::-1], imported=True), "PN056")


@pytest.mark.parametrize(
    "raw", ["Ostoskori\n\nTietosuojaseloste", "Kauppa / Ohjeet\n\nTietosuojaseloste", "Din varukorg är tom"]
)
def test_page_chrome_is_found(raw: str) -> None:
    assert found(document(raw=raw), "PN048")


@pytest.mark.parametrize(
    "raw",
    ["Rekisteri- / tietosuojaseloste", "Tilaukset jäävät ostoskoriin.\nnimi / osoite", "Haku tapahtuu lomakkeella."],
)
def test_title_with_a_slash_and_running_text_are_no_chrome(raw: str) -> None:
    assert not found(document(raw=raw), "PN048")


def test_breadcrumb_of_a_page_is_never_looked_for() -> None:
    assert not found(NoticeView(language="fi", sections=(section("other", text="Etusivu\nKauppa / Ohjeet"),)), "PN048")


def test_paragraph_cut_by_an_empty_line_is_found() -> None:
    assert found(
        document(raw="Tietoja ei siirretä yrityksen tai sen\n\nkumppanin teknisen toteutuksen vuoksi."), "PN055"
    )


@pytest.mark.parametrize(
    "raw", ["Keräämme seuraavia tietoja:\n\nnimi ja osoite sekä ikä", "Palvelu.\n\neOppiva on palvelun uusi nimi."]
)
def test_list_and_name_in_small_letters_are_no_cut(raw: str) -> None:
    assert not found(document(raw=raw), "PN055")


def test_old_title_is_found_in_the_title_of_a_document() -> None:
    notice = NoticeView(language="fi", title="Rekisteri- ja tietosuojaseloste")
    assert found(notice, "PN045")[0].subject.kind == "notice"
    assert not found(NoticeView(language="fi", title="Asiakasrekisteri - tietosuojaseloste"), "PN045")


def test_catch_all_of_rights_is_found() -> None:
    assert found(NoticeView(language="fi", sections=(section("other_rights", text="Oikeuksia."),)), "PN042")
    assert not found(NoticeView(language="fi", sections=(section("rights_overview", text="Oikeuksia."),)), "PN042")


def test_newest_date_that_a_document_states_of_itself_counts_as_review() -> None:
    law = "Henkilötietolaki kumottiin 1.11.2026, ja uusi laki tuli samalla kertaa voimaan koko maassa ja kaikkialla."
    raw = f"Laadittu 25.5.2018, päivitetty 3.2.2026\n\n{law}"
    notice = document(raw=raw, day="2018-05-25")
    assert notice.dates.newest_in_text == date(2026, 2, 3)
    assert not {"PN062", "PN063", "PN064"} & set(ids(notice))


def test_sentence_that_was_taken_for_a_heading_counts_as_text() -> None:
    notice = document(("Tietoja ei siirretä EU:n tai ETA:n ulkopuolelle.", "", None))
    assert not {"PN020", "PN021", "PN056"} & set(ids(notice))


def test_unknown_facts_of_a_document_stay_unknown() -> None:
    notice = document(("Tarkoitus", "Palvelu", None))
    assert {controller.kind for controller in notice.controllers} == {""}
    assert notice.registers[0].has_route is None
    assert not {"PN079", "PN080", "PN082", "PN086"} & set(ids(notice))
