"""The face of reading: a file or a pasted text becomes a notice with sections and facts."""

import re
from dataclasses import asdict
from typing import Any

from privacy.importer.reader.asides import (
    find_title,
    set_aside_before,
    set_aside_chrome,
    set_aside_contents,
    set_aside_repeated,
)
from privacy.importer.reader.decoding import decoded, has_mojibake, repaired, shortened
from privacy.importer.reader.document import ImportedNotice, ImportedSection, NotANotice, SetAside
from privacy.importer.reader.formats import Document, read_markup
from privacy.importer.reader.heading_match import title_pattern
from privacy.importer.reader.limits import MAX_TEXT_BYTES, check_length, check_size
from privacy.importer.reader.notice_facts import Part, read_facts
from privacy.importer.reader.outline import Heading, find_headings
from privacy.importer.reader.pdf_text import read_pdf
from privacy.importer.reader.remarks import findings_of, languages_of
from privacy.importer.reader.sectioning import Piece, mark_registers, pieces_of, section_of
from privacy.importer.reader.text_blocks import Block, TextRun
from privacy.importer.reader.word import read_word
from privacy.importer.reader.words import UNKNOWN_LANGUAGE, language_of
from privacy.importer.reader.written_dates import Dated, chosen, dates_in, is_date_label, is_date_line

_NOT_TELLING = frozenset(
    {"contact_person", "introduction", "other", "cookies", "availability", "changes", "direct_marketing"}
)
# Facts stand in short lines, or early in a paragraph.
_LONGEST_LINE = 1_000
_CUT_OFF = re.compile(r"(?:[\w,]-?)$")
_OPEN_WORD = re.compile(
    r"\b(?:ja|tai|sekä|sen|että|joka|jotka|och|eller|att|som|av|and|or|the|of|to|that|a)$", re.IGNORECASE
)
_SAID = re.compile(r"selost|beskriv|notice|policy|statement|dokument|document|käytän|ilmoitu", re.IGNORECASE)


def notice_of(document: Document, *, language: str | None = None) -> ImportedNotice:
    """Give the notice that a document is; raise NotANotice when it is none."""
    blocks = [block for block in document.blocks if block.text.strip()]
    if not any(not block.aside for block in blocks):
        raise NotANotice("empty")
    tongue = language or language_of(" ".join(block.text for block in blocks if not block.aside)) or UNKNOWN_LANGUAGE
    title_at, dates = _prepared(blocks, tongue)
    blocks = _rejoined(blocks)
    title_at = find_title(blocks)
    start = 0 if title_at is None else title_at + 1
    headings = find_headings(blocks, start)
    _check(blocks, headings, title_at)
    set_aside_chrome(blocks, start, headings[0].at if headings else start)
    _set_aside_dates(blocks[start:], [heading.at - start for heading in headings], dates, tongue)
    headings = [heading for heading in headings if not blocks[heading.at].aside]
    pieces = pieces_of(blocks, headings, start)
    if title_at:
        pieces = [*pieces_of(blocks[:title_at], [], 0), *pieces]
    return _assembled(document, blocks, pieces, title_at, dates, tongue)


def _prepared(blocks: list[Block], language: str) -> tuple[int | None, list[Dated]]:
    """Set aside the furniture of pages and texts; read a date that stands before the title."""
    set_aside_repeated(blocks)
    set_aside_contents(blocks)
    title_at = find_title(blocks)
    dates: list[Dated] = []
    for at, block in enumerate(blocks[: title_at or 0]):
        if not block.aside and is_date_line(block.text):
            dates.extend(dates_in(block.text, language=language))
            block.aside = "date"
            if at and is_date_label(blocks[at - 1].text):
                blocks[at - 1].aside = "date"
    set_aside_before(blocks, title_at)
    if title_at is not None:
        dates.extend(dates_in(blocks[title_at].text, language=language))
    return title_at, dates


