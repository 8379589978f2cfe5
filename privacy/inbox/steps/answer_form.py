"""The form of "Answer": an outcome for each right, the letter, and how it goes to the person."""

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from privacy.inbox.steps.step_form import StepForm, date_field, text_field
from privacy.notices.sections.rights_texts import right_texts
from privacy.rights.choices import AnswerChannel, IdentityMethod, Outcome, ReasonCode, RecipientsTold
from privacy.rights.guidance import guidance_for
from privacy.rights.models.requests import RequestItem
from privacy.rights.models.standard_texts import LetterText
from privacy.rights.national_words import offered_reasons
from privacy.rights.right_specs import right_specs
from privacy.rights.uploads import UploadField, UploadsField
from privacy.rights.workflow.outcomes import WITH_REASON, ItemAnswer
from privacy.rights.workflow.questions import may_close_unidentified

SEND, OTHERWISE = "send", "otherwise"
LATER = "later"
MOST_LETTER = 100_000  # characters; an access answer can hold a long list


class AnswerForm(StepForm):
    """Outcomes first; the letter is made of them, and can be edited."""

    error_fields = {"DayNotPossible": "answered_on", "ReasonsNotTold": "reasons_told"}
    how = forms.ChoiceField(
        label=_("How do you answer?"),
        choices=[(SEND, _("Send the letter from here")), (OTHERWISE, _("I have already answered in another way"))],
        initial=SEND,
        widget=forms.RadioSelect,
    )
    subject = forms.CharField(label=_("Subject"), max_length=150, required=False)
    text = text_field(
        _("Letter"),
        rows=18,
        max_length=MOST_LETTER,
        required=False,
        help_text=_("The number, the way to complain and the controller's details are added below it by themselves."),
    )
    enclosures = UploadsField(
        label=_("Files, such as a copy of the data"),
        required=False,
        max_length=200,
        help_text=_(
            "They are not attached to the email: the letter leads the person to a page that opens with a one-time "
            "code, for 30 days. With a printed letter, print them too and enclose them."
        ),
    )
    answered_on = date_field(_("Day of the answer"), required=False)
    channel = forms.ChoiceField(label=_("How was it answered?"), choices=AnswerChannel.choices, required=False)
    reasons_told = forms.BooleanField(
        label=_("The reasons and the ways to complain and go to court were told (Art. 12(4))"), required=False
    )
    copy = UploadField(label=_("Copy of the answer"), required=False, max_length=200)
    identity = forms.ChoiceField(
        label=_("How was the person identified?"),
        choices=IdentityMethod.choices,
        initial=IdentityMethod.KNOWN,
        widget=forms.RadioSelect,
    )
    recipients_told = forms.ChoiceField(
        label=_("Were recipients of the data told of a correction, deletion or restriction?"),
        choices=[("", _("Not yet: I record it afterwards")), *RecipientsTold.choices],
        required=False,
    )

    def prepare(self) -> None:
        """Add the fields of each item, and begin with today and the channel that the person chose."""
        self.fields["answered_on"].initial = self.today
        self.fields["channel"].initial = self.case.reply_channel
        if not any(right_specs()[item.right].told_onward for item in self.own_items):
            del self.fields["recipients_told"]
        outcomes = self._outcomes()
        for item in self.own_items:
            key = item.pk
            self.fields[f"outcome_{key}"] = forms.ChoiceField(label=_("Outcome"), choices=outcomes, required=False)
            self.fields[f"reason_{key}"] = forms.ChoiceField(
                label=_("Reason, if refused in whole or in part"), choices=self._reasons(item), required=False
            )
            self.fields[f"facts_{key}"] = text_field(
                _("What was done, or on what facts it was refused"),
                required=False,
                help_text=_("In the person's language: it stands in the letter."),
            )

    def _outcomes(self) -> list[tuple[str, Any]]:
        left_out = {Outcome.FORWARDED} | (set() if may_close_unidentified(self.case) else {Outcome.UNIDENTIFIED})
        offered = [(outcome.value, outcome.label) for outcome in Outcome if outcome not in left_out]
        later = [(LATER, _("Is answered later"))] if len(self.own_items) > 1 else []
        return [("", "—"), *offered, *later]

    def _reasons(self, item: RequestItem) -> list[Any]:
        country = self.case.controller.country
        fitting = guidance_for(item.right, "", self.language).reasons
        others = [reason for reason in ReasonCode if reason not in fitting]
        groups = ((gettext("Usual for this right"), fitting), (gettext("Others"), others))
        return [("", "—"), *((name, offered_reasons(country, codes)) for name, codes in groups)]

    def item_groups(self) -> list[dict[str, Any]]:
        """Give the fields of each item with its name, for the template."""
        return [
            {
                "item": item,
                "name": right_texts()[item.right].name_in(self.language),
                "fields": [self[f"{field}_{item.pk}"] for field in ("outcome", "reason", "facts")],
            }
            for item in self.own_items
        ]

    def clean(self) -> dict[str, Any]:
        """Ask for what an answer needs, each beside its field."""
        data = super().clean() or {}
        by_letter = data.get("how") != OTHERWISE
        for item in self.own_items:
            self._check_item(item.pk, data, by_letter=by_letter)
        if by_letter:
            self._need(data, "subject", gettext("A letter needs a subject."))
            self._need(data, "text", gettext("Write the text."))
        else:
            self._need(data, "answered_on", gettext("Give the day on which you answered."))
            self._need(data, "channel", gettext("Choose how it was answered."))
            if any(answer.outcome in WITH_REASON and answer.reason_code for answer in self.answers(data)):
                self._need(data, "reasons_told", gettext("Confirm that the reasons and remedies were told."))
        if not self.answers(data) and not self.errors:
            self.add_error(None, gettext("Choose the outcome of at least one right."))
        return data

    def _check_item(self, key: int, data: dict[str, Any], *, by_letter: bool) -> None:
        outcome = data.get(f"outcome_{key}")
        if not outcome:
            self._need(data, f"outcome_{key}", gettext("Choose the outcome."))
        elif outcome in WITH_REASON and (by_letter or outcome == Outcome.REFUSED):
            self._need(data, f"reason_{key}", gettext("Choose the reason: the person must be told it."))
            if by_letter:
                text = gettext("Write on what facts it was refused: a reason alone is not enough (Art. 12(4)).")
                self._need(data, f"facts_{key}", text)

    def _need(self, data: dict[str, Any], name: str, text: str) -> None:
        if name not in self.errors and not data.get(name):
            self.add_error(name, text)

    def answers(self, data: dict[str, Any] | None = None) -> list[ItemAnswer]:
        """Give the outcomes of the items that are answered now."""
        data = self.cleaned_data if data is None else data
        return [
            ItemAnswer(
                item,
                data[f"outcome_{item.pk}"],
                data.get(f"reason_{item.pk}", "") if data[f"outcome_{item.pk}"] in WITH_REASON else "",
                reasons_told=bool(data.get("reasons_told")),
                facts=data.get(f"facts_{item.pk}", ""),
            )
            for item in self.own_items
            if data.get(f"outcome_{item.pk}") in Outcome.values
        ]

    def letter(self) -> LetterText:
        """Give the letter as it was edited."""
        return LetterText(self.cleaned_data["subject"], self.cleaned_data["text"])
