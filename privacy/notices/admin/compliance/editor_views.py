"""Views of the page editor with what the checks add to them."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.modal_workflow import render_modal_workflow
from wagtail.admin.ui.components import MediaContainer
from wagtail.admin.ui.side_panels import BaseSidePanel
from wagtail.admin.views.pages.create import CreateView
from wagtail.admin.views.pages.edit import EditView
from wagtail.admin.views.pages.workflow import WorkflowActionView

from privacy.notices.compliance.evaluate import check_page
from privacy.notices.compliance.gate import PublicationBlocked
from privacy.notices.compliance.presentation import Presented


class NoticeChecksSidePanel(BaseSidePanel):
    """What the checks find in the draft; its button counts the open errors."""

    class SidePanelToggle(BaseSidePanel.SidePanelToggle):
        """The button, with the number of open errors."""

        aria_label = _("Privacy checks")
        icon_name = "clipboard-list"
        counter_classname = "w-bg-critical-200"

        def get_context_data(self, parent_context: Any) -> dict[str, Any]:
            """Add the count."""
            checked = self.panel.checked
            return {**super().get_context_data(parent_context), "count": checked.errors if checked else 0}

    name = "privacy-checks"
    title = _("Privacy checks")
    template_name = "privacy/admin/checks/side_panel.html"
    order = 250

    @cached_property
    def checked(self) -> Presented | None:
        """Check the draft once; None while it was not saved."""
        return Presented(check_page(self.object)) if self.object.pk else None

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        """Add the findings."""
        return {**super().get_context_data(parent_context), "checked": self.checked}


def with_checks(panels: Any, panel: NoticeChecksSidePanel) -> MediaContainer:
    """Give side panels with ours among them."""
    return MediaContainer([*panels, panel])


Dispatch = Callable[..., Any]


def saying_what_is_open(dispatch: Dispatch) -> Dispatch:
    """Take a step as a whole or not at all: a task is not approved when its publication is refused."""

    @wraps(dispatch)
    def dispatch_in_words(view: Any, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        if request.method != "POST":
            return dispatch(view, request, *args, **kwargs)
        try:
            with transaction.atomic():
                return dispatch(view, request, *args, **kwargs)
        except PublicationBlocked as blocked:
            messages.error(request, " ".join(blocked.messages))
            return _lead_to_editor(request, args[0] if args else kwargs["page_id"])

    return dispatch_in_words


def _lead_to_editor(request: HttpRequest, page_id: int) -> HttpResponse:
    if request.headers.get("x-requested-with") != "XMLHttpRequest":
        return redirect("wagtailadmin_pages:edit", page_id)
    # Wagtail's dialogue of a decision goes where it is told.
    address = reverse("wagtailadmin_pages:edit", args=[page_id])
    return render_modal_workflow(request, "", None, {}, json_data={"step": "success", "redirect": address})


class NoticeWorkflowActionView(WorkflowActionView):
    """A decision on a step of a workflow, which may publish."""

    dispatch = saying_what_is_open(WorkflowActionView.dispatch)


class NoticeEditView(EditView):
    """The editor with the checks beside it; autosave renews them."""

    dispatch = saying_what_is_open(EditView.dispatch)

    def get_side_panels(self) -> Any:
        """Add ours."""
        return with_checks(super().get_side_panels(), NoticeChecksSidePanel(self.page, self.request))


class NoticeCreateView(CreateView):
    """The editor of a notice that was not saved yet: the first autosave fills the side panel."""

    def get_side_panels(self) -> Any:
        """Add ours."""
        return with_checks(super().get_side_panels(), NoticeChecksSidePanel(self.page, self.request))