def _rejoined(blocks: list[Block]) -> list[Block]:
    """Join a sentence that a page break, an empty line or a tab cut in two."""
    done: list[Block] = []
    interrupted = False
    for block in blocks:
        before = next((other for other in reversed(done) if not other.aside), None)
        words = block.text.split()
        if (
            before is not None
            and before.kind == block.kind == "line"
            and not block.aside
            and block.text[:1].islower()
            and len(words) > 2
            and len(before.text.split()) > 5
            and _CUT_OFF.search(before.text)
            and (interrupted or block.indent or _OPEN_WORD.search(before.text))
            and block.gap
        ):
            before.runs = [*before.runs, TextRun(" "), *block.runs]
        else:
            done.append(block)
        interrupted = block.aside in ("page_header", "page_number")
    return done


def _check(blocks: list[Block], headings: list[Heading], title_at: int | None) -> None:
    """Refuse what is no notice: too few headings of one, and no title that says it is."""
    keys = {heading.match.key for heading in headings if heading.match and heading.match.confidence > 0.7}
    telling = keys - _NOT_TELLING
    titled = title_at is not None and bool(title_pattern().search(blocks[title_at].text))
    words = " ".join(block.text for block in blocks).lower()
    about = len(re.findall(r"henkilötie|rekister|personuppgift|personal data|tietosuoja|dataskydd|privacy", words))
    if len(telling) >= 3 and about or titled and (telling or about >= 3):
        return
    raise NotANotice("not_a_notice")


def _set_aside_dates(blocks: list[Block], headings: list[int], dates: list[Dated], language: str) -> None:
    """Take the lines that only hold the date out of the text, and read dates that a sentence gives.

    `headings` are the places of the section headings among the blocks.
    """
    first = headings[0] if headings else len(blocks)
    last = max(headings, default=0)
    for at, block in enumerate(blocks):
        if block.aside:
            continue
        before = blocks[at - 1] if at else None
        labelled = before is not None and is_date_label(before.text) and before.aside in (None, "date")
        found = dates_in(block.text, language=language)
        if found and is_date_line(block.text) and (labelled or at < first or at > last or _ranked(found)):
            if labelled and before is not None:
                found = dates_in(f"{before.text} {block.text}", language=language)
                before.aside = "date"
            dates.extend(found)
            block.aside = "date"
        elif found and (_SAID.search(block.text) or at < first) and _ranked(found) and len(block.text.split()) < 60:
            dates.extend(dated for dated in found if dated.rank != 1)


def _ranked(found: list[Dated]) -> bool:
    return any(dated.rank != 1 for dated in found)


def _assembled(
    document: Document,
    blocks: list[Block],
    pieces: list[Piece],
    title_at: int | None,
    dates: list[Dated],
    language: str,
) -> ImportedNotice:
    title = _title(document, blocks[title_at] if title_at is not None else None)
    mark_registers(pieces)
    sections = tuple(section_of(piece, language) for piece in pieces)
    spoken = languages_of(sections)
    language = spoken[0] if len(spoken) > 1 else language
    parts = [_part(piece, section, spoken) for piece, section in zip(pieces, sections, strict=True)]
    facts = read_facts(parts, title, language)
    asides = [SetAside(block.text, block.aside) for block in blocks if block.aside]
    if document.head_title and document.head_title != title:
        asides.insert(0, SetAside(document.head_title, "page_title"))
    date = chosen(dates)
    return ImportedNotice(
        language=language,
        title=title,
        date=date.iso if date else None,
        controllers=tuple(facts.controllers),
        contacts=tuple(facts.contacts),
        register_name=facts.register_names[0] if facts.register_names else None,
        sections=sections,
        set_aside=tuple(asides),
        findings=findings_of(document, pieces, sections, facts, asides, dates),
        register_names=tuple(facts.register_names),
    )


def _title(document: Document, block: Block | None) -> str | None:
    """Give the title in the text, else that in the page's head where it names a notice."""
    if block is not None:
        return re.sub(r"\s+", " ", block.text)
    head = document.head_title
    return head if head and title_pattern().search(head) else None


def _part(piece: Piece, section: ImportedSection, spoken: list[str]) -> Part:
    heading = piece.heading
    keys = heading.match.keys if heading and heading.match else (piece.key,)
    lines = [shortened(block.text)[:_LONGEST_LINE] for block in piece.body]
    return Part(piece.key, keys, section.heading, section.language if len(spoken) > 1 else "", lines)


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
