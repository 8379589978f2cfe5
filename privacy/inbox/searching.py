"""Searches the rows of requests themselves: the search index would hold personal data outside of them."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db import connections, router
from django.db.models import Q, QuerySet, Subquery, TextField
from django.db.models.functions import Cast, Coalesce

from privacy.inbox.text_indexes import has_text_indexes
from privacy.rights.numbers import is_valid_number, normalise_number
from privacy.rights.reach import Reach
from privacy.rights.recording import email_key
from privacy.rights.records import RequestPerson, RightsRequest

SHORTEST_TERM = 2
# Where no index can serve, a part of a text is looked for in so many requests, the newest.
MOST_SEARCHED = 20_000
_SHORTEST_INDEXED = 3  # a trigram
_OF_PERSON = ("name", "email", "finding_details", "phone", "postal_address")

Requests = QuerySet[RightsRequest]


@dataclass(frozen=True, slots=True)
class Found:
    """What a search leaves of requests; `beyond` gives the keys of those that were too old to be looked at."""

    requests: Requests
    beyond: Any = None

    def is_cut(self, rows: Sequence[RightsRequest]) -> bool:
        """Tell whether there are older requests than those searched; each row that was found knows it."""
        if self.beyond is None:
            return False
        oldest = rows[0].beyond if rows else self.beyond.first()  # type: ignore[attr-defined]
        return oldest is not None


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
    if len(term) >= _SHORTEST_INDEXED and has_text_indexes(router.db_for_read(RightsRequest)):
        return Found(requests.filter(pk__in=_with_part(term, persons, items, own)))
    keys = RightsRequest.objects.order_by("-pk").values("pk")
    oldest = Coalesce(Subquery(keys[MOST_SEARCHED - 1 : MOST_SEARCHED]), 0)
    by_request = {"request__gte": oldest}
    newest = _with_part(term, persons.filter(**by_request), items.filter(**by_request), own.filter(pk__gte=oldest))
    beyond = keys[MOST_SEARCHED : MOST_SEARCHED + 1]
    return Found(requests.filter(pk__in=newest).annotate(beyond=Subquery(beyond)), beyond)


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
