"""The steps that the demo's data name, each as a call of the real action."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django.utils import timezone

from home.demo.data import Data
from privacy import actions
from privacy.actions import ActingPerson, ItemAnswer, PartyEntry, TextCode
from privacy.models import CaseLink, Register, RightsRequest

Case = RightsRequest
Acting = ActingPerson


def _answers(case: Case, outcomes: Data) -> list[ItemAnswer]:
    """Give the outcomes: by right, the outcome, the reason code and the facts."""
    items = {item.right: item for item in case.items.select_related("register")}
    return [
        ItemAnswer(items[right], outcome, reason, reasons_told=bool(reason), facts=facts)
        for right, (outcome, reason, facts) in outcomes.items()
    ]


def _answer(case: Case, acting: Acting, outcomes: Data) -> None:
    answers = _answers(case, outcomes)
    letter = actions.compose_answer(case, answers)
    actions.answer_request(request=case, acting=acting, answers=answers, letter=letter, identity="known")


def _record(case: Case, acting: Acting, outcomes: Data, channel: str) -> None:
    answers, today = _answers(case, outcomes), timezone.localdate()
    actions.record_answer(request=case, acting=acting, answers=answers, answered_on=today, channel=channel)


def _by_contact(case: Case, acting: Acting, outcomes: Data, channel: str) -> None:
    """Answer as the contact without an account does, by the link of the letter."""
    contact = ActingPerson.by_link(CaseLink.objects.get(request=case))
    actions.take_on_request(request=case, acting=contact)
    _record(case, contact, outcomes, channel)


def _ask_identity(case: Case, acting: Acting, question: str) -> None:
    letter = actions.compose_question(TextCode.IDENTITY_QUESTION, case, acting.items(case), question=question)
    actions.ask_identity(request=case, acting=acting, letter=letter)


def _clarify(case: Case, acting: Acting, question: str) -> None:
    letter = actions.compose_question(TextCode.CLARIFICATION_QUESTION, case, acting.items(case), question=question)
    actions.ask_clarification(request=case, acting=acting, letter=letter, much_data=True)


def _remind(case: Case, acting: Acting, question: str) -> None:
    letter = actions.compose_reminder(case, acting.items(case), question=question)
    actions.remind_person(request=case, acting=acting, letter=letter)


def _extend(case: Case, acting: Acting, code: str, reason: str, months: int) -> None:
    actions.extend_time_limit(request=case, acting=acting, reason_code=code, reason=reason, further_months=months)


def _move(case: Case, acting: Acting, slug: str) -> None:
    registers = list(Register.objects.filter(slug=slug).select_related("controller"))
    actions.move_items(request=case, acting=acting, items=acting.items(case), registers=registers)


def _not_ours(case: Case, acting: Acting, recipient: str) -> None:
    actions.tell_not_controller(request=case, acting=acting, items=acting.items(case), recipient=recipient)


def _tell(case: Case, acting: Acting, entries: list[Any]) -> None:
    today = timezone.localdate()
    told = [PartyEntry(name, status, told_on=today, method=method) for name, status, method in entries]
    actions.tell_recipients(request=case, acting=acting, entries=told)


def _posted(case: Case, acting: Acting) -> None:
    for letter in case.messages.filter(state="to_print"):
        actions.mark_letter_delivered(request=case, acting=acting, message=letter)


def _hold(case: Case, acting: Acting, reason: str, days: int) -> None:
    review_on = timezone.localdate() + timedelta(days=days)
    actions.set_hold(request=case, acting=acting, reason=reason, review_on=review_on)


STEPS: dict[str, Callable[..., Any]] = {
    "take_on": lambda case, acting: actions.take_on_request(request=case, acting=acting),
    "note": lambda case, acting, text: actions.add_note(request=case, acting=acting, text=text),
    "reference": lambda case, acting, text: actions.set_case_number(request=case, acting=acting, reference=text),
    "document": lambda case, acting: actions.take_as_document_request(request=case, acting=acting),
    "confirm": lambda case, acting, method: actions.confirm_identity(request=case, acting=acting, method=method),
    "clarified": lambda case, acting, text: actions.record_clarification(request=case, acting=acting, text=text),
    "answer": _answer,
    "record": _record,
    "by_contact": _by_contact,
    "ask_identity": _ask_identity,
    "clarify": _clarify,
    "remind": _remind,
    "extend": _extend,
    "move": _move,
    "not_ours": _not_ours,
    "tell": _tell,
    "posted": _posted,
    "hold": _hold,
}
