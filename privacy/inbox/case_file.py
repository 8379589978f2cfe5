"""The case file: everything there is of one request as one page, to print or to save as PDF."""

from typing import Any

from django.template.loader import render_to_string
from django.utils import timezone

from privacy.inbox.case_page import case_context
from privacy.inbox.reading import name_of_user
from privacy.rights.models.requests import RightsRequest


def render_case_file(request: RightsRequest, user: Any) -> str:
    """Give the case file as HTML that stands alone: for the browser's print today, for a PDF maker as it is."""
    facts = case_context(request)
    return render_to_string(
        "privacy/admin/case_file.html", {**facts, "printed_at": timezone.now(), "printed_by": name_of_user(user)}
    )
