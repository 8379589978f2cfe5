"""Checks documents that no page holds: a file is read, and what it does not state stays unknown."""

import re
from collections.abc import Collection, Iterator, Mapping
from datetime import date
from typing import Any

from privacy.importer.reader.decoding import decoded, repaired
from privacy.importer.reader.document import ImportedController, ImportedNotice, ImportedSection
from privacy.importer.reader.read import read_file
from privacy.notices.compliance.engine.record_facts import ContactView, ControllerView, RegisterView
from privacy.notices.compliance.engine.registry import once_each
from privacy.notices.compliance.engine.view import Dates, NoticeView, SectionView
from privacy.notices.compliance.rules import Finding, run_checks

_DAY = re.compile(r"\b(\d{1,2})\.(\d{1,2})\.(\d{4})\b|\b(\d{4})-(\d{2})-(\d{2})\b")
_LONGEST_DATE_LINE = 80  # a line of this length tells its date; a longer one speaks of something else
_OF_ITSELF = re.compile(
    r"^\W{0,3}\d|päivit|laadi|laati|tarkist|muut|voimassa|versio|päiväy|päiväm|uppdater|upprätt|grans|ändra|datum"
    r"|updated|reviewed|revised|date"
    r"|version|effective|drafted",
    re.IGNORECASE,
)


def view_of_import(notice: ImportedNotice, raw_text: str, today: date) -> NoticeView:
    """Give the view of a document; `raw_text` is its text as a reader of the document sees it, marks included.

    Kinds of controllers and contacts are unknown: never guessed from a name.
    """
    drafted = date.fromisoformat(notice.date) if notice.date else None
    stated = [day for day in _dates_of_itself(raw_text) if day <= today]
    controllers = [_controller(one) for one in notice.controllers] or [ControllerView()]
    contacts = tuple(
        ContactView(
            role=one.role,
            name=one.name or "",
            title=one.title or "",
            email=one.email or "",
            phone=one.phone or "",
        )
        for one in notice.contacts
    )
    register = RegisterView(
        name=notice.register_name or "",
        controller=controllers[0],
        joint_controllers=tuple(controllers[1:]),
        contacts=contacts,
    )
    return NoticeView(
        language=notice.language,
        title=notice.title or "",
        sections=tuple(_section(section, notice.language) for section in notice.sections),
        registers=(register,),
        dates=Dates(drafted=drafted, newest_in_text=max(stated, default=None)),
        today=today,
        imported=True,
        raw=raw_text,
    )


def _controller(one: ImportedController) -> ControllerView:
    return ControllerView(
        name=one.name or "",
        business_id=one.business_id or "",
        street_address=one.street_address or "",
        postal_code=one.postal_code or "",
        city=one.city or "",
        email=one.email or "",
        phone=one.phone or "",
        website=one.website or "",
    )


def _section(section: ImportedSection, language: str) -> SectionView:
    return SectionView(
        key=section.key,
        language=section.language or language,
        heading=section.heading,
        own_heading=True,
        number=section.number or "",
        covers=frozenset(section.covers),
        text=f"{section.heading}\n{section.text}" if _is_sentence(section.heading) else section.text,
        html=section.html,
    )


def _is_sentence(heading: str) -> bool:
    """Tell whether what was taken for a heading says something: then it counts as text too."""
    return heading.endswith(".") and len(heading.split()) > 3


def _dates_of_itself(raw_text: str) -> Iterator[date]:
    """Give the dates on short lines that speak of the document, such as "Päivitetty 3.2.2026"."""
    for line in raw_text.splitlines():
        line = re.sub(r"<[^<>]{0,200}>", " ", line[:400]).strip()
        if len(line) <= _LONGEST_DATE_LINE and _OF_ITSELF.search(line):
            for match in _DAY.finditer(line):
                year, month, day = (match[3], match[2], match[1]) if match[3] else (match[4], match[5], match[6])
                try:
                    yield date(int(year), int(month), int(day))
                except ValueError:
                    continue


_MARKS_BELONG = (".htm", ".html", ".xhtml", ".md", ".markdown", ".docx", ".pdf")
_BINARY = (b"PK\x03\x04", b"%PDF")


def check_file(
    data: bytes,
    *,
    name: str,
    today: date,
    disabled: Collection[str] = (),
    severities: Mapping[str, str] | None = None,
) -> list[Finding]:
    """Give what the checks find in a document, each check once, errors first. Raises NotANotice."""
    notice = read_file(data, name=name)
    view = view_of_import(notice, _as_read(data, name, notice), today)
    return once_each(run_checks(view, disabled=disabled, severities=severities))


def _as_read(data: bytes, name: str, notice: ImportedNotice) -> str:
    """Give the text as a person sees it: in a text file every mark is visible, in the other forms the marks are not."""
    if name.lower().endswith(_MARKS_BELONG) or data.startswith(_BINARY):
        return "\n\n".join(f"{section.heading}\n\n{section.text}" for section in notice.sections)
    return repaired(decoded(data))


def as_data(name: str, findings: Collection[Finding], language: str) -> dict[str, Any]:
    """Give the findings of a notice as JSON values, with the messages in a language."""
    return {
        "notice": name,
        "findings": [
            {
                "id": finding.id,
                "severity": finding.severity,
                "section": finding.section,
                "message": finding.rule.message_in(language),
                "excerpt": finding.excerpt,
            }
            for finding in findings
        ],
    }
