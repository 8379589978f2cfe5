"""Searches the rows of requests themselves: the search index would hold personal data outside of them."""

import json

from django.db import connections, router
from django.db.models import Exists, Q, QuerySet, Subquery, TextField, Value
from django.db.models.functions import Cast, Coalesce

from privacy.rights.numbers import is_valid_number, normalise_number
from privacy.rights.reach import Reach
from privacy.rights.recording import email_key
from privacy.rights.records import RequestPerson, RightsRequest

SHORTEST_TERM = 2
# Without an index for parts of words, the newest requests are read and no more.
MOST_READ = 100_000
_OF_PERSON = ("name", "email", "finding_details", "phone", "postal_address")


def search(requests: QuerySet[RightsRequest], term: str, reach: Reach) -> QuerySet[RightsRequest]:
    """Narrow to the requests that have a term in their number, in the details of a person, in the message or in an
    answer on an item in reach; a whole number or email address finds what has exactly this.
    """
    term = term.strip().replace("\x00", "")
    if len(term) < SHORTEST_TERM:
        return requests
    if is_valid_number(term):
        return requests.filter(number=normalise_number(term))
    if key := email_key(term):
        known = RequestPerson.objects.filter(email_key=key).values("request")
        if known.exists():
            return requests.filter(pk__in=known)
    persons_read, items_read, requests_read = _read("request"), _read("request"), _read("pk")
    # Each part is searched by itself: conditions joined by "or" would be tried row by row.
    persons = RequestPerson.objects.filter(persons_read, _contains(_OF_PERSON, term)).values("request")
    answers = reach.items().alias(text=Cast("answers", TextField()))
    answered = answers.filter(items_read, _contains(["text"], term, as_json=True)).order_by().values("request")
    own = (
        RightsRequest.objects.filter(requests_read, Q(number__istartswith=term) | _contains(["message"], term))
        .order_by()
        .values("pk")
    )
    return requests.filter(pk__in=own.union(persons, answered, all=True))


def with_bound(requests: QuerySet[RightsRequest]) -> QuerySet[RightsRequest]:
    """Tell with each found request whether there are older ones than those that are read, in the same query."""
    if not _is_bounded():
        return requests.annotate(older_unread=Value(False))
    return requests.annotate(older_unread=Exists(RightsRequest.objects.order_by("-pk")[MOST_READ:]))


def leaves_out_older() -> bool:
    """Tell, where nothing was found, whether there are older requests than those that are read."""
    return _is_bounded() and RightsRequest.objects.order_by("-pk")[MOST_READ : MOST_READ + 1].exists()


def _is_bounded() -> bool:
    # PostgreSQL has an index for parts of words; others read row by row.
    return connections[router.db_for_read(RightsRequest)].vendor != "postgresql"


def _read(field: str) -> Q:
    """Give the condition that a row belongs to the requests in which parts of texts are looked for."""
    if not _is_bounded():
        return Q()
    oldest = RightsRequest.objects.order_by("-pk").values("pk")[MOST_READ - 1 : MOST_READ]
    return Q(**{f"{field}__gte": Coalesce(Subquery(oldest), 0)})


def _contains(fields: list[str] | tuple[str, ...], term: str, *, as_json: bool = False) -> Q:
    """Give the condition that one of some texts contains a term in any case."""
    condition = Q(pk__in=[])
    for field in fields:
        for way in _ways_to_write(term, as_json=as_json):
            condition |= Q(**{f"{field}__icontains": way})
    return condition


def _ways_to_write(term: str, *, as_json: bool) -> list[str]:
    """Give the term in the ways that have to be looked for one by one.

    PostgreSQL needs one only; SQLite knows the case of ASCII letters only and keeps JSON with other letters escaped.
    """
    if term.isascii() or connections[router.db_for_read(RightsRequest)].vendor != "sqlite":
        return [term]
    ways = {term, term.lower(), term.upper(), term.capitalize(), term.title()}
    return sorted({json.dumps(way)[1:-1] for way in ways} if as_json else ways)
