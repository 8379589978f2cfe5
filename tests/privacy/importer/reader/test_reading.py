"""The face of importing: pure, fast, with messages in three languages."""

import json
import re
import subprocess
import sys
import time
from pathlib import Path

import pytest
from django.conf import settings

from privacy.importer.reader.document import NotANotice
from privacy.importer.reader.read import as_data, read_file, read_pasted
from privacy.importer.reader.words import message_in

ROOT = Path(settings.BASE_DIR)
IMPORTING = ROOT / "privacy" / "importer" / "reader"
MESSAGES = json.loads((IMPORTING / "data" / "messages.json").read_text(encoding="utf-8"))
SMALL = "Tietosuojaseloste\n\nRekisterinpitäjä\n\nMalli Oy\n\nSäilytysaika\n\nKuusi vuotta.\n"


def test_reading_needs_no_django() -> None:
    code = "import sys, privacy.importer.reader.read; print([name for name in sys.modules if 'django' in name])"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert run.stdout.strip() == "[]"


def test_every_code_has_a_message_in_three_languages() -> None:
    code = "".join(path.read_text(encoding="utf-8") for path in IMPORTING.glob("*.py"))
    used = set(re.findall(r"(?:NotANotice|finding)\(\s*\"(\w+)\"", code)) | {"encoding_repaired"}
    assert used == set(MESSAGES)
    assert all(set(texts) == {"fi", "sv", "en"} for texts in MESSAGES.values())


@pytest.mark.parametrize("code", MESSAGES)
def test_the_places_of_a_message_are_the_same_in_all_languages(code: str) -> None:
    places = [set(re.findall(r"%\((\w+)\)s", text)) for text in MESSAGES[code].values()]
    assert places[0] == places[1] == places[2]


def test_an_error_is_said_in_the_language_asked_for() -> None:
    with pytest.raises(NotANotice) as caught:
        read_pasted("Aukioloajat ma-pe")
    assert message_in("fi", caught.value.code, caught.value.values).startswith("Tämä ei näytä tietosuojaselosteelta")
    assert message_in("de", caught.value.code) == str(caught.value)


def test_a_given_language_is_kept() -> None:
    assert read_pasted(SMALL, language="sv").language == "sv"


def test_data_is_plain_and_complete() -> None:
    data = as_data(read_pasted(SMALL))
    assert json.loads(json.dumps(data))["sections"][1]["text"] == "Kuusi vuotta."
    wanted = {
        "language",
        "title",
        "date",
        "controllers",
        "contacts",
        "register_name",
        "sections",
        "set_aside",
        "findings",
    }
    assert wanted <= set(data)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252", "iso8859-15"])
def test_any_usual_encoding_is_read(encoding: str) -> None:
    assert as_data(read_file(SMALL.encode(encoding), name="a.txt")) == as_data(read_pasted(SMALL))


def test_letters_broken_by_a_wrong_encoding_are_repaired_and_reported() -> None:
    broken = SMALL.encode("utf-8").decode("cp1252")
    notice = read_pasted(broken)
    assert [section.heading for section in notice.sections] == ["Rekisterinpitäjä", "Säilytysaika"]
    assert "encoding_repaired" in {finding.code for finding in notice.findings}


@pytest.mark.parametrize(
    "text",
    [
        "Yhteystiedot\n\nMalli Oy, Mallikatu 1, Helsinki\n\nAukioloajat\n\nma-pe 9-17\n\nTietosuojaseloste",
        "Toimitusehdot\n\nYleistä\n\nTuotteita myy Malli Oy.\n\nPalautus\n\n14 päivää.\n\nYhteystiedot\n\na@example.fi",
        "<html><body><h1>Uutiset</h1><p>Uusi tietosuoja-asetus tuli.</p><h2>Evästeet</h2><p>On.</p></body></html>",
        "Lorem ipsum dolor sit amet.",
        "a,b,c\n1,2,3\n",
    ],
)
def test_an_ordinary_page_is_no_notice(text: str) -> None:
    with pytest.raises(NotANotice) as caught:
        read_pasted(text)
    assert caught.value.code == "not_a_notice"


def test_a_long_notice_is_read_quickly() -> None:
    section = (
        "{}. {}\n\n" + "Käsittelemme asiakkaan tietoja sopimuksen täyttämiseksi ja laskutusta varten. " * 21 + "\n\n"
    )
    names = ["Rekisterinpitäjä", "Käsittelyn tarkoitus", "Oikeusperuste", "Säilytysaika", "Tietolähteet", "Tietoturva"]
    text = "Tietosuojaseloste\n\n" + "".join(
        section.format(number, names[number % 6]) for number in range(1, 16)
    )  # 2,500 words
    read_pasted(text)
    taken = []
    for _turn in range(5):
        start = time.process_time()
        read_pasted(text)
        taken.append(time.process_time() - start)
    assert len(text.split()) > 2_400
    assert min(taken) < 0.15


def test_labels_and_numbers_of_several_contacts_are_no_page_headers() -> None:
    cards = "\n\n".join(
        f"{heading}\n\n{name}\n\nPuhelin\n\n02 123 457{number}\n\nSähköposti\n\n{mailbox}@example.fi"
        for number, (heading, name, mailbox) in enumerate(
            [
                ("Rekisterinpitäjä", "Esimerkin kunta", "kirjaamo"),
                ("Yhteyshenkilö", "Palveluohjaus", "ohjaus"),
                ("Tietosuojavastaava", "Tietosuojavastaava", "tietosuoja"),
                ("Oikeuksien käyttäminen", "Palvelupiste", "palvelu"),
            ]
        )
    )
    text = f"Tietosuojaseloste\n\n{cards}\n\nHenkilötietojen säilytysaika\n\nTiedot säilytetään kaksi vuotta.\n"
    notice = read_file(text.encode(), name="seloste.txt")
    assert [part for part in notice.set_aside if part.reason == "page_header"] == []
    assert [contact.phone for contact in notice.contacts] == ["02 123 4571", "02 123 4572"]


@pytest.mark.parametrize("name", ["seloste.html", "seloste.md", "seloste.txt"])
def test_sentence_that_says_nothing_is_transferred_is_text_and_no_heading(name: str) -> None:
    said = "Tietoja ei siirretä EU:n tai ETA:n ulkopuolelle."
    parts = [("Rekisterinpitäjä", "Esimerkki Oy"), ("Tietojen siirto EU:n tai ETA:n ulkopuolelle", said)]
    parts.append(("Säilytysaika", "Säilytysaika on kaksi vuotta."))
    text = {
        "seloste.html": "<h1>Tietosuojaseloste</h1>" + "".join(f"<h2>{head}</h2><p>{body}</p>" for head, body in parts),
        "seloste.md": "# Tietosuojaseloste\n\n" + "".join(f"## {head}\n\n{body}\n\n" for head, body in parts),
        "seloste.txt": "Tietosuojaseloste\n\n" + "".join(f"{head}\n\n{body}\n\n" for head, body in parts),
    }[name]
    notice = read_file(text.encode(), name=name)
    assert [section.text for section in notice.sections if section.key == "transfers"] == [said]
