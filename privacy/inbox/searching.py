"""Searches the rows of requests themselves: the search index would hold personal data outside of them."""

import json
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet, TextField
from django.db.models.functions import Cast

from privacy.registers.choices import Permission
from privacy.rights.numbers import is_valid_number, normalise_number
from privacy.rights.permissions import policy
from privacy.rights.recording import email_key
from privacy.rights.records import RequestPerson, RightsRequest

SHORTEST_TERM = 2


def search(requests: QuerySet[RightsRequest], term: str, user: Any) -> QuerySet[RightsRequest]:
    """Narrow to the requests that have a term in their number, in a name, an email or another detail of a person,
    in the message or in an answer on an item that the user may see.
    """
    term = term.strip().replace("\x00", "")
    if len(term) < SHORTEST_TERM:
        return requests
    if is_valid_number(term):
        return requests.filter(number=normalise_number(term))
    persons = RequestPerson.objects.filter(request=OuterRef("pk")).filter(_of_person(term))
    answers = policy.items(user, Permission.SEE).filter(request=OuterRef("pk"))
    answers = answers.alias(text=Cast("answers", TextField())).filter(_contains("text", term, as_json=True))
    found = Q(number__istartswith=term) | Exists(persons) | _contains("message", term) | Exists(answers)
    return requests.filter(found)


def _of_person(term: str) -> Q:
    key = email_key(term)
    condition = Q(email_key=key) if key else Q()
    for field in ("name", "email", "finding_details", "phone", "postal_address"):
        condition |= _contains(field, term)
    return condition


def _contains(field: str, term: str, *, as_json: bool = False) -> Q:
    """Give the condition that a text contains a term in any case.

    SQLite knows the case of ASCII letters only and keeps JSON with its letters escaped, so the ways to write
    other letters are tried one by one.
    """
    ways = {term} if term.isascii() else {term, term.lower(), term.upper(), term.capitalize(), term.title()}
    if as_json:
        ways |= {json.dumps(way)[1:-1] for way in ways}
    condition = Q()
    for way in sorted(ways):
        condition |= Q(**{f"{field}__icontains": way})
    return condition
