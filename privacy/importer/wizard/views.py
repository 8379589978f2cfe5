"""The screens of an import: what is read, and the plan that an editor looks through before the draft is made."""

from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views import View
from django.views.generic import FormView, TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic import WagtailAdminTemplateMixin
from wagtail.models import Page

from privacy.importer.actions import begin_import, cancel_import, change_import, finish_import
from privacy.importer.create_records import NothingToAnswerFor
from privacy.importer.permissions import parents_for
from privacy.importer.plan import ImportPlan, PlannedContact, PlannedController, PlannedRegister
from privacy.importer.section_edits import merge_section, set_section_aside, split_section, take_in
from privacy.importer.sessions import ImportSession, TooLarge
from privacy.importer.wizard.forms import ReadForm
from privacy.importer.wizard.plan_forms import PlanForms
from privacy.importer.wizard.preview import findings_of, has_no_mailbox, set_aside_of, views_of
from privacy.languages import primary

_ROWS = {"controllers": PlannedController, "contacts": PlannedContact, "registers": PlannedRegister}


def change_plan(plan: ImportPlan, button: str) -> str:
    """Do what a button says and give the id of the place to show; words that say nothing change nothing.

    Buttons: split:SECTION:PARAGRAPH, merge:SECTION, aside:SECTION, take:NUMBER, add:KIND.
    """
    word, _colon, rest = button.partition(":")
    what, _colon, number = rest.partition(":")
    section: str | None = None
    if word == "split" and number.isdecimal():
        section = split_section(plan, what, int(number))
    elif word == "merge":
        section = merge_section(plan, what)
    elif word == "aside":
        section = _after(plan, what)
        set_section_aside(plan, what)
    elif word == "take" and what.isdecimal():
        section = take_in(plan, int(what))
    elif word == "add" and what in _ROWS:
        getattr(plan, what).append(_ROWS[what]())
        return f"{what}-{len(getattr(plan, what)) - 1}"
    return f"section-{section}" if section else ""


def _after(plan: ImportPlan, section_id: str) -> str | None:
    """Give the section that is beside one that goes away."""
    place = plan.place_of(section_id)
    beside = [] if place is None else plan.sections[place + 1 : place + 2] or plan.sections[max(place - 1, 0) : place]
    return beside[0].id if beside else None


MADE = gettext_lazy("The draft was made. Compare it with the original; the privacy checks tell what is still missing.")


class ImportMixin(WagtailAdminTemplateMixin, View):
    """Lets in who may add a notice under some list, and the records that it needs."""

    page_title = gettext_lazy("Import a notice")
    header_icon = "download"

    @cached_property
    def parents(self) -> list[Page]:
        """The lists that the user may add a notice to."""
        return parents_for(self.request.user)

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Refuse users without the rights."""
        if not self.parents:
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def parent_for(self, key: Any, language: str) -> Page:
        """Give the list with a key if it is one of them, otherwise the first in a language, otherwise the first."""
        asked = [page for page in self.parents if str(page.pk) == str(key)]
        spoken = [page for page in self.parents if primary(page.locale.language_code) == primary(language)]
        return (asked + spoken + self.parents)[0]

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Lead back to the dashboard."""
        return [*super().get_breadcrumbs_items(), {"url": "", "label": self.page_title}]


class ReadView(ImportMixin, FormView):
    """Takes a file or pasted text."""

    template_name = "privacy/admin/importer/read.html"
    form_class = ReadForm

    def form_valid(self, form: ReadForm) -> HttpResponse:
        """Keep what was read and show it."""
        parent = self.parent_for(self.request.GET.get("parent"), form.notice.language)
        try:
            session = begin_import(notice=form.notice, parent=parent, user=self.request.user)
        except TooLarge as error:
            form.add_error(None, str(error))
            return self.form_invalid(form)
        return redirect("privacy_importer:plan", session.uuid)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add what Wagtail's form template asks for."""
        context = super().get_context_data(**kwargs)
        return {
            **context,
            "action_url": self.request.get_full_path(),
            "submit_button_label": _("Read the notice"),
            "submit_button_active_label": _("Reading…"),
            "media": context["form"].media,
        }


class PlanView(ImportMixin, TemplateView):
    """Shows what was read; every button sends the whole form, so nothing that was typed is lost."""

    template_name = "privacy/admin/importer/plan.html"

    @cached_property
    def import_session(self) -> ImportSession:
        """The import under way; those of other users do not exist."""
        return get_object_or_404(ImportSession.objects.of(self.request.user), uuid=self.kwargs["uuid"])

    def forms_for(self, data: Any = None) -> PlanForms:
        """Give the forms of the plan."""
        plan = ImportPlan.from_data(self.import_session.data)
        return PlanForms(plan, parents=self.parents, user=self.request.user, data=data)

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Show the plan."""
        return self.render_to_response(self.get_context_data(forms=self.forms_for()))

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Keep what was typed and do what the button says."""
        button = request.POST.get("do", "")
        if button == "cancel":
            cancel_import(session=self.import_session)
            messages.success(request, _("The import was cancelled. Nothing was made."))
            return redirect("privacy_importer:read")
        forms = self.forms_for(request.POST)
        anchor = "" if button == "create" else change_plan(forms.plan, button)
        try:
            change_import(session=self.import_session, plan=forms.plan)
        except TooLarge as error:
            messages.error(request, str(error))
            return self.show_again(forms)
        if button == "create":
            return self.create(forms)
        if button == "save":
            messages.success(request, _("Your changes are kept for one day from the reading of the document."))
        return redirect(
            f"{reverse('privacy_importer:plan', args=[self.import_session.uuid])}{'#' if anchor else ''}{anchor}"
        )

    def create(self, forms: PlanForms) -> HttpResponse:
        """Make the draft and lead to its editor; with errors, show everything again as it was typed."""
        if not forms.is_valid():
            messages.error(self.request, _("The draft was not made. Look at the fields with errors."))
            return self.show_again(forms)
        parent = forms.take_cleaned()
        try:
            result = finish_import(session=self.import_session, plan=forms.plan, parent=parent, user=self.request.user)
        except NothingToAnswerFor:
            messages.error(self.request, _("The draft was not made. Add the controller: who answers for the data?"))
            return self.show_again(forms)
        except ValidationError as error:
            messages.error(self.request, " ".join(error.messages))
            return self.show_again(forms)
        except ImportSession.DoesNotExist:
            messages.warning(self.request, _("This notice has been imported already."))
            return redirect("privacy_importer:read")
        messages.success(self.request, MADE)
        if not all(register.live for register in result.registers):
            told = _("The register is a draft: somebody with the right to publish it has to do so first.")
            messages.warning(self.request, told)
        return redirect("wagtailadmin_pages:edit", result.page.pk)

    def show_again(self, forms: PlanForms) -> HttpResponse:
        """Show the plan with its errors."""
        return self.render_to_response(self.get_context_data(forms=forms))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add what the template shows."""
        forms: PlanForms = kwargs["forms"]
        chosen = next((page for page in self.parents if page.pk == forms.plan.parent), self.parents[0])
        return {
            **super().get_context_data(**kwargs),
            "action_url": reverse("privacy_importer:plan", args=[self.import_session.uuid]),
            "media": forms.media,
            "plan": forms.plan,
            "sections": list(views_of(forms)),
            "set_aside": set_aside_of(forms.plan),
            "findings": findings_of(forms.plan),
            "no_mailbox": has_no_mailbox(forms.plan),
            "other_language": primary(chosen.locale.language_code) != primary(forms.plan.language),
            "place_language": chosen.locale.get_display_name(),
        }
