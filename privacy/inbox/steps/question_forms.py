"""The forms of questions to the person, and of what the person answered."""

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from privacy.inbox.steps.step_form import StepForm, StepScreen, date_field, text_field
from privacy.rights import actions
from privacy.rights.actions.clarify import compose_question, compose_reminder
from privacy.rights.choices import IdentityMethod
from privacy.rights.deadlines.suspension import (
    PROMPT_DAYS,
    SuspensionOffer,
    offer_for_clarification,
    offer_for_identity,
)
from privacy.rights.models.standard_texts import LetterText, TextCode
from privacy.rights.steps import Step


class QuestionForm(StepForm):
    """A question in words; the standard text of the letter stands around it."""

    error_fields = {"TextMissing": "question"}
    question = text_field(
        _("Your question to the person"),
        rows=6,
        help_text=_("It stands in the middle of the standard letter, in the person's language."),
    )

    def letter(self) -> LetterText:
        """Give the letter with the question in it."""
        raise NotImplementedError

    def values(self) -> dict[str, Any]:
        """Give the letter."""
        return {"letter": self.letter()}


class SuspendingForm(QuestionForm):
    """A question that can stop the clock: prompt, it does; late, only with a reason."""

    error_fields = {"TextMissing": "question", "ReasonMissing": "suspend_reason", "SuspensionNotPossible": "suspend"}
    suspend = forms.BooleanField(label=_("The time limit does not run until the person answers"), required=False)
    suspend_reason = text_field(
        _("Reason for suspending though the question is late"), required=False, rows=2, help_text=_("Only if late.")
    )

    def offer(self) -> SuspensionOffer:
        """Give whether the clock may stand still."""
        return offer_for_identity(self.case.received_on, self.today, self.case.controller.country)

    def prepare(self) -> None:
        """Tick the box where it is the rule; ask for a reason where it is not."""
        offer = self.offer()
        self.fields["suspend"].initial = offer.by_default
        if not offer.late:
            del self.fields["suspend_reason"]

    def remark(self) -> str:
        """Warn when the question is late."""
        if not self.offer().late:
            return ""
        text = gettext(
            "More than %(days)s working days have passed since receipt. A question that is sent this late does not "
            "suspend the time limit, unless you say why it could not be sent earlier."
        )
        return text % {"days": PROMPT_DAYS}

    def values(self) -> dict[str, Any]:
        """Give the letter and what happens to the clock."""
        data = self.cleaned_data
        return {
            "letter": self.letter(),
            "suspend": data["suspend"],
            "suspend_reason": data.get("suspend_reason", ""),
        }


class IdentityQuestionForm(SuspendingForm):
    """A question about who the person is."""

    def prepare(self) -> None:
        """Warn of asking for too much."""
        super().prepare()
        self.fields["question"].help_text = _(
            "Only if there is a reason to doubt it. Do not ask for a copy of an identity document or a personal "
            "identity code: ask what only the person knows, such as a customer number."
        )

    def letter(self) -> LetterText:
        """Give the question about identity."""
        question = self.cleaned_data["question"]
        return compose_question(TextCode.IDENTITY_QUESTION, self.case, self.own_items, question=question)


class ClarificationForm(SuspendingForm):
    """A question about what the request concerns; only with much data does it stop the clock (recital 63)."""

    much_data = forms.BooleanField(
        label=_("We process much data about the person, and must know what the request concerns (recital 63)"),
        required=False,
        help_text=_("Only then can the time limit stand still."),
    )
    field_order = ["question", "much_data", "suspend", "suspend_reason"]

    def offer(self) -> SuspensionOffer:
        """Give whether the clock may stand still, by what is ticked."""
        much = bool(self.data.get("much_data")) if self.is_bound else False
        return offer_for_clarification(self.case.received_on, self.today, self.case.controller.country, much_data=much)

    def letter(self) -> LetterText:
        """Give the question about what the request concerns."""
        question = self.cleaned_data["question"]
        return compose_question(TextCode.CLARIFICATION_QUESTION, self.case, self.own_items, question=question)

    def values(self) -> dict[str, Any]:
        """Add whether there is much data."""
        return {**super().values(), "much_data": self.cleaned_data["much_data"]}


class ReminderForm(QuestionForm):
    """The only reminder, with the question once more."""

    def letter(self) -> LetterText:
        """Give the reminder."""
        return compose_reminder(self.case, self.own_items, question=self.cleaned_data["question"])


class IdentityForm(StepForm):
    """How the person was identified."""

    error_fields = {"DayNotPossible": "answered_on"}
    method = forms.ChoiceField(
        label=_("How was the person identified?"),
        choices=IdentityMethod.choices,
        initial=IdentityMethod.ASKED,
        widget=forms.RadioSelect,
        help_text=_("The method only: keep no copy of a document."),
    )
    answered_on = date_field(_("Day on which the information came in"))

    def prepare(self) -> None:
        """Begin with today."""
        self.fields["answered_on"].initial = self.today


class ClarifiedForm(StepForm):
    """What the person answered."""

    error_fields = {"DayNotPossible": "answered_on"}
    text = text_field(
        _("What the person answered"), required=False, help_text=_("Leave it empty if no answer is needed any more.")
    )
    answered_on = date_field(_("Day on which the information came in"))

    def prepare(self) -> None:
        """Begin with today."""
        self.fields["answered_on"].initial = self.today


SCREENS: dict[Step, StepScreen] = {
    Step.ASK_IDENTITY: StepScreen(
        actions.ask_identity,
        IdentityQuestionForm,
        _("The question is sent to the person at once."),
        _("Send"),
    ),
    Step.CONFIRM_IDENTITY: StepScreen(actions.confirm_identity, IdentityForm),
    Step.ASK_CLARIFICATION: StepScreen(
        actions.ask_clarification,
        ClarificationForm,
        _("The question is sent to the person at once."),
        _("Send"),
    ),
    Step.RECORD_CLARIFICATION: StepScreen(actions.record_clarification, ClarifiedForm),
    Step.REMIND: StepScreen(
        actions.remind_person,
        ReminderForm,
        _("The person is reminded once and has 14 days to answer. After that you can close the request."),
        _("Send"),
    ),
}
