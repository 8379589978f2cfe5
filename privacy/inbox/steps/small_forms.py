"""The forms of the small steps: handlers, notes, numbers, days and reasons."""

from typing import Any

from django import forms
from django.contrib.auth import get_user_model
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.utils import get_user_display_name

from privacy.inbox.steps.step_form import ItemsField, StepForm, StepScreen, date_field, text_field
from privacy.mail.choices import MessageState
from privacy.registers.choices import Permission
from privacy.rights import actions
from privacy.rights.choices import ExtensionReason
from privacy.rights.deadlines.clock import clock_of
from privacy.rights.deadlines.counting import due_on
from privacy.rights.deadlines.wording import long_date
from privacy.rights.steps import Step
from privacy.site_languages import language_name


class HandlerField(forms.ModelChoiceField):
    """A choice of users by their names."""

    def label_from_instance(self, obj: Any) -> str:
        """Give the name of a user."""
        return get_user_display_name(obj)


def possible_handlers(registers: Any, user: Any) -> Any:
    """Give those who may handle requests of any of the registers, and the user, by name."""
    users = get_user_model()._default_manager.filter(is_active=True)
    handlers = users.filter(
        groups__register_access__permission=Permission.HANDLE, groups__register_access__register__in=registers
    )
    return (users.filter(pk__in=handlers.values("pk")) | users.filter(pk=user.pk)).order_by("last_name", "first_name")


class AssignForm(StepForm):
    """Who is to handle the request."""

    error_fields = {"HandlerNotPossible": "handler"}
    handler = HandlerField(
        queryset=None, label=_("Handler"), required=False, empty_label=_("Nobody"), help_text=_("Nobody: it is free.")
    )

    def prepare(self) -> None:
        """Offer those who may handle the registers of the case."""
        registers = [item.register_id for item in self.own_items if item.register_id]
        field: Any = self.fields["handler"]
        field.queryset, field.initial = possible_handlers(registers, self.acting.user), self.case.owner_id


class NoteForm(StepForm):
    """A note for the handlers."""

    error_fields = {"TextMissing": "text"}
    text = text_field(_("Note"), rows=6, help_text=_("The person does not see it, but can ask for a copy of it."))


class ReferenceForm(StepForm):
    """The number of the organisation's own records."""

    reference = forms.CharField(
        label=_("Case number"), max_length=100, required=False, help_text=_("Letters carry it from now on.")
    )

    def prepare(self) -> None:
        """Begin with the number there is."""
        self.fields["reference"].initial = self.case.external_reference


class ConflictForm(StepForm):
    """Why the handler stands aside."""

    reason = text_field(_("Reason"), required=False, help_text=_("You need not give one."))


class ReasonForm(StepForm):
    """A reason in words, which the history keeps."""

    error_fields = {"ReasonMissing": "reason"}
    reason = text_field(_("Reason"))


class HoldForm(ReasonForm):
    """Why the file is kept, and when the need is looked at again."""

    error_fields = {"ReasonMissing": "reason", "ReviewDayMissing": "review_on"}
    review_on = date_field(_("Look at the need again on"))


class ReopenForm(ReasonForm):
    """Which outcomes do not hold, and why."""

    error_fields = {"ReasonMissing": "reason", "OutcomeMissing": "items"}
    items = ItemsField(label=_("Reopen"), error_messages={"required": _("Choose at least one right.")})
    field_order = ["items", "reason"]

    def prepare(self) -> None:
        """Offer what the handler may handle."""
        field: Any = self.fields["items"]
        field.offer(self.case, self.own_items, self.language)

    def values(self) -> dict[str, Any]:
        """Give the items as a list."""
        return {**self.cleaned_data, "items": list(self.cleaned_data["items"])}


class ReceiptForm(ReasonForm):
    """The right day of receipt."""

    error_fields = {"ReasonMissing": "reason", "ReceiptNotPossible": "received_on"}
    received_on = date_field(_("Day of receipt"))
    tell_person = forms.BooleanField(label=_("Tell the person the new due date"), required=False, initial=True)
    field_order = ["received_on", "reason", "tell_person"]

    def prepare(self) -> None:
        """Begin with the day there is."""
        self.fields["received_on"].initial = self.case.received_on

    def remark(self) -> str:
        """Say what is recorded now."""
        day = long_date(self.case.received_on, self.language)
        return gettext("Received on %(day)s by what is recorded now. The time limit is counted anew.") % {"day": day}


