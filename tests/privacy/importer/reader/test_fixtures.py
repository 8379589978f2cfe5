"""Notices of many shapes, made up for this, are read as the answers beside them say."""

import json
from pathlib import Path

import pytest

from privacy.importer.reader.decoding import decoded, repaired
from privacy.importer.reader.read import read_file
from tests.privacy.importer.reader.compact import compact
from tests.privacy.importer.reader.words import lost, words_in_html, words_of, words_of_page

FOLDER = Path(__file__).parent / "fixtures"
NOTICES = sorted(path for path in FOLDER.iterdir() if path.suffix != ".json")


def answer(path: Path) -> Path:
    """Give the file with the answer to a notice."""
    return path.with_name(f"{path.name}.json")


@pytest.mark.parametrize("path", NOTICES, ids=lambda path: path.name)
def test_a_notice_is_read_as_its_answer_says(path: Path) -> None:
    assert compact(read_file(path.read_bytes(), name=path.name)) == json.loads(answer(path).read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", NOTICES, ids=lambda path: path.name)
def test_a_notice_loses_no_word(path: Path) -> None:
    text = repaired(decoded(path.read_bytes()))
    before = words_of_page(text) if path.suffix == ".html" else words_of(text)
    notice = read_file(path.read_bytes(), name=path.name)
    # The addresses of links and the marks of Markdown are no words of the text.
    assert not set(lost(before, notice)) - {"https", "example", "com", "fi", "tietosuoja", "cookies"}
    assert words_in_html(notice) == words_of("\n".join(section.text for section in notice.sections))
