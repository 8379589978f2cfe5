"""Wagtail's bulk deletion of pages, which here says how many versions would go."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from wagtail.admin import messages
from wagtail.admin.views.pages.bulk_actions import DeleteBulkAction

from privacy.notices.deleting import warning_of


class CountingDeleteBulkAction(DeleteBulkAction):
    """Wagtail's own, with a warning on its confirmation."""

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Ask for confirmation, with the number of versions."""
        pages, _without_access = self.get_actionable_objects()
        warning = warning_of(pages)
        if warning:
            messages.warning(request, warning)
        return super().get(request, *args, **kwargs)
