"""The page "Record a request": what came by letter, telephone, visit or email."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext, gettext_lazy
from django.utils.translation import gettext_lazy as _
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.views.generic import WagtailAdminTemplateMixin

from privacy.inbox.scope import ScopedMixin
from privacy.inbox.steps.step_form import date_field, text_field
from privacy.registers.choices import Permission
from privacy.registers.models.registers import Register
from privacy.registers.models.translations import attach_texts
from privacy.rights.actions import record_request
from privacy.rights.choices import Channel, Relation, ReplyChannel, Right
from privacy.rights.errors import AlreadySent, RightsError
from privacy.rights.form.forms import SendingForm
from privacy.rights.form.register_choices import RegisterChoices
from privacy.rights.models.requests import RightsRequest
from privacy.rights.submission.identity_codes import holds_identity_code, without_identity_codes
from privacy.rights.submission.incoming import AskedItem, IncomingRequest, Person
from privacy.rights.tokens import looks_like_token, new_token, token_hash
from privacy.rights.workflow.actors import ActingPerson
from privacy.site_languages import language_choices, language_now

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
    language = forms.ChoiceField(label=_("Language of the answer"), choices=language_choices)

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
        typed = (str(self.data.get(name, "")) for name in self.fields) if self.is_bound else ()
        return any(holds_identity_code(text) for text in typed)

    def clean(self) -> dict[str, Any]:
        """Take out what looks like a personal identity code where the handler says so."""
        data = super().clean() or {}
        if data.get("identity_code") != "remove":
            return data
        return without_identity_codes(data)

    def incoming(self) -> IncomingRequest:
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
        return self.cleaned_data["received_on"]


class RecordView(ScopedMixin, WagtailAdminTemplateMixin, FormView):
    """Records a request that came by another road than the form."""

    template_name = "privacy/admin/record.html"
    form_class = RecordForm
    page_title = gettext_lazy("Record a request")
    header_icon = "mail"
    http_method_names = ["get", "head", "post"]

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not self.reach.keys(Permission.HANDLE):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def offered(self) -> RegisterChoices:
        """The registers in use that the user handles."""
        keys = self.reach.keys(Permission.HANDLE)
        usable = Register.objects.filter(pk__in=keys, live=True, retired_on__isnull=True, for_requests=False)
        registers = list(usable.select_related("controller").order_by("controller__name", "name"))
        attach_texts([record for register in registers for record in (register, register.controller)])
        return RegisterChoices(registers, language_now())

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        index = {"url": reverse("privacy_requests:index"), "label": gettext("Rights requests")}
        return [*super().get_breadcrumbs_items(), index, {"url": "", "label": str(self.page_title)}]

    def get_initial(self) -> dict[str, Any]:
        return {"received_on": timezone.localdate(), "language": language_now(), "reply_channel": "email"}

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "offered": self.offered}

    @property
    def token(self) -> str:
        """The mark of this form: pressing the button twice records once."""
        token = self.request.POST.get("form_token", "")
        return token if looks_like_token(token) else new_token()

    def form_valid(self, form: RecordForm) -> HttpResponse:
        token, acting = self.token, ActingPerson.handler(self.request.user)
        try:
            recorded = record_request(
                incoming=form.incoming(), acting=acting, received_on=form.received(), form_token=token
            )
        except AlreadySent:
            recorded = self.reach.requests().get(form_token_hash=token_hash(token))
        except RightsError as error:
            form.add_step_error(error)
            return self.form_invalid(form)
        self._tell(recorded)
        return redirect("privacy_requests:case", recorded.number)

    def _tell(self, recorded: RightsRequest) -> None:
        """Tell the number; where no email confirms the receipt, offer the confirmation on paper."""
        buttons = []
        if recorded.acknowledged_at is None:
            paper = reverse("privacy_requests:acknowledgement", args=[recorded.number])
            buttons.append(messages.button(paper, gettext("Print the confirmation of receipt")))
        text = gettext("Recorded with the number %(number)s.") % {"number": recorded.number}
        messages.success(self.request, text, buttons=buttons)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        return {
            **context,
            "token": self.token,
            "action_url": self.request.path,
            "submit_button_label": gettext("Record the request"),
            "media": context["form"].media,
        }
