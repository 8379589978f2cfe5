"""The form by which a handler records a request that came by letter, telephone, visit or email."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from privacy.inbox.steps.base_forms import date_field, text_field
from privacy.registers.choices import Language
from privacy.rights.choices import Channel, Relation, ReplyChannel, Right
from privacy.rights.form.forms import SendingForm
from privacy.rights.form.register_choices import RegisterChoices
from privacy.rights.submission.identity_codes import find_identity_codes, remove_identity_codes
from privacy.rights.submission.incoming import AskedItem, IncomingRequest, Person

CHANNELS = [(channel.value, channel.label) for channel in (Channel.PHONE, Channel.LETTER, Channel.VISIT, Channel.EMAIL)]
RELATIONS = [
    (Relation.SELF.value, _("The person's own data")),
    (Relation.GUARDIAN.value, _("The person is the guardian of a child")),
    (Relation.ADULT_GUARDIAN.value, _("The person is a legal guardian")),
    (Relation.AUTHORISED.value, _("The person has an authorisation")),
    (Relation.DECEASED.value, _("The data of a person who has died")),
]


class RecordForm(forms.Form):
    """Who asks what of which register, by what road it came, and on which day."""

    error_fields = {
        "DayNotPossible": "received_on",
        "PersonNotGiven": "name",
        "ReplyAddressMissing": "reply_channel",
        "EmailNotValid": "email",
    }
    channel = forms.ChoiceField(
        label=_("How did the request come?"), choices=CHANNELS, widget=forms.RadioSelect, initial=Channel.PHONE
    )
    received_on = date_field(
        _("Day of receipt"),
        help_text=_("The day it reached the organisation, whoever took it: the time limit runs from it."),
    )
    register = forms.ChoiceField(label=_("Register"), choices=[])
    rights = forms.MultipleChoiceField(
        label=_("What does the person want?"), choices=Right.choices, widget=forms.CheckboxSelectMultiple
    )
    message = text_field(
        _("What the person said or wrote"), required=False, help_text=_("Leave identity codes and health data out.")
    )
    name = forms.CharField(label=_("Name"), max_length=200, required=False)
    finding_details = forms.CharField(
        label=_("What we can find the person by"),
        max_length=500,
        required=False,
        help_text=_("Such as a customer number or the telephone number that is meant."),
    )
    relation = forms.ChoiceField(label=_("Whose data?"), choices=RELATIONS, initial=Relation.SELF)
    subject_name = forms.CharField(
        label=_("Name of that other person"),
        max_length=200,
        required=False,
        help_text=_("If not the person's own data."),
    )
    reply_channel = forms.ChoiceField(
        label=_("How does the person want the answer?"), choices=ReplyChannel.choices, widget=forms.RadioSelect
    )
    email = forms.EmailField(label=_("Email"), required=False)
    phone = forms.CharField(label=_("Telephone"), max_length=60, required=False)
    postal_address = forms.CharField(label=_("Postal address"), max_length=300, required=False)
    language = forms.ChoiceField(label=_("Language of the answer"), choices=Language.choices)

    def __init__(self, *args: Any, offered: RegisterChoices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offered = offered
        field: Any = self.fields["register"]
        field.choices = [("", "—"), *offered.options]
        if self._holds_identity_code():
            self.fields["identity_code"] = SendingForm().fields["identity_code"]
            # First: below a long form nobody would see what is asked.
            self.order_fields(["identity_code"])

    def _holds_identity_code(self) -> bool:
        """Tell whether something that was typed looks like a personal identity code."""
        typed = (str(self.data.get(name, "")) for name in self.fields) if self.is_bound else ()
        return any(find_identity_codes(text) for text in typed)

    def clean(self) -> dict[str, Any]:
        """Take out what looks like a personal identity code where the handler says so."""
        data = super().clean() or {}
        if data.get("identity_code") != "remove":
            return data
        return {name: remove_identity_codes(value) if isinstance(value, str) else value for name, value in data.items()}

    def incoming(self) -> IncomingRequest:
        """Give what came in, as plain values."""
        data = self.cleaned_data
        controller, register, all_registers = self.offered.meaning(data["register"])
        own = data["relation"] == Relation.SELF
        return IncomingRequest(
            controller=controller,
            items=[AskedItem(Right(right), register, all_registers) for right in data["rights"]],
            requester=Person(
                **{key: data[key] for key in ("name", "finding_details", "email", "phone", "postal_address")}
            ),
            language=data["language"],
            reply_channel=ReplyChannel(data["reply_channel"]),
            channel=Channel(data["channel"]),
            relation=Relation(data["relation"]),
            data_subject=None if own else Person(name=data["subject_name"]),
            message=data["message"],
        )

    def add_step_error(self, error: Exception) -> None:
        """Tell an error of the action beside the field it is about."""
        self.add_error(self.error_fields.get(type(error).__name__), str(error))

    def received(self) -> date:
        """Give the day of receipt."""
        return self.cleaned_data["received_on"]
