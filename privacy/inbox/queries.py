"""The rows of the list: what a user may see, with what the columns show, in an order."""

from django.db.models import F, Prefetch, QuerySet
from django.utils.translation import gettext

from privacy.notices.sections.rights_texts import right_texts
from privacy.registers.choices import Permission
from privacy.rights.choices import PersonRole
from privacy.rights.models.requests import RequestItem, RightsRequest
from privacy.rights.permissions import Reach
from privacy.site_languages import language_now

Requests = QuerySet[RightsRequest]

BY_DUE_DAY = "due_on"
_KEYS = {"person": "order_name", "rights": "order_right", "registers": "order_register"}


def with_details(
    requests: Requests, reach: Reach, permission: Permission = Permission.SEE, *, sections: bool = False
) -> Requests:
    """Load each request with its persons and with the items that are in reach for the permission.

    `sections`: with what the notice said as well, for a single request.
    """
    items = reach.items(permission).select_related("register").order_by("pk")
    # The address of the notice, without the notice: its text is long.
    items = items.annotate(notice_uuid=F("notice_version__page__uuid"))
    if sections:
        items = items.annotate(notice_sections=F("notice_version__content__sections"))
    prefetch = Prefetch("items", queryset=items, to_attr="visible_items")
    return requests.select_related("controller").prefetch_related("persons", prefetch)


def visible_requests(reach: Reach, *, sections: bool = False) -> Requests:
    """Give the requests that a user may see, each with the items that the user may see."""
    return with_details(reach.requests(), reach, sections=sections)


def visible_items(request: RightsRequest) -> list[RequestItem]:
    """Give the items that the user may see, as `with_details` loaded them."""
    return request.visible_items  # type: ignore[attr-defined]


def in_order(requests: Requests, ordering: str) -> Requests:
    """Put requests in the order of a column, `-` before it for the opposite order; equal ones by age."""
    name, descending = ordering.removeprefix("-"), ordering.startswith("-")
    if name == BY_DUE_DAY and not descending:
        # What waits comes before what is done; what is done, the newest first.
        return requests.order_by(F("closed_at").desc(nulls_first=True), "due_on", "pk")
    key = _KEYS.get(name, name)
    fields = (key, "due_on", "pk") if name == "state" else (key, "pk")
    return requests.order_by(*(f"-{field}" if descending else field for field in fields))


def rights_of(request: RightsRequest) -> str:
    """Give the short names of the rights of the items that the user may see."""
    names = [right_texts()[item.right].label_in(language_now()) for item in visible_items(request)]
    return ", ".join(dict.fromkeys(names))


def registers_of(request: RightsRequest) -> str:
    """Give the names of the registers of the items that the user may see."""
    names = [register_name(item) for item in visible_items(request)]
    return ", ".join(dict.fromkeys(names))


def register_name(item: RequestItem) -> str:
    """Give the name of the register of an item, or in words that there is none."""
    if item.register is not None:
        return str(item.register)
    return gettext("All registers") if item.all_registers else gettext("Register not known")


def person_of(request: RightsRequest) -> str:
    """Give the name of who asked, or by what they can be found."""
    person = next((person for person in request.persons.all() if person.role != PersonRole.DATA_SUBJECT), None)
    return (person.name or person.finding_details or person.email) if person else ""
