"""Before Wagtail 8 no view of the page editor can be replaced: those that may publish are wrapped in place."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest
from wagtail.admin.views.pages import edit, workflow

from privacy.notices.admin.compliance.refused_steps import saying_what_is_open
from privacy.notices.pages.notice import NoticePage


def wrap_views() -> None:
    """Let the editor and the decisions of workflows say what is open; called once, when the admin is loaded."""
    for view in (edit.EditView, workflow.WorkflowAction):
        view.dispatch = _of_notices(view.dispatch)


def _of_notices(dispatch: Callable[..., Any]) -> Callable[..., Any]:
    """Leave pages of other types to Wagtail alone."""
    in_words = saying_what_is_open(dispatch)

    @wraps(dispatch)
    def chosen(view: Any, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        page = args[0] if args else kwargs["page_id"]
        is_notice = request.method == "POST" and NoticePage.objects.filter(pk=page).exists()
        return (in_words if is_notice else dispatch)(view, request, *args, **kwargs)

    return chosen
