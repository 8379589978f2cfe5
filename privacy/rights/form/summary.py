"""What the visitor is shown before sending: questions and answers, as they will be stored."""

from collections.abc import Iterable
from typing import Any, cast

from django import forms

from privacy.rights.choices import Channel, Relation, ReplyChannel, Right
from privacy.rights.form.forms import ChoiceForm, DetailsForm
from privacy.rights.form.register_choices import RegisterChoices
from privacy.rights.right_specs import right_specs
from privacy.rights.submission.identity_codes import without_identity_codes
from privacy.rights.submission.incoming import Answer, AskedItem, IncomingRequest, Person


def incoming_from_forms(
    choice: ChoiceForm, details: DetailsForm, choices: RegisterChoices, *, remove_codes: bool
) -> IncomingRequest:
    """Give the request that two valid forms hold, without personal identity codes if so decided."""
    controller, register, every = choices.meaning(choice.cleaned_data["register"])
    data = without_identity_codes(details.cleaned_data) if remove_codes else details.cleaned_data
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
    pairs = [(question, data.get(f"{right}_{question.key}", "")) for question in right_specs()[right].questions]
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


SummaryRow = tuple[str, str]

_CHOICES = ("relation", "reply_channel", "reply_language")
_BEFORE, _AFTER = (
    ("relation", "subject_name", "name", "finding_details"),
    ("message", "reply_channel", "email", "phone", "postal_address", "reply_language"),
)


def summary_of(choice: ChoiceForm, details: DetailsForm, choices: RegisterChoices) -> list[SummaryRow]:
    """Give the questions that were answered and their answers, in the order of the form."""
    plain = words_of(choice.fields["rights"])
    rights = [right for right in Right.values if right in choice.cleaned_data["rights"]]
    rows = [(str(choice.fields["rights"].label), "\n".join(plain[right] for right in rights))]
    rows.append((str(choice.fields["register"].label), choices.label(choice.cleaned_data["register"])))
    for right in rights:
        asked = _fields(details, [f"{right}_{question.key}" for question in right_specs()[right].questions])
        rows += [(f"{plain[right]}: {question}" if len(rights) > 1 else question, answer) for question, answer in asked]
    rows += _fields(details, _BEFORE)
    rows += [(answer.question, answer.answer) for answer in extra_answers(details, details.cleaned_data)]
    return rows + _fields(details, _AFTER)


def words_of(field: forms.Field) -> dict[str, str]:
    """Give the words of the choices of a field."""
    choices = cast(Iterable[tuple[str, str]], cast(forms.ChoiceField, field).choices)
    return {str(value): str(words) for value, words in choices}


def _fields(details: DetailsForm, names: list[str] | tuple[str, ...]) -> list[SummaryRow]:
    rows: list[SummaryRow] = []
    for name in names:
        value = details.cleaned_data.get(name, "")
        if name == "subject_name" and details.cleaned_data.get("relation") == Relation.SELF:
            continue
        if name in _CHOICES:
            value = words_of(details.fields[name]).get(value, value)
        if value:
            rows.append((str(details.fields[name].label), value))
    return rows
