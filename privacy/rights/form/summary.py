"""What the visitor is shown before sending: questions and answers, as they will be stored."""

from collections.abc import Iterable
from typing import cast

from django import forms

from privacy.rights.choices import Relation
from privacy.rights.form.forms import ChoiceForm, DetailsForm
from privacy.rights.form.options import RegisterChoices
from privacy.rights.form.questions import QUESTIONS
from privacy.rights.form.reading import extra_answers

SummaryRow = tuple[str, str]

_CHOICES = ("relation", "reply_channel", "reply_language")
_BEFORE, _AFTER = (
    ("relation", "subject_name", "name", "finding_details"),
    ("message", "reply_channel", "email", "phone", "postal_address", "reply_language"),
)


def summary_of(choice: ChoiceForm, details: DetailsForm, choices: RegisterChoices) -> list[SummaryRow]:
    """Give the questions that were answered and their answers, in the order of the form."""
    plain = words_of(choice.fields["rights"])
    rights = [right for right in QUESTIONS if right in choice.cleaned_data["rights"]]
    rows = [(str(choice.fields["rights"].label), "\n".join(plain[right] for right in rights))]
    rows.append((str(choice.fields["register"].label), choices.label(choice.cleaned_data["register"])))
    for right in rights:
        asked = _fields(details, [f"{right}_{question.key}" for question in QUESTIONS[right]])
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
