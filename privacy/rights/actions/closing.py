"""Gives items their outcomes and closes the request when none is left; the calling action owns the transaction."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import Any

from django.db import transaction
from django.utils import timezone

from privacy.rights.choices import WAITING_STATES, AnswerChannel, EventKind, IdentityMethod, RecipientsTold, State
from privacy.rights.letters.to_contacts import write_closing_notes
from privacy.rights.models.events import add_event
from privacy.rights.models.requests import RightsRequest
from privacy.rights.workflow.outcomes import WITH_REASON, ItemAnswer
from privacy.rights.workflow.transition import StepUnderWay
from privacy.signals import request_closed


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
