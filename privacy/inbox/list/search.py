"""Searches the rows of requests themselves: the search index would hold personal data outside of them."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.db import connections, router
from django.db.models import Q, QuerySet, Subquery, TextField
from django.db.models.functions import Cast, Coalesce

from privacy.rights.models.requests import RequestItem, RequestPerson, RightsRequest, email_key
from privacy.rights.models.trigrams import has_indexes, trigram_indexes
from privacy.rights.permissions import Reach
from privacy.rights.submission.numbers import is_valid_number, normalise_number

SHORTEST_TERM = 2
# Where no index serves parts of words, the newest requests are read and no more.
MOST_READ = 20_000
_SHORTEST_INDEXED = 3  # a trigram
_OF_PERSON = ("name", "email", "finding_details", "phone", "postal_address")

Requests = QuerySet[RightsRequest]


@dataclass(frozen=True, slots=True)
class Found:
    """What a search leaves of requests; `unread` gives those that were too old to be read, None where all were."""

    requests: Requests
    unread: Any = None

    def is_cut(self, rows: Sequence[RightsRequest]) -> bool:
        """Tell whether there are older requests than those that were read; each row that was found knows it."""
        if self.unread is None:
            return False
        return (rows[0].unread if rows else self.unread.first()) is not None  # type: ignore[attr-defined]


def search(requests: Requests, term: str, reach: Reach) -> Found:
    """Narrow to the requests that have a term in their number, in the details of a person, in the message or in an
    answer on an item in reach; a whole number or email address finds what has exactly this.
    """
    term = term.strip().replace("\x00", "")
    if len(term) < SHORTEST_TERM:
        return Found(requests)
    if is_valid_number(term):
        return Found(requests.filter(number=normalise_number(term)))
    if key := email_key(term):
        known = RequestPerson.objects.filter(email_key=key).values("request")
        if known.exists():
            return Found(requests.filter(pk__in=known))
    persons, items, own = RequestPerson.objects.all(), reach.items(), RightsRequest.objects.all()
    if len(term) >= _SHORTEST_INDEXED and _serves_parts(router.db_for_read(RightsRequest)):
        return Found(requests.filter(pk__in=_with_part(term, persons, items, own)))
    keys = RightsRequest.objects.order_by("-pk").values("pk")
    oldest = Coalesce(Subquery(keys[MOST_READ - 1 : MOST_READ]), 0)
    persons, items = persons.filter(request__gte=oldest), items.filter(request__gte=oldest)
    read = requests.filter(pk__in=_with_part(term, persons, items, own.filter(pk__gte=oldest)))
    unread = keys[MOST_READ : MOST_READ + 1]
    return Found(read.annotate(unread=Subquery(unread)), unread)


@cache
def _serves_parts(using: str) -> bool:
    return has_indexes(using, trigram_indexes(RightsRequest, RequestPerson, RequestItem))


def _with_part(term: str, persons: Any, items: Any, own: Any) -> Any:
    # Each part is searched by itself: conditions joined by "or" would be tried row by row.
    persons = persons.filter(_contains(_OF_PERSON, term)).values("request")
    answered = items.alias(text=Cast("answers", TextField())).filter(_contains(["text"], term, as_json=True))
    own = own.filter(Q(number__istartswith=term) | _contains(["message"], term)).values("pk")
    return own.order_by().union(persons, answered.order_by().values("request"), all=True)


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
