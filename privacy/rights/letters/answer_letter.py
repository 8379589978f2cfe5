"""The letter of an answer, made from the outcomes, ready to be edited."""

from collections.abc import Callable, Sequence
from typing import Any

from bs4 import BeautifulSoup
from django.utils import translation

from privacy.notices.sections.data import Section
from privacy.notices.sections.rights_texts import legal_basis, right_texts, special_basis
from privacy.notices.sections.rows import rows_in_words
from privacy.registers.national_rules import national_rule
from privacy.rights.choices import Outcome, ReasonCode, Right
from privacy.rights.deadlines.clock import today_of
from privacy.rights.deadlines.wording import long_date
from privacy.rights.letters.compose import compose_letter
from privacy.rights.models.requests import RequestItem, RightsRequest
from privacy.rights.models.standard_texts import LetterText, TextCode, is_standard_text, phrase, standard_text
from privacy.rights.national_words import reason_label
from privacy.rights.notice_snapshot import sections_in_force
from privacy.rights.workflow.outcomes import ItemAnswer
from privacy.site_languages import spoken

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

_WITH_DATA = frozenset({Outcome.FULFILLED, Outcome.PARTLY_FULFILLED})

Sections = Callable[[RequestItem, str], Sequence[Section]]


def compose_answer(
    request: RightsRequest, answers: Sequence[ItemAnswer], *, sections: Sections = sections_in_force
) -> LetterText:
    """Give the answer to a request in the person's language: a paragraph per item, then what Art. 15(1) wants.

    `sections` finds what the notice of an item's register says.
    """
    items = [answer.item for answer in answers]
    opening = compose_letter(TextCode.ANSWER, request, items)
    parts = [opening.text, _sorry(request)]
    for answer in answers:
        parts += [_heading(answer, request.language), answer_paragraph(answer, request)]
        if answer.item.right == Right.ACCESS and answer.outcome in _WITH_DATA:
            parts.append(access_block(answer.item, request.language, sections(answer.item, request.language)))
    return LetterText(opening.subject, "\n\n".join(part for part in parts if part))


def _sorry(request: RightsRequest) -> str:
    """Say that the answer is late, where it is."""
    if not request.is_overdue(today_of(request)):
        return ""
    due = long_date(request.due_on, request.language)
    return phrase("answer_is_late", request.language).replace("{due}", due)


def answer_paragraph(answer: ItemAnswer, request: RightsRequest) -> str:
    """Give what the letter says of one item: the outcome, the reason with its article, and the facts."""
    language = request.language
    with translation.override(spoken(language)):
        reason = reason_label(answer.reason_code, request.controller.country)
    values = {"number": request.number, "register": _register_name(answer, language), "reason": reason}
    code = f"outcome_{answer.outcome}"
    if not is_standard_text(code):
        return answer.facts.strip()
    text = standard_text(code, language).filled(values | {"facts": answer.facts.strip()}).text
    rule = national_rule("restriction", request.controller.country)
    if answer.reason_code != ReasonCode.NATIONAL_RESTRICTION or not (rule and rule.values.get("standard_text")):
        return text
    return f"{text}\n\n{standard_text(TextCode.NATIONAL_RESTRICTION, language).filled(values).text}"


def _heading(answer: ItemAnswer, language: str) -> str:
    name = right_texts()[answer.item.right].name_in(language)
    register = _register_name(answer, language)
    return f"{name} ({register})" if register else name


def _register_name(answer: ItemAnswer, language: str) -> str:
    register = answer.item.register
    if register is None:
        return phrase("all_registers", language) if answer.item.all_registers else ""
    return register.name_in(language) if register.name_shown and not register.confidential else ""
