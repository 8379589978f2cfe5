"""The forms of the contact's page: the code, and "I have answered"."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from privacy.notices.sections.rights_texts import right_texts
from privacy.rights.choices import AnswerChannel, IdentityMethod, Outcome, RecipientsTold
from privacy.rights.models.requests import RequestItem
from privacy.rights.national_words import offered_reasons
from privacy.rights.submission.validation import MAX_TEXT
from privacy.rights.uploads import UploadField
from privacy.rights.workflow.outcomes import ItemAnswer

# Outcomes that a contact can state; the others need steps that only the inbox has.
CONTACT_OUTCOMES = (
    Outcome.FULFILLED,
    Outcome.PARTLY_FULFILLED,
    Outcome.NO_DATA,
    Outcome.REFUSED,
    Outcome.WITHDRAWN,
    Outcome.NOT_A_REQUEST,
)


class CodeForm(forms.Form):
    """The six-digit code that was sent to the contact's mailbox."""

    code = forms.RegexField(
        r"^\s*\d{6}\s*$",
        label=gettext_lazy("Code"),
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "one-time-code"}),
        error_messages={"invalid": gettext_lazy("The code has six digits.")},
    )


class ContactQuestionForm(forms.Form):
    """A question to the person, which the system sends; the contact's own mailbox plays no part."""

    about = forms.ChoiceField(
        label=gettext_lazy("What do you need to know?"),
        choices=[
            ("clarification", gettext_lazy("What the request concerns")),
            ("identity", gettext_lazy("Who the person is (only if there is a reason to doubt it)")),
        ],
    )
    question = forms.CharField(
        label=gettext_lazy("Your question to the person"),
        help_text=gettext_lazy("Do not ask for a copy of an identity document or a personal identity code."),
        widget=forms.Textarea(attrs={"rows": 5}),
        max_length=MAX_TEXT,
    )


class RecordedAnswerForm(forms.Form):
    """What a contact records once a request has been answered outside the system."""

    answered_on = forms.DateField(
        label=gettext_lazy("Day of the answer"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    channel = forms.ChoiceField(label=gettext_lazy("How was it answered?"), choices=AnswerChannel.choices)
    identity = forms.ChoiceField(
        label=gettext_lazy("How was the person identified?"), choices=[("", "—"), *IdentityMethod.choices]
    )
    recipients_told = forms.ChoiceField(
        label=gettext_lazy("Were recipients of the data told of a correction, deletion or restriction?"),
        choices=[("", "—"), *RecipientsTold.choices],
    )
    copy = UploadField(label=gettext_lazy("Copy of the answer"), required=False, max_length=200)

    def __init__(self, *args: Any, items: list[RequestItem], language: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.items = items
        outcomes = [("", "—"), *((outcome.value, outcome.label) for outcome in CONTACT_OUTCOMES)]
        for item in items:
            name = right_texts()[item.right].name_in(language)
            missing = _("Choose the outcome: %(right)s.") % {"right": name}
            self.fields[f"outcome_{item.pk}"] = forms.ChoiceField(
                label=name, choices=outcomes, error_messages={"required": missing}
            )
            self.fields[f"reason_{item.pk}"] = forms.ChoiceField(
                label=_("Reason, if refused"),
                choices=[("", "—"), *offered_reasons(item.request.controller.country)],
                required=False,
            )
        self.fields["reasons_told"] = forms.BooleanField(
            label=_("The reasons and the ways to complain and go to court were told (Art. 12(4))"), required=False
        )

    def answers(self) -> list[ItemAnswer]:
        data = self.cleaned_data
        told = data["reasons_told"]
        return [
            ItemAnswer(item, data[f"outcome_{item.pk}"], data[f"reason_{item.pk}"], reasons_told=told)
            for item in self.items
        ]

    def item_fields(self) -> list[tuple[Any, Any]]:
        """Give the pairs of fields of the items, for the template."""
        return [(self[f"outcome_{item.pk}"], self[f"reason_{item.pk}"]) for item in self.items]
