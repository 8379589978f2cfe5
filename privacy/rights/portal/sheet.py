"""A case on paper: what is asked, by when, and boxes to tick for a contact who answers without a computer."""

from collections.abc import Sequence
from typing import Any

from privacy.rights.choices import AnswerChannel, IdentityMethod
from privacy.rights.deadlines.wording import explain_due_date
from privacy.rights.models.requests import RequestItem, RightsRequest
from privacy.rights.portal.forms import CONTACT_OUTCOMES


def sheet_context(request: RightsRequest, items: Sequence[RequestItem], language: str) -> dict[str, Any]:
    """Give what the template `privacy/case/sheet.html` shows of the items that the reader may handle."""
    return {
        "case": request,
        "items": items,
        "persons": request.persons.all(),
        "explanation": explain_due_date(request, language),
        "outcomes": [outcome.label for outcome in CONTACT_OUTCOMES],
        "channels": AnswerChannel.labels,
        "methods": IdentityMethod.labels,
        "language": language,
    }
