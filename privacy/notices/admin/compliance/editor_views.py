"""Views of the page editor with what the checks add to them; since Wagtail 8 (see older_editor_views.py)."""

from typing import Any

from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.components import MediaContainer
from wagtail.admin.ui.side_panels import BaseSidePanel
from wagtail.admin.views.pages.create import CreateView
from wagtail.admin.views.pages.edit import EditView
from wagtail.admin.views.pages.workflow import WorkflowActionView

from privacy.notices.admin.compliance.refused_steps import saying_what_is_open
from privacy.notices.compliance.evaluate import check_page
from privacy.notices.compliance.presentation import Presented


class NoticeChecksSidePanel(BaseSidePanel):
    """What the checks find in the draft; its button counts the open errors."""

    class SidePanelToggle(BaseSidePanel.SidePanelToggle):
        """The button, with the number of open errors."""

        aria_label = _("Privacy checks")
        icon_name = "clipboard-list"
        counter_classname = "w-bg-critical-200"

        def get_context_data(self, parent_context: Any) -> dict[str, Any]:
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
        return {**super().get_context_data(parent_context), "checked": self.checked}


def with_checks(panels: Any, panel: NoticeChecksSidePanel) -> MediaContainer:
    """Give side panels with ours among them."""
    return MediaContainer([*panels, panel])


class NoticeWorkflowActionView(WorkflowActionView):
    """A decision on a step of a workflow, which may publish."""

    dispatch = saying_what_is_open(WorkflowActionView.dispatch)


class NoticeEditView(EditView):
    """The editor with the checks beside it; autosave renews them."""

    dispatch = saying_what_is_open(EditView.dispatch)

    def get_side_panels(self) -> Any:
        return with_checks(super().get_side_panels(), NoticeChecksSidePanel(self.page, self.request))


class NoticeCreateView(CreateView):
    """The editor of a notice that was not saved yet: the first autosave fills the side panel."""

    def get_side_panels(self) -> Any:
        return with_checks(super().get_side_panels(), NoticeChecksSidePanel(self.page, self.request))
