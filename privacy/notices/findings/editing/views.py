"""Views of the page editor with what the checks add to them."""

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from wagtail.admin.views.pages.create import CreateView
from wagtail.admin.views.pages.edit import EditView
from wagtail.admin.views.pages.workflow import WorkflowActionView

from privacy.notices.checking.gate import PublicationBlocked
from privacy.notices.findings.side_panels import NoticeChecksSidePanel, with_checks


class SaysWhatIsOpen:
    """Answers in words, not with an error page, when a step would publish what the site does not publish."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Take the step as a whole or not at all: a task is not approved when its publication is refused."""
        if request.method != "POST":
            return super().dispatch(request, *args, **kwargs)  # type: ignore[misc]
        try:
            with transaction.atomic():
                return super().dispatch(request, *args, **kwargs)  # type: ignore[misc]
        except PublicationBlocked as blocked:
            messages.error(request, " ".join(blocked.messages))
            return redirect("wagtailadmin_pages:edit", args[0] if args else kwargs["page_id"])


class NoticeWorkflowActionView(SaysWhatIsOpen, WorkflowActionView):
    """A decision on a step of a workflow."""


class NoticeEditView(SaysWhatIsOpen, EditView):
    """The editor with the checks beside it; autosave renews them."""

    def get_side_panels(self) -> Any:
        """Add ours."""
        return with_checks(super().get_side_panels(), NoticeChecksSidePanel(self.page, self.request))


class NoticeCreateView(CreateView):
    """The editor of a notice that was not saved yet: the first autosave fills the side panel."""

    def get_side_panels(self) -> Any:
        """Add ours."""
        return with_checks(super().get_side_panels(), NoticeChecksSidePanel(self.page, self.request))
