"""Turns the checked parts of the form into the plain values that `receive_request` takes."""

from collections.abc import Callable
from typing import Any

from privacy.rights.choices import Channel, Relation, ReplyChannel, Right
from privacy.rights.form.forms import ChoiceForm, DetailsForm
from privacy.rights.form.options import RegisterChoices
from privacy.rights.form.questions import QUESTIONS
from privacy.rights.identity_codes import remove_identity_codes
from privacy.rights.incoming import Answer, AskedItem, IncomingRequest, Person


def incoming_from_forms(
    choice: ChoiceForm, details: DetailsForm, choices: RegisterChoices, *, remove_codes: bool
) -> IncomingRequest:
    """Give the request that two valid forms hold, without personal identity codes if so decided."""
    controller, register, every = choices.meaning(choice.cleaned_data["register"])
    clean: Callable[[str], str] = remove_identity_codes if remove_codes else str
    data = {name: clean(value) if isinstance(value, str) else value for name, value in details.cleaned_data.items()}
    items = [
        AskedItem(Right(right), register, all_registers=every, answers=_answers(right, data))
        for right in Right.values
        if right in choice.cleaned_data["rights"]
    ]
    relation = Relation(data["relation"])
    return IncomingRequest(
        controller=controller,
        items=items,
        requester=_requester(data),
        language=data["reply_language"],
        reply_channel=ReplyChannel(data["reply_channel"]),
        channel=Channel.WEB,
        relation=relation,
        data_subject=None if relation == Relation.SELF else Person(name=data["subject_name"]),
        message=data["message"],
        extra_answers=extra_answers(details, data),
    )


def _requester(data: dict[str, Any]) -> Person:
    fields = ("name", "finding_details", "email", "phone", "postal_address")
    return Person(**{field: data[field] for field in fields})


def _answers(right: str, data: dict[str, Any]) -> list[Answer]:
    pairs = [(question, data.get(f"{right}_{question.key}", "")) for question in QUESTIONS[right]]
    return [Answer(str(question.label), answer) for question, answer in pairs if answer]


def extra_answers(details: DetailsForm, data: dict[str, Any]) -> list[Answer]:
    """Give the answers to the questions that editors added, as text."""
    names = [name for name in details.fields if name.startswith("extra_")]
    pairs = [(str(details.fields[name].label), _as_text(data.get(name))) for name in names]
    return [Answer(question, answer) for question, answer in pairs if answer]


def _as_text(value: Any) -> str:
    if isinstance(value, list | tuple):
        return ", ".join(str(part) for part in value)
    if isinstance(value, bool):
        return "✓" if value else ""
    return "" if value is None else str(value)
