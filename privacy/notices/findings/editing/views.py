"""Views of the page editor with what the checks add to them."""

from typing import Any

from wagtail.admin.views.pages.create import CreateView
from wagtail.admin.views.pages.edit import EditView
from wagtail.admin.views.pages.workflow import WorkflowActionView

from privacy.notices.findings.editing.refusing_views import saying_what_is_open
from privacy.notices.findings.side_panels import NoticeChecksSidePanel, with_checks


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
