"""The real notices in ../shared/seeds are read as the answers beside them say; skipped where they are not there."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings

from privacy.importer.reader.document import ImportedNotice
from privacy.importer.reader.read import as_data, read_file, read_pasted
from tests.privacy.importer.reader.words import lost, words_in_html, words_kept, words_of, words_of_page

SHARED = Path(settings.BASE_DIR).parent / "shared"
ANSWERS = SHARED / "domain" / "seeds_expected.json"

pytestmark = pytest.mark.skipif(not ANSWERS.exists(), reason="the seeds are not here")


def answers() -> dict[str, Any]:
    """Give the answers by file name."""
    return json.loads(ANSWERS.read_text(encoding="utf-8")) if ANSWERS.exists() else {}


def seed(name: str) -> ImportedNotice:
    """Read one seed."""
    return read_file((SHARED / "seeds" / name).read_bytes(), name=name)


def plain(text: str) -> str:
    """Give text with single spaces."""
    return re.sub(r"\s+", " ", text).strip()


@pytest.mark.parametrize("name", answers())
def test_sections_have_their_keys_numbers_and_headings_in_order(name: str) -> None:
    found = [(section["key"], section["number"], section["heading"]) for section in as_data(seed(name))["sections"]]
    assert found == [(part["key"], part["number"], plain(part["heading"])) for part in answers()[name]["sections"]]


@pytest.mark.parametrize("name", answers())
def test_sections_cover_what_they_speak_of(name: str) -> None:
    found = [list(section.covers) for section in seed(name).sections]
    assert found == [part["covers"] for part in answers()[name]["sections"]]


@pytest.mark.parametrize("name", answers())
def test_sections_begin_and_end_where_they_should_and_keep_every_word(name: str) -> None:
    for section, part in zip(seed(name).sections, answers()[name]["sections"], strict=True):
        assert plain(section.text).startswith(plain(part["starts"]))
        assert plain(section.text).endswith(plain(part["ends"]))
        # The answers count the typed numbers of list items as words; the text has them without.
        marks = section.html.count("<li>") if part["list_marker"] == "1." else 0
        assert len(re.findall(r"\w+", section.text)) + marks == part["word_count"]


@pytest.mark.parametrize("name", answers())
def test_lists_have_their_items(name: str) -> None:
    for section, part in zip(seed(name).sections, answers()[name]["sections"], strict=True):
        items = [plain(re.sub(r"<[^>]+>", "", item)) for item in re.findall(r"<li>(.*?)</li>", section.html)]
        assert len(items) == len(part["list_items"])
        for item, wanted in zip(items, part["list_items"], strict=True):
            assert item.startswith(wanted["starts"])
            assert item.endswith(wanted["ends"])
            assert item in section.text.split("\n")


@pytest.mark.parametrize("name", answers())
def test_facts_are_those_of_the_document(name: str) -> None:
    notice, wanted = seed(name), answers()[name]
    assert (notice.language, notice.title, notice.date) == (wanted["language"], wanted["title"], wanted["date"])
    assert notice.register_name == wanted["register_name"]
    controller, party = notice.controllers[0], wanted["controller"]
    assert (controller.name, controller.business_id) == (party["name"], party["business_id"])
    assert (controller.street_address, controller.postal_code) == (party["street"], party["postal_code"])
    assert (controller.city, controller.phone) == (party["city"], party["phone"])
    assert (controller.email, controller.website) == (party["email"], party["website"])


@pytest.mark.parametrize("name", answers())
def test_there_is_one_contact_with_its_role(name: str) -> None:
    contact, wanted = seed(name).contacts, answers()[name]["contact"]
    assert len(contact) == 1
    assert (contact[0].name, contact[0].title) == (wanted["name"], wanted["title"])
    assert (contact[0].phone, contact[0].email) == (wanted["phone"], wanted["email"])
    assert contact[0].role == ("dpo" if wanted["labelled_as_dpo"] else "contact_person")


@pytest.mark.parametrize("name", answers())
def test_missing_numbers_and_page_text_are_reported(name: str) -> None:
    notice, wanted = seed(name), answers()[name]
    missing = [finding.values["number"] for finding in notice.findings if finding.code == "missing_number"]
    assert missing == [str(number) for number in wanted["missing_numbers"]]
    lines = (SHARED / "seeds" / name).read_text(encoding="utf-8").split("\n")
    chrome = [plain(lines[number - 1]) for number in wanted["chrome_lines"]]
    assert chrome == [plain(aside.text) for aside in notice.set_aside if aside.reason != "date"]
    assert any(finding.code == "page_text" for finding in notice.findings) == bool(chrome)


@pytest.mark.parametrize("name", answers())
def test_no_word_is_lost_and_none_is_made_up(name: str) -> None:
    text = (SHARED / "seeds" / name).read_text(encoding="utf-8")
    before = words_of_page(text) if "</p>" in text else words_of(text)
    notice = seed(name)
    assert not lost(before, notice)
    assert not words_kept(notice) - before
    assert words_in_html(notice) == words_of("\n".join(section.text for section in notice.sections))


@pytest.mark.parametrize("name", answers())
def test_a_pasted_notice_is_read_like_a_file(name: str) -> None:
    pasted = read_pasted((SHARED / "seeds" / name).read_text(encoding="utf-8"))
    assert as_data(pasted) == as_data(seed(name))
