"""Searches the rows of requests themselves: the search index would hold personal data outside of them."""

import json

from django.db import connections, router
from django.db.models import Q, QuerySet, TextField
from django.db.models.functions import Cast

from privacy.rights.numbers import is_valid_number, normalise_number
from privacy.rights.reach import Reach
from privacy.rights.recording import email_key
from privacy.rights.records import RequestPerson, RightsRequest

SHORTEST_TERM = 2
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
    # Each part is searched by itself: conditions joined by "or" would be tried row by row.
    persons = RequestPerson.objects.filter(_contains(_OF_PERSON, term)).values("request")
    answers = reach.items().alias(text=Cast("answers", TextField()))
    answered = answers.filter(_contains(["text"], term, as_json=True)).order_by().values("request")
    own = (
        RightsRequest.objects.filter(Q(number__istartswith=term) | _contains(["message"], term)).order_by().values("pk")
    )
    return requests.filter(pk__in=own.union(persons, answered, all=True))


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
