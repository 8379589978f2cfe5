"""The rows of the list: what a user may see, with what the columns show, in an order."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import F, QuerySet
from django.utils.translation import gettext

from privacy.notices.sections.rights_texts import right_texts
from privacy.registers.choices import Permission
from privacy.rights.models.requests import RequestItem, RightsRequest, requester_of
from privacy.rights.permissions import Reach
from privacy.site_languages import language_now

Requests = QuerySet[RightsRequest]

BY_DUE_DAY = "due_on"
_KEYS = {"person": "order_name", "rights": "order_right", "registers": "order_register"}


@dataclass(frozen=True, slots=True)
class SeenRequest:
    """A request with those of its items that a user may see, in the order they were asked."""

    request: RightsRequest
    items: Sequence[RequestItem]

    @property
    def pk(self) -> int:
        """The key of the request, by which a list names its rows."""
        return self.request.pk


def with_persons(requests: Requests) -> Requests:
    """Load each request with its controller and its persons."""
    return requests.select_related("controller").prefetch_related("persons")


def seen(requests: Iterable[RightsRequest], reach: Reach, permission: Permission = Permission.SEE) -> list[SeenRequest]:
    """Give requests with the items that are in reach for the permission, in one query for all of them."""
    rows = list(requests)
    items: dict[int, list[RequestItem]] = defaultdict(list)
    found = reach.items(permission).filter(request__in=[request.pk for request in rows])
    for item in found.select_related("register").order_by("pk"):
        items[item.request_id].append(item)
    return [SeenRequest(request, items[request.pk]) for request in rows]


def in_order(requests: Requests, ordering: str) -> Requests:
    """Put requests in the order of a column, `-` before it for the opposite order; equal ones by age."""
    name, descending = ordering.removeprefix("-"), ordering.startswith("-")
    if name == BY_DUE_DAY and not descending:
        # What waits comes before what is done; what is done, the newest first.
        return requests.order_by(F("closed_at").desc(nulls_first=True), "due_on", "pk")
    key = _KEYS.get(name, name)
    fields = (key, "due_on", "pk") if name == "state" else (key, "pk")
    return requests.order_by(*(f"-{field}" if descending else field for field in fields))


def rights_of(row: SeenRequest) -> str:
    """Give the short names of the rights of the items that the user may see."""
    names = [right_texts()[item.right].label_in(language_now()) for item in row.items]
    return ", ".join(dict.fromkeys(names))


def registers_of(row: SeenRequest) -> str:
    """Give the names of the registers of the items that the user may see."""
    names = [register_name(item) for item in row.items]
    return ", ".join(dict.fromkeys(names))


def register_name(item: RequestItem) -> str:
    """Give the name of the register of an item, or in words that there is none."""
    if item.register is not None:
        return str(item.register)
    return gettext("All registers") if item.all_registers else gettext("Register not known")


def person_of(request: RightsRequest) -> str:
    """Give the name of who asked, or by what they can be found."""
    person = requester_of(request)
    return (person.name or person.finding_details or person.email) if person else ""
