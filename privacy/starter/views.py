"""The screens of getting started: the form, and what is left to do afterwards."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView, TemplateView
from wagtail.admin import messages
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.admin.views.generic import WagtailAdminTemplateMixin

from privacy.registers.models.registers import Register
from privacy.starter.actions import AlreadyStarted, start_organisation
from privacy.starter.forms import Offers, StarterForm
from privacy.starter.permissions import starting_offers
from privacy.starter.remaining import Left, TaskKind, what_is_left


class StartView(WagtailAdminTemplateMixin, FormView):
    """Asks once and makes everything."""

    template_name = "privacy/admin/starter/form.html"
    form_class = StarterForm
    page_title = gettext_lazy("Get started with privacy notices")
    header_icon = "form"

    @cached_property
    def offers(self) -> Offers:
        """Where and in which languages the user may get started."""
        return starting_offers(self.request.user)

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Refuse users without the rights; lead back to the dashboard when there is a register."""
        if not self.offers:
            if Register.objects.exists():
                return self._already_started(AlreadyStarted())
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Lead back to the dashboard."""
        return [*super().get_breadcrumbs_items(), {"url": "", "label": self.page_title}]

    def get_form_kwargs(self) -> dict[str, Any]:
        """Add where the user may get started."""
        return {**super().get_form_kwargs(), "offers": self.offers}

    def form_valid(self, form: StarterForm) -> HttpResponse:
        """Make everything and show what is left."""
        site = form.cleaned_data["site"]
        try:
            result = start_organisation(answers=form.answers(), site=site, user=self.request.user)
        except AlreadyStarted as error:
            return self._already_started(error)
        messages.success(self.request, _("Everything is in place. This page lists what is left to do."))
        return redirect("privacy_starter:left", result.register.pk)

    def _already_started(self, error: AlreadyStarted) -> HttpResponse:
        messages.warning(self.request, str(error))
        return redirect("wagtailadmin_home")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add what Wagtail's form template asks for."""
        context = super().get_context_data(**kwargs)
        return {
            **context,
            "action_url": reverse("privacy_starter:start"),
            "submit_button_label": _("Make everything"),
            "submit_button_active_label": _("Making…"),
            "media": context["form"].media,
        }


@dataclass(frozen=True, slots=True)
class Task:
    """What is left to do in one record or page: where to do it, and the sections concerned."""

    record: Any
    kind: TaskKind
    url: str
    sections: list[tuple[str, str]]

    @property
    def language(self) -> str:
        """The language of a page, by name; empty for records, which have all languages."""
        locale = getattr(self.record, "locale", None)
        return locale.get_display_name() if locale else ""


class LeftView(WagtailAdminTemplateMixin, TemplateView):
    """Lists what is left to do for a register, with links to where it is done."""

    template_name = "privacy/admin/starter/left.html"
    page_title = gettext_lazy("What is left to do")
    header_icon = "tasks"

    @cached_property
    def register(self) -> Register:
        """The register that was made."""
        return get_object_or_404(Register.objects.select_related("controller"), pk=self.kwargs["pk"])

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Refuse users who may not edit registers."""
        if not request.user.has_perm("privacy.change_register"):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_page_subtitle(self) -> str:
        """Name the register."""
        return self.register.name

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Lead back to the dashboard."""
        here = {"url": "", "label": self.page_title, "sublabel": self.register.name}
        return [*super().get_breadcrumbs_items(), here]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the tasks, one for every record or page."""
        tasks = list(tasks_of(what_is_left(self.register), AdminURLFinder(self.request.user)))
        return {**super().get_context_data(**kwargs), "tasks": tasks}


def _anchor(one: Left) -> str:
    return f"#block-{one.block_id}-section" if one.block_id else ""


def tasks_of(left: list[Left], finder: AdminURLFinder) -> Iterator[Task]:
    """Give the things to do grouped by where they are done, each section with a link to its place in the editor."""
    for (kind, record), tasks in groupby(left, key=lambda one: (one.kind, one.record)):
        url = finder.get_edit_url(record) or ""
        anchors = [(one.heading, url + _anchor(one)) for one in tasks if one.heading]
        yield Task(record, kind, url, anchors)
