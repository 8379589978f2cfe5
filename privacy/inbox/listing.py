"""The rows of the list: what a user may see, with what the columns show, in an order."""

from typing import Any

from django.db.models import Case, F, FilteredRelation, OuterRef, Prefetch, Q, QuerySet, Subquery, Value, When
from django.utils import translation

from privacy.notices.rights_texts import right_texts
from privacy.registers.choices import Permission
from privacy.rights.choices import PersonRole
from privacy.rights.reach import Reach
from privacy.rights.records import RequestItem, RightsRequest

Requests = QuerySet[RightsRequest]

BY_DUE_DAY = "due_on"


def with_details(requests: Requests, reach: Reach, permission: Permission = Permission.SEE) -> Requests:
    """Load each request with its persons and with the items that are in reach for the permission."""
    items = reach.items(permission).select_related("register").order_by("pk")
    # The address of the notice, without the notice: its text is long.
    items = items.annotate(notice_uuid=F("notice_version__page__uuid"))
    prefetch = Prefetch("items", queryset=items, to_attr="visible_items")
    return requests.select_related("controller").prefetch_related("persons", prefetch)


def visible_requests(reach: Reach) -> Requests:
    """Give the requests that a user may see, each with the items that the user may see."""
    return with_details(reach.requests(), reach)


def visible_items(request: RightsRequest) -> list[RequestItem]:
    """Give the items that the user may see, as `with_details` loaded them."""
    return request.visible_items  # type: ignore[attr-defined]


def in_order(requests: Requests, ordering: str, reach: Reach) -> Requests:
    """Put requests in the order of a column, `-` before it for the opposite order; equal ones by age."""
    name, descending = ordering.removeprefix("-"), ordering.startswith("-")
    if name == BY_DUE_DAY and not descending:
        # What waits comes before what is done; what is done, the newest first.
        return requests.order_by(F("closed_at").desc(nulls_first=True), "due_on", "pk")
    requests = _with_key(requests, name, reach)
    key = {"person": "requester__name", "rights": "right_rank", "registers": "register_name"}.get(name, name)
    fields = (key, "due_on", "pk") if name == "state" else (key, "pk")
    return requests.order_by(*(f"-{field}" if descending else field for field in fields))


def _with_key(requests: Requests, name: str, reach: Reach) -> Requests:
    if name == "person":
        asks = ~Q(persons__role=PersonRole.DATA_SUBJECT)
        return requests.alias(requester=FilteredRelation("persons", condition=asks))
    if name == "rights":
        return requests.alias(right_rank=_first_of_items(reach, _rank_of_right()))
    if name == "registers":
        return requests.alias(register_name=_first_of_items(reach, F("register__name")))
    return requests


def _first_of_items(reach: Reach, value: Any) -> Subquery:
    items = reach.items().filter(request=OuterRef("pk")).order_by("pk")
    return Subquery(items.annotate(sort_key=value).values("sort_key")[:1])


def _rank_of_right() -> Case:
    """Give the place of a right among the names in the language of the moment."""
    language = (translation.get_language() or "en").split("-")[0]
    keys = sorted(right_texts(), key=lambda key: right_texts()[key].label[language].casefold())
    return Case(*(When(right=key, then=Value(rank)) for rank, key in enumerate(keys)), default=Value(len(keys)))
