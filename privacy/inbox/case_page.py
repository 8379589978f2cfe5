"""What the page of one request shows, gathered in a constant number of queries."""

from typing import Any

from django.utils import translation

from privacy.inbox.columns import days_left, is_late, visible_items
from privacy.mail.choices import MessageKind
from privacy.notices.rights_texts import right_texts
from privacy.rights.records import RightsRequest
from privacy.rights.telling import explain_due_date


def case_context(request: RightsRequest) -> dict[str, Any]:
    """Give the request with its items, persons, letters, events and files.

    One-time codes are left out: they open the case for the contact and are nobody else's business.
    """
    language = (translation.get_language() or "en").split("-")[0]
    letters = request.messages.exclude(kind=MessageKind.CASE_CODE)
    return {
        "case": request,
        "items": [(item, right_texts()[item.right].name[language]) for item in visible_items(request)],
        "persons": request.persons.all(),
        "letters": letters,
        "events": request.events.select_related("contact"),
        "attachments": request.attachments.all(),
        "explanation": explain_due_date(request, language),
        "days_left": days_left(request),
        "is_late": is_late(request),
    }
