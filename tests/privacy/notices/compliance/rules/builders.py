"""Notices for the tests of the checks: three complete lawful ones, and changes of them."""

import dataclasses
import json
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from privacy.notices.compliance.engine.page_view import register_view, view_of_sections
from privacy.notices.compliance.engine.record_facts import ContactView
from privacy.notices.compliance.engine.view import Dates, SectionView
from privacy.notices.compliance.rules import Finding, NoticeView, run_checks
from privacy.notices.sections.resolve import processing_of, resolve_sections
from privacy.notices.sections.types import section_types
from privacy.registers.details import RegisterFacts

LANGUAGES = ("fi", "sv", "en")
TODAY = date(2026, 11, 25)
AUTHORITY = {"code": "FI", "name": "Tietosuojavaltuutetun toimisto", "website": "https://tietosuoja.fi"}
MODELS = Path(__file__).parent / "model_notices"


def blocks_of(data: dict[str, Any]) -> list[dict[str, Any]]:
    """Give the blocks of a notice in the form of the demo."""
    return [
        {"type": section["key"], "id": f"b{number:07}", "value": {k: v for k, v in section.items() if k != "key"}}
        for number, section in enumerate(data["sections"])
    ]


@cache
def model(language: str) -> NoticeView:
    """Give the complete lawful notice of a language, as its page would be seen."""
    data = json.loads((MODELS / f"{language}.json").read_text(encoding="utf-8"))
    contacts = data["contacts"]
    facts = RegisterFacts(
        uuid="11111111-1111-1111-1111-111111111111",
        name=data["register"],
        name_shown=True,
        controller=data["controller"],
        contacts=tuple(contact for contact in contacts if contact["role"] == "contact_person"),
        dpos=tuple(contact for contact in contacts if contact["role"] == "dpo"),
        authority=AUTHORITY,
    )
    blocks = blocks_of(data)
    return view_of_sections(
        language=language,
        title=data["title"],
        sections=resolve_sections(blocks, [facts], language),
        registers=[register_view(facts, has_route=True)],
        processing=processing_of(blocks, [facts]),
        today=TODAY,
        blocks=blocks,
        dates=Dates(drafted=date(2026, 3, 1), reviewed=date(2026, 9, 1)),
        form_linked=True,
        form_published=True,
        living_pages=frozenset(),
    )


def change(notice: NoticeView, **changes: Any) -> NoticeView:
    """Give the notice with other fields."""
    return dataclasses.replace(notice, **changes)


def section(key: str, language: str = "fi", text: str = "", **fields: Any) -> SectionView:
    """Make a section with its default heading, unless another is given."""
    kind = section_types().get(key)
    heading = fields.pop("heading", kind.heading_in(language) if kind else key)
    return SectionView(key=key, language=language, heading=heading, text=text, anchor=key, **fields)


def without(notice: NoticeView, *keys: str) -> NoticeView:
    """Give the notice without the sections of some types, and with nothing else covering them."""
    kept = [one for one in notice.sections if one.key not in keys]
    return change(notice, sections=tuple(dataclasses.replace(one, covers=one.covers - set(keys)) for one in kept))


def with_section(notice: NoticeView, key: str, text: str = "", **fields: Any) -> NoticeView:
    """Give the notice with a section in the place of those of its type."""
    made = section(key, notice.language, text, **fields)
    return change(notice, sections=(*(one for one in notice.sections if one.key != key), made))


def with_words(notice: NoticeView, key: str, words: str) -> NoticeView:
    """Give the notice with a sentence more in the section of a type, made where there is none."""
    if not notice.of_key(key):
        return with_section(notice, key, words)
    sections = [
        dataclasses.replace(one, text=f"{one.text}\n{words}") if one.key == key else one for one in notice.sections
    ]
    return change(notice, sections=tuple(sections))


def with_rows(notice: NoticeView, key: str, *rows: dict[str, Any]) -> NoticeView:
    """Give the notice with other structured rows in the section of a type."""
    sections = [
        dataclasses.replace(one, rows=rows, rows_kind=key) if one.key == key else one for one in notice.sections
    ]
    return change(notice, sections=tuple(sections))


def with_register(notice: NoticeView, **changes: Any) -> NoticeView:
    """Give the notice with other fields in its register."""
    return change(notice, registers=(dataclasses.replace(notice.registers[0], **changes),))


def with_controller(notice: NoticeView, **changes: Any) -> NoticeView:
    """Give the notice with other fields in its controller."""
    return with_register(notice, controller=dataclasses.replace(notice.registers[0].controller, **changes))


def with_contact(notice: NoticeView, **fields: Any) -> NoticeView:
    """Give the notice with one contact only."""
    return with_register(notice, contacts=(ContactView(**fields),))


def as_document(notice: NoticeView, **changes: Any) -> NoticeView:
    """Give the notice as if it had been read from a document: all in words, nothing structured."""
    from privacy.notices.sections.rows import rows_in_words

    def free(one: SectionView) -> SectionView:
        lines = [one.text]
        if one.rows:
            for row in rows_in_words(one.rows_kind, one.rows, notice.language).rows:
                lines.append(" ".join([f"{row.title}:", *(cell for _heading, cell in row.cells if cell)]))
        lines.append(one.filled_text)
        text = "\n".join(line for line in lines if line)
        return dataclasses.replace(one, text=text, rows=(), rows_kind="", filled_text="", covers=frozenset())

    return change(
        with_controller(notice, kind=""),
        **{
            "sections": tuple(free(one) for one in notice.sections),
            "bases": frozenset(),
            "special_bases": frozenset(),
            "marketing": False,
            "decisions": False,
            "imported": True,
            "form_linked": None,
            "form_published": None,
            **changes,
        },
    )


def found(notice: NoticeView, check_id: str) -> list[Finding]:
    """Give the findings of one check."""
    return [finding for finding in run_checks(notice) if finding.id == check_id]


def ids(notice: NoticeView) -> list[str]:
    """Give the ids of all findings."""
    return [finding.id for finding in run_checks(notice)]
