"""What a notice says, as the plain text of a letter: the information of GDPR Art. 15(1) and 15(2)."""

from collections.abc import Callable, Sequence
from typing import Any

from bs4 import BeautifulSoup
from django.utils import timezone

from privacy.notices.sections.data import Processing, Section
from privacy.notices.sections.rights_texts import legal_basis, special_basis
from privacy.notices.sections.rows import rows_in_words
from privacy.rights.choices import Right
from privacy.rights.notice_versions import versions_in_force
from privacy.rights.records import RequestItem
from privacy.rights.standard_texts import phrase

# Sections in the order of Art. 15(1)(a)-(h) and 15(2); the remedies stand below every such letter.
ACCESS_SECTIONS = (
    *("purposes", "legal_basis", "legitimate_interests", "data_categories", "special_categories"),
    *("recipients", "processors", "retention", "rights_overview", "sources", "automated_decisions", "transfers"),
)


def access_block(item: RequestItem, language: str, sections: Sequence[Section]) -> str:
    """Give the information of Art. 15(1) and 15(2) from the sections of a notice; empty where they say nothing."""
    wanted = [section for key in ACCESS_SECTIONS for section in sections if section.key == key]
    parts = [f"{section.heading}\n{text}" for section in wanted if (text := section_text(section, language))]
    if not parts:
        return ""
    heading = phrase("access_heading", language)
    register = item.register.name_in(language) if item.register and not item.register.confidential else ""
    return "\n\n".join([f"{heading}: {register}" if register else heading, *parts])


def sections_in_force(item: RequestItem, language: str) -> list[Section]:
    """Give the sections of the version in force of the notice of an item's register, in the language or another."""
    if item.register_id is None:
        return []
    found = versions_in_force([item.register_id], language, timezone.now()).get(item.register_id)
    return [Section(**section) for section in found.content["sections"]] if found else []


def processing_in(sections: Sequence[Section]) -> Processing:
    """Read legal bases, marketing and automated decisions from what a version of a notice says; blank if it is silent.

    Where marketing has no section of its own, the overview of rights tells it.
    """
    parts = [part for section in sections for part in section.filled]
    rows = [row for section in sections if section.rows_kind == "purposes" for row in section.rows]
    bases = {row.get("legal_basis") for row in rows}
    bases |= {item["basis"] for part in parts if part["type"] == "bases" for item in part["items"]}
    usual = {right["right"] for part in parts if part["type"] == "rights" for right in part["usual"]}
    keys = {section.key for section in sections}
    return Processing(
        bases=frozenset(str(basis) for basis in bases if basis),
        marketing="direct_marketing" in keys or Right.MARKETING_OBJECTION in usual,
        decisions=any(section.flags.get("decisions") for section in sections),
    )


def section_text(section: Section, language: str) -> str:
    """Give what a section says as lines of plain text."""
    lines = [_filled_line(part, language) for part in section.filled]
    if section.rows_kind and section.rows:
        worded = rows_in_words(section.rows_kind, section.rows, language)
        for row in worded.rows:
            cells = [f"{label}: {value}" for label, value in row.cells if value]
            lines.append("- " + "; ".join(part for part in (row.title, row.mark, *cells) if part))
    return "\n".join(line for line in [*lines, _plain(section.text)] if line)


def _plain(rich_text: str) -> str:
    soup = BeautifulSoup(rich_text, "html.parser")
    blocks = soup.find_all(["p", "li", "h3", "h4"])
    lines = [("- " if block.name == "li" else "") + " ".join(block.get_text().split()) for block in blocks]
    return "\n".join(line for line in lines if line.strip("- "))


def _filled_line(part: dict[str, Any], language: str) -> str:
    words = _FILLED.get(part["type"])
    return words(part, language) if words else ""


def _bases(part: dict[str, Any], language: str) -> str:
    lines = []
    for item in part["items"]:
        special = special_basis(item["special_basis"], language) if item["special_basis"] else ""
        named = [legal_basis(item["basis"], language), special, *item["purposes"], *item["laws"]]
        lines.append("- " + "; ".join(name for name in named if name))
    return "\n".join(lines)


def _interests(part: dict[str, Any], language: str) -> str:
    return "\n".join(f"- {item['purpose']}: {item['interest']}" for item in part["items"])


def _rights(part: dict[str, Any], language: str) -> str:
    return "\n".join(f"- {right['name']}" for right in part["usual"])


def _paragraph(part: dict[str, Any], language: str) -> str:
    return part["text"]


_FILLED: dict[str, Callable[[dict[str, Any], str], str]] = {
    "bases": _bases,
    "interests": _interests,
    "rights": _rights,
    "paragraph": _paragraph,
}
