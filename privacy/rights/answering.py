"""Outcomes of items: what must be said with each, and when a request is closed by them."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import Any

from django.db import transaction
from django.utils import timezone

from privacy.rights.answers import ItemAnswer
from privacy.rights.asking import may_close_unidentified
from privacy.rights.choices import WAITING_STATES, EventKind, Outcome, ReasonCode, State
from privacy.rights.errors import DayNotPossible, OutcomeMissing, ReasonsNotTold
from privacy.rights.letters import write_closing_notes
from privacy.rights.procedure import AnswerChannel, IdentityMethod, RecipientsTold
from privacy.rights.recording import add_event
from privacy.rights.records import RightsRequest
from privacy.rights.step_errors import OutcomeHasItsStep, ReasonMissing, ReminderMissing
from privacy.rights.stepping import StepUnderWay
from privacy.rights.timing import today_of
from privacy.signals import request_closed

WITH_REASON = frozenset({Outcome.REFUSED, Outcome.PARTLY_FULFILLED})
# Letters that tell these name the remedies.
WITH_REMEDIES = WITH_REASON | {Outcome.UNIDENTIFIED}


def check_answers(request: RightsRequest, answers: Sequence[ItemAnswer], answered_on: date) -> None:
    """Raise a named error unless every answer is complete and the day lies between receipt and today."""
    if not request.received_on <= answered_on <= today_of(request):
        raise DayNotPossible
    if not answers:
        raise OutcomeMissing
    for answer in answers:
        _check_outcome(request, answer)
        if answer.outcome in WITH_REASON and answer.reason_code and not answer.reasons_told:
            raise ReasonsNotTold


def check_letter_answers(request: RightsRequest, answers: Sequence[ItemAnswer]) -> None:
    """Raise a named error unless every answer can be written: a refusal with its reason and facts (Art. 12(4))."""
    if not answers:
        raise OutcomeMissing
    for answer in answers:
        _check_outcome(request, answer)
        if answer.outcome in WITH_REASON and answer.reason_code not in ReasonCode.values:
            raise OutcomeMissing
        if answer.outcome in WITH_REASON and not answer.facts.strip():
            raise ReasonMissing


def _check_outcome(request: RightsRequest, answer: ItemAnswer) -> None:
    if answer.outcome not in Outcome.values or (answer.outcome == Outcome.REFUSED and not answer.reason_code):
        raise OutcomeMissing
    if answer.reason_code and answer.reason_code not in ReasonCode.values:
        raise OutcomeMissing
    if answer.outcome == Outcome.FORWARDED:
        raise OutcomeHasItsStep
    if answer.outcome == Outcome.UNIDENTIFIED and not may_close_unidentified(request):
        raise ReminderMissing


def answer_codes(channel: str, identity: str, recipients_told: str) -> dict[str, str]:
    """Give what the history keeps of how an answer was given: codes of the closed lists, never words."""
    return {
        "channel": channel if channel in AnswerChannel.values else AnswerChannel.OTHER,
        "identity": identity if identity in IdentityMethod.values else "",
        "recipients_told": recipients_told if recipients_told in RecipientsTold.values else "",
    }


def record_answers(answers: Sequence[ItemAnswer], answered_on: date) -> None:
    """Store the outcomes with their items."""
    for answer in answers:
        item = answer.item
        item.outcome = answer.outcome
        item.reason_code = answer.reason_code if answer.outcome in WITH_REASON else ""
        item.reasons_told = answer.reasons_told
        item.facts = answer.facts
        item.answered_on = answered_on
        item.save(update_fields=["outcome", "reason_code", "reasons_told", "facts", "answered_on"])


def close_if_answered(step: StepUnderWay) -> bool:
    """Close the request when every item has an outcome; otherwise it is at work, or still waits for the person."""
    request, acting = step.request, step.acting
    open_items = request.items.filter(outcome="").exists()
    if open_items:
        step.change(state=request.state if request.state in WAITING_STATES else State.IN_PROGRESS)
    else:
        step.change(state=State.CLOSED, closed_at=timezone.now())
    if not request.owner_name:
        step.change(owner=acting.user, owner_name=acting.name)
    return not open_items


def end_items(
    step: StepUnderWay,
    answers: Sequence[ItemAnswer],
    kind: EventKind,
    *,
    answered_on: date,
    text: str = "",
    data: dict[str, Any],
) -> None:
    """Give items their outcomes and end the step; close the request and tell its contacts when none is left."""
    record_answers(answers, answered_on)
    closed = close_if_answered(step)
    outcomes = [answer.as_data() for answer in answers]
    step.end(kind, text=text, stated_on=answered_on, data=data | {"outcomes": outcomes})
    if closed:
        add_event(step.request, EventKind.CLOSED, **step.acting.event_fields())
        write_closing_notes(step.request)
        transaction.on_commit(partial(request_closed.send, sender=RightsRequest, rights_request=step.request))
