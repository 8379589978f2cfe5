"""The face of importing: a file or a pasted text becomes a notice with sections and facts."""

from dataclasses import asdict
from typing import Any

from privacy.notices.importing.decoding import decoded, has_mojibake, repaired
from privacy.notices.importing.formats import Document, read_markup
from privacy.notices.importing.limits import MAX_TEXT_BYTES, check_length, check_size
from privacy.notices.importing.notice import notice_of
from privacy.notices.importing.pdf import read_pdf
from privacy.notices.importing.values import ImportedNotice, NotANotice
from privacy.notices.importing.word import read_word


def read_file(data: bytes, *, name: str, language: str | None = None) -> ImportedNotice:
    """Read a .txt, .md, .html, .docx or .pdf file, by its content first; raise NotANotice for anything else."""
    check_size(len(data))
    if not data.strip(b"\0 \t\r\n\xef\xbb\xbf"):
        raise NotANotice("empty")
    if data.startswith(b"PK\x03\x04"):
        return notice_of(read_word(data), language=language)
    if data.startswith(b"%PDF"):
        return notice_of(read_pdf(data), language=language)
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise NotANotice("old_word")
    if data.startswith(b"{\\rtf"):
        raise NotANotice("rtf")
    check_size(len(data), MAX_TEXT_BYTES)
    return _read(decoded(data), name=name, language=language)


def read_pasted(text: str, *, language: str | None = None) -> ImportedNotice:
    """Read what somebody pasted: plain text, Markdown or HTML; raise NotANotice when it is no notice."""
    check_size(len(text), MAX_TEXT_BYTES)
    return _read(text, name="", language=language)


def _read(text: str, *, name: str, language: str | None) -> ImportedNotice:
    clean = repaired(text)
    if not clean.strip():
        raise NotANotice("empty")
    document: Document = read_markup(clean, name=name)
    if has_mojibake(text):
        document.notes.append("encoding_repaired")
    check_length("".join(block.text for block in document.blocks))
    return notice_of(document, language=language)


def as_data(notice: ImportedNotice) -> dict[str, Any]:
    """Give a notice as plain data; a section's number is an integer where it is one."""
    data = asdict(notice)
    for section in data["sections"]:
        number = section["number"]
        section["number"] = int(number) if number and number.isdigit() else number
    return data
