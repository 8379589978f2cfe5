"""What an editor should know about how a document was read."""

import re

from privacy.importer.reader.document import ImportedSection, ImportFinding, SetAside
from privacy.importer.reader.formats import Document
from privacy.importer.reader.lines import value_of
from privacy.importer.reader.notice_facts import Facts
from privacy.importer.reader.sectioning import Piece
from privacy.importer.reader.words import message_in, pattern, word_data
from privacy.importer.reader.written_dates import Dated

_NOT_PAGE_TEXT = frozenset({"front_matter", "date", "contents", "hidden", "page_title"})
_PLACEHOLDER = pattern("placeholders")
_LANGUAGES: dict[str, str] = word_data()["languages"]["names"]


def finding(code: str, **values: str) -> ImportFinding:
    """Give a finding with its English message."""
    return ImportFinding(code, message_in("en", code, values), values)


def findings_of(
    document: Document,
    pieces: list[Piece],
    sections: tuple[ImportedSection, ...],
    facts: Facts,
    asides: list[SetAside],
    dates: list[Dated],
) -> tuple[ImportFinding, ...]:
    """Give the findings, those on the structure first."""
    found = [*_numbers(pieces), *_page_text(asides)]
    found += [finding("unknown_heading", heading=section.heading) for section in sections if _unknown(section)]
    if len([section for section in sections if section.heading]) < 3:
        found.append(finding("few_headings"))
    found += _of_facts(facts, dates)
    if any(section.key == "contact_person" and "dpo" in section.covers for section in sections):
        found.append(finding("dpo_unclear"))
    languages = languages_of(sections)
    if len(languages) > 1:
        names = ", ".join(_LANGUAGES.get(code, code) for code in languages)
        found.append(finding("several_languages", languages=names))
    found += _placeholders(sections)
    if document.pictures:
        found.append(finding("image_left_out"))
    found += [finding(code) for code in document.notes]
    return tuple(found)


def _numbers(pieces: list[Piece]) -> list[ImportFinding]:
    """Report what is missing or doubled in the numbers of the headings on the first level."""
    numbers = [piece.heading.number for piece in pieces if piece.heading and piece.heading.number]
    if len(set(numbers)) == 1:
        return []
    plain = [number for number in numbers if number.isdigit() or re.fullmatch(r"[IVX]+", number)]
    values = [value for value in map(value_of, plain) if value is not None]
    found: list[ImportFinding] = []
    for before, after in zip(values, values[1:], strict=False):
        for number in range(before + 1, after) if after - before <= 5 else []:
            found.append(finding("missing_number", number=str(number), before=str(before), after=str(after)))
        if after == before:
            found.append(finding("repeated_number", number=str(after)))
    return found


def _page_text(asides: list[SetAside]) -> list[ImportFinding]:
    reasons = [aside.reason for aside in asides]
    count = sum(reason not in _NOT_PAGE_TEXT for reason in reasons)
    found = [finding("page_text", count=str(count))] if count else []
    if "contents" in reasons:
        found.append(finding("contents_list"))
    if "hidden" in reasons:
        found.append(finding("hidden_text"))
    return found


def _unknown(section: ImportedSection) -> bool:
    return section.key == "other" and bool(section.heading) and section.confidence < 0.5


def _of_facts(facts: Facts, dates: list[Dated]) -> list[ImportFinding]:
    found: list[ImportFinding] = []
    if not any(dated.iso for dated in dates):
        unclear = next((dated.raw for dated in dates), None)
        found.append(finding("date_unclear", date=unclear) if unclear else finding("no_date"))
    if not facts.controllers:
        found.append(finding("no_controller"))
    found += [
        finding("business_id_invalid", number=controller.business_id)
        for controller in facts.controllers
        if controller.business_id and not _valid(controller.business_id)
    ]
    if any(not contact.email for contact in facts.contacts):
        found.append(finding("contact_without_email"))
    if len(facts.register_names) > 1:
        found.append(finding("several_registers"))
    return found


def _valid(number: str) -> bool:
    digits = number.replace("-", "")
    if len(digits) != 8:
        return True
    total = sum(int(digit) * weight for digit, weight in zip(digits, (7, 9, 10, 5, 8, 4, 2), strict=False))
    return total % 11 != 1 and (11 - total % 11) % 11 == int(digits[7])


def languages_of(sections: tuple[ImportedSection, ...]) -> list[str]:
    """Give the languages in which several sections are written, in the order in which they come."""
    codes = [section.language for section in sections if len(section.text.split()) > 5]
    return [code for code in dict.fromkeys(codes) if codes.count(code) >= 3]


def _placeholders(sections: tuple[ImportedSection, ...]) -> list[ImportFinding]:
    texts = dict.fromkeys(hit.group() for section in sections for hit in _PLACEHOLDER.finditer(section.text))
    return [finding("placeholder", text=text) for text in list(texts)[:10]]
