"""The letter of an answer, made from the outcomes, ready to be edited."""

from collections.abc import Callable, Sequence

from django.utils import translation

from privacy.notices.sections.data import Section
from privacy.notices.sections.rights_texts import right_texts
from privacy.rights.answers import ItemAnswer
from privacy.rights.choices import Outcome, ReasonCode, Right
from privacy.rights.dates import long_date
from privacy.rights.notice_parts import access_block, sections_in_force
from privacy.rights.person_letters import draft_letter
from privacy.rights.records import RequestItem, RightsRequest
from privacy.rights.standard_texts import LetterText, TextCode, phrase, standard_text
from privacy.rights.timing import today_of

_WITH_DATA = frozenset({Outcome.FULFILLED, Outcome.PARTLY_FULFILLED})

Sections = Callable[[RequestItem, str], Sequence[Section]]


def draft_answer(
    request: RightsRequest, answers: Sequence[ItemAnswer], *, sections: Sections = sections_in_force
) -> LetterText:
    """Give the answer to a request in the person's language: a paragraph per item, then what Art. 15(1) wants.

    `sections` finds what the notice of an item's register says.
    """
    items = [answer.item for answer in answers]
    opening = draft_letter(TextCode.ANSWER, request, items)
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
    with translation.override(language):
        reason = str(ReasonCode(answer.reason_code).label) if answer.reason_code in ReasonCode.values else ""
    values = {"number": request.number, "register": _register_name(answer, language), "reason": reason}
    code = f"outcome_{answer.outcome}"
    if code not in TextCode.values:
        return answer.facts.strip()
    text = standard_text(code, language).filled(values | {"facts": answer.facts.strip()}).text
    if answer.reason_code != ReasonCode.NATIONAL_RESTRICTION:
        return text
    return f"{text}\n\n{standard_text(TextCode.NATIONAL_RESTRICTION, language).filled(values).text}"


def _heading(answer: ItemAnswer, language: str) -> str:
    name = right_texts()[answer.item.right].name[language]
    register = _register_name(answer, language)
    return f"{name} ({register})" if register else name


def _register_name(answer: ItemAnswer, language: str) -> str:
    register = answer.item.register
    if register is None:
        return phrase("all_registers", language) if answer.item.all_registers else ""
    return register.name_in(language) if register.name_shown and not register.confidential else ""
