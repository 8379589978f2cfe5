"""What the page of one request shows, gathered in a constant number of queries."""

from typing import Any

from django.db.models import QuerySet

from privacy.inbox.due_days import days_left, is_late
from privacy.inbox.queries import visible_items
from privacy.mail.choices import MessageKind
from privacy.notices.sections.rights_texts import right_texts
from privacy.registers.choices import Permission
from privacy.rights.deadlines.wording import explain_due_date
from privacy.rights.models.requests import RequestItem, RightsRequest
from privacy.rights.permissions import Reach
from privacy.site_languages import language_now


def of_visible_items(request: RightsRequest, rows: QuerySet[Any]) -> QuerySet[Any]:
    """Narrow letters or files to the registers that the user may see, when some items are not for these eyes."""
    if sees_all(request):
        return rows
    return rows.filter(register__in={item.register_id for item in visible_items(request)} - {None})


def sees_all(request: RightsRequest) -> bool:
    """Tell whether the user may see every item of a request."""
    return len(visible_items(request)) == request.number_of_items  # type: ignore[attr-defined]


def items_with(request: RightsRequest, reach: Reach, permission: Permission) -> list[RequestItem]:
    """Give the items on which the user has a permission, among those that the user sees."""
    return [item for item in visible_items(request) if reach.covers(item, request, permission)]


def letters_of(request: RightsRequest) -> QuerySet[Any]:
    """Give the letters that the user may see.

    One-time codes are left out: they open the case for the contact and are nobody else's business. So are letters
    about items that the user may not see.
    """
    return of_visible_items(request, request.messages.exclude(kind=MessageKind.CASE_CODE))


def named_items(request: RightsRequest) -> list[tuple[Any, str]]:
    """Give the items that the user may see with the names of their rights."""
    return [(item, right_texts()[item.right].name_in(language_now())) for item in visible_items(request)]


def case_context(request: RightsRequest) -> dict[str, Any]:
    """Give the request with its items, persons, letters, events and files."""
    return {
        "case": request,
        "items": named_items(request),
        "persons": request.persons.all(),
        "letters": letters_of(request),
        "sees_all": sees_all(request),
        "events": request.events.select_related("contact"),
        "attachments": of_visible_items(request, request.attachments.all()),
        "explanation": explain_due_date(request, language_now()),
        "days_left": days_left(request),
        "is_late": is_late(request),
    }