class ExtendForm(ReasonForm):
    """Why more time is needed, in words that the person reads."""

    error_fields = {"ReasonMissing": "reason"}
    reason_code = forms.ChoiceField(label=_("Ground"), choices=ExtensionReason.choices, widget=forms.RadioSelect)
    further_months = forms.TypedChoiceField(
        label=_("New due date"), choices=[], coerce=int, initial=2, widget=forms.RadioSelect
    )
    reason = text_field(
        _("Reason, as the person reads it"),
        help_text=_("Say what makes the request complex, or how many requests there are. Lack of staff is no ground."),
    )
    field_order = ["reason_code", "reason", "further_months"]

    def prepare(self) -> None:
        """Offer one and two months with the day that each gives; say in what language the person reads."""
        told = gettext("The person reads it in this language: %(language)s.")
        reason: Any = self.fields["reason"]
        reason.help_text = f"{reason.help_text} {told % {'language': language_name(self.case.language)}}"
        field: Any = self.fields["further_months"]
        texts = {
            1: gettext("One month more: answer by %(due)s"),
            2: gettext("Two months more: answer by %(due)s"),
        }
        field.choices = [(months, text % {"due": self._due(months)}) for months, text in texts.items()]

    def _due(self, months: int) -> str:
        clock = clock_of(self.case)
        country = self.case.controller.country
        day = due_on(clock.received_on, months=1 + months, country=country, suspensions=clock.suspensions)
        return long_date(day, self.language)


class PostedForm(StepForm):
    """The day on which a printed letter was posted or handed over."""

    error_fields = {"DayNotPossible": "delivered_on"}
    message: Any = forms.ModelChoiceField(queryset=None, label=_("Letter"), to_field_name="uuid", empty_label=None)
    delivered_on = date_field(_("Posted or handed over on"))

    def prepare(self) -> None:
        """Offer the letters that wait to be printed."""
        field: Any = self.fields["message"]
        field.queryset = self.case.messages.filter(state=MessageState.TO_PRINT)
        field.label_from_instance = lambda letter: letter.subject
        self.fields["delivered_on"].initial = self.today


SCREENS: dict[Step, StepScreen] = {
    Step.TAKE_ON: StepScreen(
        actions.take_on_request,
        words=_("The request is then in progress, and you are its handler."),
        button=_("Take on"),
    ),
    Step.ASSIGN: StepScreen(actions.assign_request, AssignForm),
    Step.DECLARE_CONFLICT: StepScreen(
        actions.declare_conflict,
        ConflictForm,
        _("For example, the request is from somebody close to you. You can do nothing more in it; others are told."),
        _("Stand aside"),
    ),
    Step.EXTEND: StepScreen(
        actions.extend_time_limit,
        ExtendForm,
        _("Possible once, until the first due date. The person is told by letter now, with the reason (Art. 12(3))."),
        _("Extend and send the letter"),
        compose=actions.compose_extension,
    ),
    Step.REOPEN: StepScreen(
        actions.reopen_request,
        ReopenForm,
        _("The outcomes you choose are taken back; the history keeps them. The due date stays as it was."),
        _("Reopen"),
    ),
    Step.CORRECT_RECEIPT: StepScreen(actions.correct_receipt, ReceiptForm, compose=actions.compose_correction),
    Step.NOTE: StepScreen(actions.add_note, NoteForm),
    Step.SET_REFERENCE: StepScreen(actions.set_case_number, ReferenceForm),
    Step.DOCUMENT_REQUEST: StepScreen(
        actions.take_as_document_request,
        words=_("The person is told by letter. The shorter limit of that Act (two weeks) is shown beside the clock."),
        button=_("Record and send the letter"),
    ),
    Step.RENEW_LINK: StepScreen(
        actions.renew_link,
        words=_("The contact gets a new letter with a new link; former links stop working."),
        button=_("Send"),
    ),
    Step.POST_LETTER: StepScreen(actions.mark_letter_delivered, PostedForm),
    Step.SET_HOLD: StepScreen(
        actions.set_hold,
        HoldForm,
        _("For example a complaint or a court case. The file is not deleted meanwhile."),
    ),
    Step.LIFT_HOLD: StepScreen(actions.lift_hold, ReasonForm),
}
