"""Before Wagtail 8 no view of the page editor can be replaced: those that may publish are wrapped in place."""

from wagtail.admin.views.pages import edit, workflow

from privacy.notices.findings.editing.refusing_views import saying_what_is_open


def wrap_views() -> None:
    """Let the editor and the decisions of workflows say what is open; called once, when the admin is loaded."""
    for view in (edit.EditView, workflow.WorkflowAction):
        view.dispatch = saying_what_is_open(view.dispatch)
