"""Leads a visitor through the request form: choose, tell, check, send; stateless, so nothing typed is lost."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import cached_property

from privacy.registers.models.registers import Register
from privacy.rights.actions import receive_request
from privacy.rights.choices import Relation, ReplyChannel, Right
from privacy.rights.errors import AlreadySent, RightsError
from privacy.rights.form.forms import ChoiceForm, DetailsForm, SendingForm
from privacy.rights.form.register_choices import RegisterChoices, unavailable_note
from privacy.rights.form.stamp import Stamp
from privacy.rights.form.summary import incoming_from_forms, summary_of
from privacy.rights.models.requests import RightsRequest
from privacy.rights.notice_snapshot import request_notice
from privacy.rights.submission.identity_codes import holds_identity_code
from privacy.rights.tokens import landing_token, token_hash
from privacy.site_languages import usable_language

RIGHTS, DETAILS, REVIEW, SEND = "rights", "details", "review", "send"
HONEYPOT = "company_fax"
MOST_ANSWERS = 100  # to one question with several choices


@dataclass(frozen=True, slots=True)
class FormOffer:
    """What a page offers to one visitor: registers, further questions, and what the visitor sees them in.

    The names of `extra_fields` begin with `extra_`. `context` gives what a page of the site shows, where one is shown.
    `form_page` is the record that a sent request came by.
    """

    registers: Sequence[Register]
    language: str
    extra_fields: Mapping[str, forms.Field]
    template: str
    context: Callable[[], Mapping[str, Any]]
    form_page: Any = None


class FormFlow:
    """One request of a browser to the form page."""

    def __init__(self, offer: FormOffer, request: HttpRequest) -> None:
        self.offer, self.request = offer, request
        self.notes: list[str] = []
        self.stamp = Stamp.from_post(request.POST)

    def respond(self) -> HttpResponse:
        """Answer with the step that fits, or send the request and redirect to its landing page."""
        if self.request.method != "POST":
            return self._show(RIGHTS, errors_of=())
        wanted = self.request.POST.get("go", DETAILS)
        if wanted == f"back-{RIGHTS}":
            return self._show(RIGHTS, errors_of=())
        if not self.choice_form.is_valid():
            return self._show(RIGHTS, errors_of=(self.choice_form,))
        if wanted in (DETAILS, f"back-{DETAILS}"):
            return self._show(DETAILS, errors_of=())
        if not self.details_form.is_valid():
            return self._show(DETAILS, errors_of=(self.details_form,))
        return self._send() if wanted == SEND else self._show(REVIEW, errors_of=())

    @cached_property
    def posted(self) -> QueryDict:
        """What was posted, each answer once: all of it is carried along in hidden fields."""
        posted = self.request.POST.copy()
        for name in posted:
            posted.setlist(name, list(dict.fromkeys(posted.getlist(name)))[:MOST_ANSWERS])
        return posted

    @cached_property
    def choices(self) -> RegisterChoices:
        return RegisterChoices(self.offer.registers, self.offer.language)

    @cached_property
    def choice_form(self) -> ChoiceForm:
        """The first step, with what was posted or what the link chose."""
        options: dict[str, Any] = {"choices": self.choices, "language": self.offer.language}
        if self.request.method == "POST":
            return ChoiceForm(self.posted, **options)
        return ChoiceForm(initial=self._initial_choice(), **options)

    def _initial_choice(self) -> dict[str, Any]:
        single, wanted = self.choices.single, self.request.GET.get("register", "")
        if wanted and wanted not in {str(offered.uuid) for offered in self.choices.registers}:
            self.notes.append(unavailable_note(wanted))
        rights = [right for right in self.request.GET.getlist("right") if right in Right.values]
        return {"register": str(single.uuid) if single else wanted, "rights": rights}

    @cached_property
    def details_form(self) -> DetailsForm:
        """The second step; unbound until the visitor has seen it."""
        chosen = self.choice_form.cleaned_data["rights"] if self.choice_form.is_valid() else ()
        options: dict[str, Any] = {"rights": chosen, "extra_fields": self.offer.extra_fields}
        if self.request.method == "POST" and "relation" in self.request.POST:
            return DetailsForm(self.posted, **options)
        initial = {
            "relation": Relation.SELF,
            "reply_channel": ReplyChannel.EMAIL,
            "reply_language": usable_language(self.offer.language),
        }
        return DetailsForm(initial=initial, **options)

    @cached_property
    def sending_form(self) -> SendingForm | None:
        """The question about a personal identity code, if one was typed."""
        if not self.details_form.is_bound or not self.details_form.is_valid():
            return None
        if not any(holds_identity_code(value) for value in self.details_form.cleaned_data.values()):
            return None
        posted = "identity_code" in self.request.POST or self.request.POST.get("go") == SEND
        return SendingForm(self.request.POST) if posted else SendingForm()

    def _send(self) -> HttpResponse:
        unanswered = self.sending_form is not None and not self.sending_form.is_valid()
        note = "" if unanswered else self.stamp.objection(honeypot=self.request.POST.get(HONEYPOT, ""))
        if unanswered or note:
            return self._not_yet(note)
        remove = self.sending_form is not None and self.sending_form.cleaned_data["identity_code"] == "remove"
        incoming = incoming_from_forms(self.choice_form, self.details_form, self.choices, remove_codes=remove)
        try:
            receive_request(incoming=incoming, form_page=self.offer.form_page, form_token=self.stamp.token)
        except AlreadySent:
            return self._landing()
        except RightsError as error:
            return self._not_yet(str(error))
        return self._landing()

    def _not_yet(self, note: str) -> HttpResponse:
        """Show the form once more; one that was sent before leads to its request, whatever is wrong with it now."""
        if RightsRequest.objects.filter(form_token_hash=token_hash(self.stamp.token)).exists():
            return self._landing()
        if note:
            self.notes.append(note)
        return self._show(REVIEW, errors_of=() if note else (self.sending_form,))

    def _request_notice_address(self) -> str:
        controllers = self.choices.controllers
        page = request_notice(controllers[0].pk, self.offer.language) if controllers else None
        return (page.get_url(self.request) or "") if page else ""

    def _landing(self) -> HttpResponse:
        """Redirect by 303, so that reloading the landing page sends nothing again."""
        address = reverse("privacy:received", args=[landing_token(self.stamp.token)])
        return HttpResponseRedirect(address, status=303)

    def _show(self, step: str, *, errors_of: tuple[Any, ...]) -> HttpResponse:
        self.choices.read_names()
        summary = summary_of(self.choice_form, self.details_form, self.choices) if step == REVIEW else []
        context = {
            **self.offer.context(),
            "step": step,
            "choice_form": self.choice_form,
            "details_form": self.details_form,
            "sending_form": self.sending_form if step == REVIEW else None,
            "errors": [(field.id_for_label, field.errors) for form in errors_of for field in form if field.errors],
            "notes": self.notes,
            "stamp": self.stamp.renewed(),
            "honeypot": HONEYPOT,
            "summary": summary,
            "single": self.choices.single,
            "request_register_notice": self._request_notice_address(),
        }
        response = render(self.request, self.offer.template, context)
        response.headers["Cache-Control"] = "no-store"
        return response
