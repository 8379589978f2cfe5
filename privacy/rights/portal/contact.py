"""The contact's own page of a case: opened by a code, changed by POST only."""

from collections.abc import Callable
from http import HTTPStatus
from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone, translation
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from privacy.rights.actions import (
    ask_clarification,
    ask_identity,
    confirm_identity,
    decline_request,
    record_answer,
    record_clarification,
    take_on_request,
)
from privacy.rights.actions.clarify import compose_question
from privacy.rights.choices import WAITING_STATES, State
from privacy.rights.code_links import find_case_link
from privacy.rights.deadlines.counting import local_date
from privacy.rights.deadlines.wording import explain_due_date
from privacy.rights.errors import RightsError
from privacy.rights.models.access_links import CaseLink
from privacy.rights.models.attachments import attach_file
from privacy.rights.models.requests import RightsRequest
from privacy.rights.models.standard_texts import TextCode
from privacy.rights.portal.door import CaseDoor
from privacy.rights.portal.forms import ContactQuestionForm, RecordedAnswerForm
from privacy.rights.portal.sheet import sheet_context
from privacy.rights.portal.views import private
from privacy.rights.steps import possible_steps
from privacy.rights.submission.validation import MAX_TEXT
from privacy.rights.workflow.actors import ActingPerson
from privacy.site_languages import spoken


def ask_person(
    *, request: RightsRequest, acting: ActingPerson, about: str, question: str, seen_version: int | None
) -> RightsRequest:
    """Send a contact's question; only a prompt one about identity stops the clock."""
    items = acting.items(request)
    who: dict[str, Any] = {"request": request, "acting": acting, "seen_version": seen_version}
    if about == "identity":
        return ask_identity(
            letter=compose_question(TextCode.IDENTITY_QUESTION, request, items, question=question), **who
        )
    letter = compose_question(TextCode.CLARIFICATION_QUESTION, request, items, question=question)
    return ask_clarification(letter=letter, **who)


def resume_request(*, request: RightsRequest, acting: ActingPerson, seen_version: int | None) -> RightsRequest:
    """Go on with a request whose question the person has answered, today."""
    if request.state == State.WAITING_IDENTITY:
        return confirm_identity(request=request, acting=acting, seen_version=seen_version)
    return record_clarification(request=request, acting=acting, seen_version=seen_version)


_PASSED_ON = "privacy_case_passed_on"
MAX_DIGITS = 10  # of a version that a page carries


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@sensitive_post_parameters()
def case(request: HttpRequest, token: str) -> HttpResponse:
    """Show a case to the contact whose link it is, once the code that was mailed to them is typed."""
    link = find_case_link(token)
    if link is None:
        # The language of the link that was just closed, for the one page that says so.
        language = request.session.pop(_PASSED_ON, "")
        with translation.override(language or translation.get_language()):
            context = {"passed_on": bool(language)}
            return private(render(request, "privacy/case/closed_link.html", context, status=404))
    with translation.override(spoken(link.language)):
        page = CasePage(request, link, token)
        return private(page.respond())


@require_safe
@never_cache
def sheet(request: HttpRequest, token: str) -> HttpResponse:
    """Show an opened case as a sheet to print, for a contact without email who answers by hand."""
    link = find_case_link(token)
    if link is None:
        return private(render(request, "privacy/case/closed_link.html", status=404))
    with translation.override(spoken(link.language)):
        page = CasePage(request, link, token)
        if not page.door.is_open():
            return private(HttpResponseRedirect(reverse("privacy:case", args=[token])))
        context = sheet_context(link.request, page.acting.items(link.request), link.language)
        return private(render(request, "privacy/case/sheet.html", context))


class CasePage:
    """One request of a browser to a contact's page."""

    def __init__(self, request: HttpRequest, link: CaseLink, token: str) -> None:
        self.request, self.link, self.token = request, link, token
        self.door = CaseDoor(request, link, token)
        self.acting = ActingPerson.by_link(link)
        self.notes: list[str] = []

    def respond(self) -> HttpResponse:
        """Answer a visit or a button; every change is answered by a redirect."""
        if self.request.method != "POST":
            return self._case() if self.door.is_open() else self.door.show()
        wanted = self.request.POST.get("go", "")
        steps: dict[str, Callable[[], HttpResponse]] = {"code": self.door.send, "open": self.door.open}
        if self.door.is_open():
            steps |= {
                "take-on": lambda: self._step(take_on_request),
                "ask": self._ask,
                "resume": lambda: self._step(resume_request),
                "decline": self._decline,
                "answer": self._answer,
                "leave": self.door.leave,
            }
        return steps.get(wanted, self.door.back)()

    def _step(self, step: Callable[..., Any], **values: Any) -> HttpResponse:
        """Take a step; one that is not possible is told in words on the page as it is now."""
        try:
            step(**self._who(), **values)
        except RightsError as error:
            self.notes.append(str(error))
            self.link.request.refresh_from_db()
            return self._case()
        return self.door.back()

    def _who(self) -> dict[str, Any]:
        seen = self.request.POST.get("seen", "")
        version = int(seen) if seen.isdecimal() and len(seen) < MAX_DIGITS else None
        return {"request": self.link.request, "acting": self.acting, "seen_version": version}

    def _ask(self) -> HttpResponse:
        form = ContactQuestionForm(self.request.POST)
        if not form.is_valid():
            return self._case(question_form=form)
        return self._step(ask_person, **form.cleaned_data)

    def _decline(self) -> HttpResponse:
        reason = self.request.POST.get("reason", "")[:MAX_TEXT].replace("\x00", "")
        response = self._step(decline_request, reason=reason)
        if response.status_code == HTTPStatus.SEE_OTHER:
            self.request.session[_PASSED_ON] = self.link.language
        return response

    def _answer(self) -> HttpResponse:
        form = self._answer_form(self.request.POST, self.request.FILES)
        if not form.is_valid():
            return self._case(form)
        data = form.cleaned_data
        fields = {name: data[name] for name in ("answered_on", "channel", "identity", "recipients_told")}
        try:
            with transaction.atomic():
                record_answer(**self._who(), answers=form.answers(), **fields)
                if data["copy"]:
                    attach_file(self.link.request, data["copy"], register=self.link.register)
        except RightsError as error:
            form.add_error(None, str(error))
            self.link.request.refresh_from_db()
            return self._case(form)
        return self.door.back()

    def _answer_form(self, *data: Any) -> RecordedAnswerForm:
        items = [item for item in self.acting.items(self.link.request) if not item.outcome]
        today = local_date(timezone.now(), self.link.request.controller.time_zone)
        return RecordedAnswerForm(*data, items=items, language=self.link.language, initial={"answered_on": today})

    def _case(
        self, form: RecordedAnswerForm | None = None, *, question_form: ContactQuestionForm | None = None
    ) -> HttpResponse:
        found = self.link.request
        language = self.link.language
        items = self.acting.items(found)
        to_answer = found.is_open and any(not item.outcome for item in items)
        context = {
            "link": self.link,
            "case": found,
            "items": items,
            "persons": found.persons.all(),
            "language": language,
            "explanation": explain_due_date(found, language),
            "token": self.token,
            "can": {step.value for step in possible_steps(found.state, by_contact=True)} if to_answer else set(),
            "waiting": found.state in WAITING_STATES,
            "question_form": question_form or ContactQuestionForm(),
            "answer_form": (form or self._answer_form()) if to_answer else None,
            "events": found.events.all(),
            "notes": self.notes,
        }
        return render(self.request, "privacy/case/case.html", context)
