"""Outcomes of items: what must be said with each, and when a request is closed by them."""

from collections.abc import Sequence
from datetime import date

from django.utils import timezone

from privacy.rights.actors import ActingPerson
from privacy.rights.answers import ItemAnswer
from privacy.rights.choices import EventKind, Outcome, State
from privacy.rights.deadlines import local_date
from privacy.rights.errors import DayNotPossible, OutcomeMissing, ReasonsNotTold
from privacy.rights.recording import add_event
from privacy.rights.records import RightsRequest

_WITH_REASON = frozenset({Outcome.REFUSED, Outcome.PARTLY_FULFILLED})


def check_answers(request: RightsRequest, answers: Sequence[ItemAnswer], answered_on: date) -> None:
    """Raise a named error unless every answer is complete and the day lies between receipt and today."""
    today = local_date(timezone.now(), request.controller.time_zone)
    if not request.received_on <= answered_on <= today:
        raise DayNotPossible
    if not answers:
        raise OutcomeMissing
    for answer in answers:
        if answer.outcome not in Outcome.values or (answer.outcome == Outcome.REFUSED and not answer.reason_code):
            raise OutcomeMissing
        if answer.outcome in _WITH_REASON and answer.reason_code and not answer.reasons_told:
            raise ReasonsNotTold


def record_answers(answers: Sequence[ItemAnswer], answered_on: date) -> None:
    """Store the outcomes with their items."""
    for answer in answers:
        item = answer.item
        item.outcome = answer.outcome
        item.reason_code = answer.reason_code if answer.outcome in _WITH_REASON else ""
        item.reasons_told = answer.reasons_told
        item.answered_on = answered_on
        item.save(update_fields=["outcome", "reason_code", "reasons_told", "answered_on"])


def close_if_answered(request: RightsRequest, acting: ActingPerson) -> bool:
    """Close the request when every item has an outcome; otherwise it is in progress."""
    open_items = request.items.filter(outcome="").exists()
    request.state = State.IN_PROGRESS if open_items else State.CLOSED
    request.closed_at = None if open_items else timezone.now()
    if not request.owner_name:
        request.owner, request.owner_name = acting.user, acting.name
    request.save(update_fields=["state", "closed_at", "owner", "owner_name"])
    if not open_items:
        add_event(request, EventKind.CLOSED, **acting.event_fields())
    return not open_items
