"""Wagtail's bulk deletion and publishing of pages, which here know of versions and of open errors."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin import messages
from wagtail.admin.views.pages.bulk_actions import DeleteBulkAction, PublishBulkAction
from wagtail.admin.views.pages.bulk_actions.page_bulk_action import DefaultPageForm

from privacy.notices.checking.actions import confirm_findings
from privacy.notices.checking.presenting import Line, lines_of
from privacy.notices.deleting import warning_of
from privacy.notices.forms import ReasonField
from privacy.notices.publishing import Asked, asked_together


class CountingDeleteBulkAction(DeleteBulkAction):
    """Wagtail's own, with a warning on its confirmation."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Ask for confirmation, with the number of versions."""
        pages, _without_access = self.get_actionable_objects()
        warning = warning_of(pages)
        if warning:
            messages.warning(request, warning)
        return super().get(request, *args, **kwargs)


class PublishForm(DefaultPageForm):
    """Asks once why all the notices are published with the errors that are open in them."""

    publication_reason = ReasonField(required=True)

    def __init__(self, *args: Any, asked: bool, **kwargs: Any) -> None:
        """Ask only where something is to be asked."""
        super().__init__(*args, **kwargs)
        if not asked:
            del self.fields["publication_reason"]
        self.fields["include_descendants"].label = _("Publish their unpublished subpages too")

    def clean(self) -> dict[str, Any]:
        """Explain what is to be done."""
        reason = self.errors.get("publication_reason")
        if reason:
            reason.clear()
            self.add_error("publication_reason", _("Correct the errors above, or say why the notices are published."))
        return super().clean() or {}


class AskingPublishBulkAction(PublishBulkAction):
    """Wagtail's own, with one box for the reason where the site asks for one."""

    template_name = "privacy/admin/checks/confirm_bulk_publish.html"
    form_class: type[forms.Form] = PublishForm

    @cached_property
    def asked(self) -> list[Asked]:
        """The notices with open errors for which no reason was given yet."""
        pages, _without_access = self.get_actionable_objects()
        return asked_together(pages, with_descendants=bool(self.request.POST.get("include_descendants")))

    def get_form_kwargs(self) -> dict[str, Any]:
        """Say whether a reason is asked for."""
        return {**super().get_form_kwargs(), "asked": bool(self.asked)}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the notices and what is open in each."""
        found: list[tuple[Any, Sequence[Line]]] = [
            (asked.draft, lines_of(asked.findings, asked.checked)) for asked in self.asked
        ]
        return {**super().get_context_data(**kwargs), "asked": found}

    def get_execution_context(self) -> dict[str, Any]:
        """Hand on the reason and what it is for."""
        reason = self.cleaned_form.cleaned_data.get("publication_reason", "")
        return {**super().get_execution_context(), "asked": self.asked, "reason": reason}

    @classmethod
    def execute_action(
        cls, objects: Any, *args: Any, asked: Sequence[Asked] = (), reason: str = "", **kwargs: Any
    ) -> tuple[int, int]:
        """Keep the reason, then publish, in Wagtail's transaction."""
        for one in asked:
            confirm_findings(page=one.draft, findings=one.findings, user=kwargs.get("user"), reason=reason)
        return super().execute_action(objects, *args, **kwargs)
