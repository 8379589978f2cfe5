"""Every step of a request as a page with a form and a button; nothing happens before it is pressed."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.generic import FormView
from wagtail.admin import messages

from privacy.inbox.case.views import CaseScreen
from privacy.inbox.steps.letter_editing import EditedLetter
from privacy.inbox.steps.screens import SCREENS
from privacy.inbox.steps.step_form import StepScreen
from privacy.registers.choices import Permission
from privacy.rights.errors import ChangedMeanwhile, RightsError, StepNotPossible
from privacy.rights.models.requests import RequestItem
from privacy.rights.steps import Step, is_possible
from privacy.rights.workflow.actors import ActingPerson
from privacy.site_languages import language_now

MAX_DIGITS = 10  # of a version that a page carries


class StepScreenView(CaseScreen, FormView):
    """What the pages of all steps share: who may, the version that was read, and errors in words."""

    template_name = "privacy/admin/step.html"
    http_method_names = ["get", "head", "post"]
    step: Step = Step.TAKE_ON
    seen: int = 0
    changes: list[Any]

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Refuse those who may only read; tell in words when the step is not possible now."""
        if not self.reach.keys():
            raise PermissionDenied
        if not self.handled:
            raise PermissionDenied
        typed = request.POST.get("seen", "")
        self.seen = int(typed) if typed.isdecimal() and len(typed) < MAX_DIGITS else self.object.version
        self.changes = []
        if request.method != "POST" and not is_possible(self.step, self.object.state):
            messages.error(request, str(StepNotPossible(self.step, self.object.state)))
            return redirect(self.get_success_url())
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def handled(self) -> list[RequestItem]:
        """The items that the user may handle."""
        return self.case.items_with(Permission.HANDLE)

    @cached_property
    def acting(self) -> ActingPerson:
        """The user as the one who acts."""
        return ActingPerson.handler(self.request.user)

    def get_success_url(self) -> str:
        """Lead back to the case."""
        return reverse("privacy_requests:case", args=[self.object.number])

    def get_page_title(self) -> str:
        """Name the step."""
        return str(self.step.label)

    def get_page_subtitle(self) -> str:
        """Name the step and the request."""
        return _("%(step)s: %(number)s") % {"step": self.step.label, "number": self.object.number}

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Lead back to the case."""
        *before, own = super().get_breadcrumbs_items()
        return [*before, {**own, "url": self.get_success_url()}, {"url": "", "label": str(self.step.label)}]

    def get_form_kwargs(self) -> dict[str, Any]:
        """Add the case and who acts."""
        about = {"case": self.object, "items": self.handled, "acting": self.acting, "language": language_now()}
        return {**super().get_form_kwargs(), **about}

    def who(self) -> dict[str, Any]:
        """Give what every action takes."""
        return {"request": self.object, "acting": self.acting, "seen_version": self.seen}

    def refused(self, form: Any, error: RightsError) -> HttpResponse:
        """Tell in words what is wrong, with all that was typed; after a change, what it was and on what it stands."""
        if isinstance(error, ChangedMeanwhile):
            self.changes = list(error.events)
            self.object.refresh_from_db(fields=["state", "version", "due_on", "received_on"])
            self.seen = self.object.version
        form.add_step_error(error)
        return self.form_invalid(form)

    def done_words(self) -> str:
        """Tell what was recorded."""
        events = self.object.events.filter(version__gt=self.seen).order_by("pk")
        recorded = " · ".join(event.get_kind_display() for event in events)
        return _("Recorded: %(events)s.") % {"events": recorded or self.step.label}

    def done(self) -> HttpResponse:
        """Tell that it is done, and lead back to the case."""
        messages.success(self.request, self.done_words())
        return redirect(self.get_success_url())

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add what the form's page shows."""
        context = super().get_context_data(**kwargs)
        return {
            **context,
            "case": self.object,
            "seen": self.seen,
            "changes": self.changes,
            "action_url": self.request.path,
            "back": self.get_success_url(),
            "media": context["form"].media,
        }


class StepView(StepScreenView):
    """A step with a form of the table."""

    @property
    def screen(self) -> StepScreen:
        """The row of the table."""
        return SCREENS[self.step]

    def get_form_class(self) -> Any:
        """Give the form of the step."""
        return self.screen.form

    def get_initial(self) -> dict[str, Any]:
        """Begin with the letter that the case page named."""
        letter = self.request.GET.get("letter", "")
        return {"message": letter} if letter else {}

    def form_valid(self, form: Any) -> HttpResponse:
        """Take the step; one with a letter first shows it, ready to be edited."""
        values = {**self.who(), **form.values()}
        letter = EditedLetter(self.request)
        try:
            if self.screen.compose and not letter.is_checked:
                composed = self.screen.compose(**values)
                if composed is not None:
                    return self.render_to_response(self.get_context_data(form=form, **letter.shown(composed)))
            elif self.screen.compose:
                values["letter"] = letter.text
            self.screen.action(**values)
        except RightsError as error:
            return self.refused(form, error)
        return self.done()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the words of the step."""
        context = super().get_context_data(**kwargs)
        explanation = context["form"].remark()
        kept = EditedLetter(self.request).kept() if self.screen.compose and "letter_form" not in context else {}
        return {
            **context,
            **kept,
            "words": self.screen.words,
            "explanation": explanation,
            "submit_button_label": self.screen.button,
        }
