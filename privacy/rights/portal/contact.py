"""The contact's own page of a case: opened by a code, changed by POST only."""

from collections.abc import Callable
from http import HTTPStatus
from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from privacy.rights.actions import (
    ask_clarification,
    ask_identity,
    confirm_identity,
    decline_request,
    open_case,
    record_answer,
    record_clarification,
    send_case_code,
    take_on_request,
)
from privacy.rights.actions.clarify import draft_question
from privacy.rights.choices import WAITING_STATES, State
from privacy.rights.code_links import find_case_link
from privacy.rights.deadlines.counting import local_date
from privacy.rights.deadlines.wording import explain_due_date
from privacy.rights.error_reports import hide_from_error_reports
from privacy.rights.errors import RightsError
from privacy.rights.models.access_links import CaseLink
from privacy.rights.models.attachments import attach_file
from privacy.rights.models.requests import RightsRequest
from privacy.rights.models.standard_texts import TextCode
from privacy.rights.portal.forms import AnswerForm, CodeForm, QuestionForm
from privacy.rights.portal.sheet import sheet_context
from privacy.rights.portal.views import private
from privacy.rights.submission.validation import MAX_TEXT
from privacy.rights.workflow.actors import ActingPerson
from privacy.rights.workflow.steps import possible_steps
from privacy.site_languages import spoken


def ask_person(
    *, request: RightsRequest, acting: ActingPerson, about: str, question: str, seen_version: int | None
) -> RightsRequest:
    """Send a contact's question; only a prompt one about identity stops the clock."""
    items = acting.items(request)
    who: dict[str, Any] = {"request": request, "acting": acting, "seen_version": seen_version}
    if about == "identity":
        return ask_identity(letter=draft_question(TextCode.IDENTITY_QUESTION, request, items, question=question), **who)
    letter = draft_question(TextCode.CLARIFICATION_QUESTION, request, items, question=question)
    return ask_clarification(letter=letter, **who)


def resume_request(*, request: RightsRequest, acting: ActingPerson, seen_version: int | None) -> RightsRequest:
    """Go on with a request whose question the person has answered, today."""
    if request.state == State.WAITING_IDENTITY:
        return confirm_identity(request=request, acting=acting, seen_version=seen_version)
    return record_clarification(request=request, acting=acting, seen_version=seen_version)


_OPEN = "privacy_open_cases"
_OPEN_SECONDS = 8 * 3600
_PASSED_ON = "privacy_case_passed_on"
MAX_DIGITS = 10  # of a version that a page carries


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def case(request: HttpRequest, token: str) -> HttpResponse:
    """Show a case to the contact whose link it is, once the code that was mailed to them is typed."""
    hide_from_error_reports(request)
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
        if not page.is_open():
            return private(HttpResponseRedirect(reverse("privacy:case", args=[token])))
        context = sheet_context(link.request, page.acting.items(link.request), link.language)
        return private(render(request, "privacy/case/sheet.html", context))


class CasePage:
    """One request of a browser to a contact's page."""

    def __init__(self, request: HttpRequest, link: CaseLink, token: str) -> None:
        self.request, self.link, self.token = request, link, token
        self.acting = ActingPerson.by_link(link)
        self.notes: list[str] = []

    def respond(self) -> HttpResponse:
        """Answer a visit or a button; every change is answered by a redirect."""
        if self.request.method != "POST":
            return self._case() if self.is_open() else self._door(CodeForm())
        wanted = self.request.POST.get("go", "")
        steps: dict[str, Callable[[], HttpResponse]] = {"code": self._send_code, "open": self._open}
        if self.is_open():
            steps |= {
                "take-on": lambda: self._step(take_on_request),
                "ask": self._ask,
                "resume": lambda: self._step(resume_request),
                "decline": self._decline,
                "answer": self._answer,
                "leave": self._leave,
            }
        return steps.get(wanted, self._back)()

    def _send_code(self) -> HttpResponse:
        if send_case_code(link=self.link):
            self.notes.append(_("We sent a code to your mailbox. It is valid for ten minutes."))
        else:
            self.notes.append(_("A code was sent a moment ago. Wait a minute before you ask for another."))
        return self._door(CodeForm(), sent=True)

    def _open(self) -> HttpResponse:
        form = CodeForm(self.request.POST)
        if form.is_valid() and open_case(link=self.link, code=form.cleaned_data["code"]):
            self.request.session.cycle_key()
            opened = self.request.session.get(_OPEN, {})
            self.request.session[_OPEN] = {**opened, str(self.link.pk): timezone.now().timestamp()}
            return self._back()
        if form.is_valid():
            form.add_error("code", _("The code is not right or not valid any more. Ask for a new one if needed."))
        return self._door(form, sent=True)

    def _step(self, step: Callable[..., Any], **values: Any) -> HttpResponse:
        """Take a step; one that is not possible is told in words on the page as it is now."""
        try:
            step(**self._who(), **values)
        except RightsError as error:
            self.notes.append(str(error))
            self.link.request.refresh_from_db()
            return self._case()
        return self._back()

    def _who(self) -> dict[str, Any]:
        seen = self.request.POST.get("seen", "")
        version = int(seen) if seen.isdecimal() and len(seen) < MAX_DIGITS else None
        return {"request": self.link.request, "acting": self.acting, "seen_version": version}

    def _ask(self) -> HttpResponse:
        form = QuestionForm(self.request.POST)
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
        return self._back()

    def _leave(self) -> HttpResponse:
        self.request.session.pop(_OPEN, None)
        return self._back()

    def is_open(self) -> bool:
        """Tell whether this browser opened the case by its code, in the last eight hours."""
        opened_at = self.request.session.get(_OPEN, {}).get(str(self.link.pk), 0)
        return timezone.now().timestamp() - opened_at < _OPEN_SECONDS

    def _back(self) -> HttpResponse:
        return HttpResponseRedirect(reverse("privacy:case", args=[self.token]), status=303)

    def _door(self, form: CodeForm, *, sent: bool = False) -> HttpResponse:
        context = {"form": form, "sent": sent, "notes": self.notes, "language": self.link.language}
        return render(self.request, "privacy/case/code.html", context)

    def _answer_form(self, *data: Any) -> AnswerForm:
        items = [item for item in self.acting.items(self.link.request) if not item.outcome]
        today = local_date(timezone.now(), self.link.request.controller.time_zone)
        return AnswerForm(*data, items=items, language=self.link.language, initial={"answered_on": today})

    def _case(self, form: AnswerForm | None = None, *, question_form: QuestionForm | None = None) -> HttpResponse:
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
            "question_form": question_form or QuestionForm(),
            "answer_form": (form or self._answer_form()) if to_answer else None,
            "events": found.events.all(),
            "notes": self.notes,
        }
        return render(self.request, "privacy/case/case.html", context)
