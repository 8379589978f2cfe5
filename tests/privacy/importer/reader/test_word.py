"""Word files are read by their styles, their bold lines, their lists and their tables."""

from privacy.importer.reader.document import ImportedNotice
from privacy.importer.reader.read import read_file
from tests.privacy.importer.reader.word_files import paragraph, table, word_file


def keys(notice: ImportedNotice) -> list[str]:
    """Give the keys of the sections."""
    return [section.key for section in notice.sections]


def test_styles_make_headings_and_lists_stay_lists() -> None:
    notice = read_file(
        word_file(
            paragraph("Tietosuojaseloste", style="Otsikko"),
            paragraph("Laadittu 2.3.2021"),
            paragraph("Rekisterinpitäjä", style="Otsikko1"),
            paragraph("Sepitteellinen Säätiö sr\nSäätiökatu 4\n33100 Tampere"),
            paragraph("Tietosuojavastaava", style="Otsikko1"),
            paragraph("Tiina Tarkka, tietosuoja@saatio.example.fi"),
            paragraph("Henkilötietojen käsittelyn tarkoitukset", style="Otsikko1"),
            paragraph("Apurahojen myöntäminen:"),
            paragraph("hakemukset", number=1),
            paragraph("päätökset", number=1),
            paragraph("Käsittelyn oikeusperuste", style="Otsikko2"),
            paragraph("Suostumus."),
        ),
        name="seloste.docx",
    )
    assert keys(notice) == ["controller", "dpo", "purposes", "legal_basis"]
    assert (notice.title, notice.date) == ("Tietosuojaseloste", "2021-03-02")
    assert notice.sections[2].html == "<p>Apurahojen myöntäminen:</p><ul><li>hakemukset</li><li>päätökset</li></ul>"
    assert notice.controllers[0].street_address == "Säätiökatu 4"
    assert [(contact.name, contact.role) for contact in notice.contacts] == [("Tiina Tarkka", "dpo")]


def test_bold_lines_with_typed_numbers_make_headings() -> None:
    notice = read_file(
        word_file(
            paragraph("REKISTERISELOSTE", bold=True),
            paragraph("1. Rekisterinpitäjä", bold=True),
            paragraph("Kuviteltu Taksi Tmi, Asematie 1, 05800 Hyvinkää"),
            paragraph("2. Rekisterin nimi", bold=True),
            paragraph("Taksin kuljettajarekisteri"),
            paragraph("4. Tietosisältö", bold=True),
            paragraph("nimi", number=2),
            paragraph("ajolupa", number=2),
        ),
        name="seloste.docx",
    )
    assert [(section.key, section.number) for section in notice.sections] == [
        ("controller", "1"),
        ("register_name", "2"),
        ("data_categories", "4"),
    ]
    assert notice.sections[2].html == "<ol><li>nimi</li><li>ajolupa</li></ol>"
    assert [finding.values["number"] for finding in notice.findings if finding.code == "missing_number"] == ["3"]


def test_the_rows_of_a_table_make_sections() -> None:
    rows = [
        ["Dataskyddsbeskrivning", "Datum: 1.2.2020"],
        ["1. Personuppgiftsansvarig", "Fiktiva Skolan Ab\nSkolgatan 3\n06100 Borgå"],
        ["2. Kontaktperson", "Frida Fiktiv\nfrida@skolan.example.fi"],
        ["3. Registrets namn", "Elevregister"],
        ["4. Ändamål", "Undervisning"],
    ]
    notice = read_file(word_file(table(rows)), name="beskrivning.docx")
    assert keys(notice) == ["controller", "contact_person", "register_name", "purposes"]
    assert (notice.language, notice.date, notice.register_name) == ("sv", "2020-02-01", "Elevregister")


def test_automatic_numbers_of_headings_are_not_made_up() -> None:
    parts = [paragraph("Privacy notice", style="Otsikko1")]
    for heading, text in [
        ("Controller", "Made-up Motors Oy"),
        ("Purposes of processing", "Repairs."),
        ("Retention", "Long."),
    ]:
        parts += [paragraph(heading, number=2, bold=True), paragraph(text)]
    notice = read_file(word_file(*parts), name="notice.docx")
    assert keys(notice) == ["controller", "purposes", "retention"]
    assert {section.number for section in notice.sections} == {None}
