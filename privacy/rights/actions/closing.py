"""Gives items their outcomes and closes the request when none is left; the calling action owns the transaction."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import Any

from django.db import transaction
from django.utils import timezone

from privacy.rights.choices import WAITING_STATES, AnswerChannel, IdentityMethod, RecipientsTold, State
from privacy.rights.letters.to_contacts import write_closing_notes
from privacy.rights.models.requests import RequestItem, RightsRequest
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


def end_items(
    step: StepUnderWay,
    answers: Sequence[ItemAnswer],
    *,
    answered_on: date,
    text: str = "",
    data: dict[str, Any],
) -> None:
    """Give items their outcomes and end the step; close the request and tell its contacts when none is left."""
    _record_answers(answers, answered_on)
    closed = _close_if_answered(step, answers)
    outcomes = [answer.as_data() for answer in answers]
    step.end(text=text, stated_on=answered_on, data=data | {"outcomes": outcomes}, closed=closed)
    if closed:
        write_closing_notes(step.request, step.all_items)
        transaction.on_commit(partial(request_closed.send, sender=RightsRequest, rights_request=step.request))


def _record_answers(answers: Sequence[ItemAnswer], answered_on: date) -> None:
    for answer in answers:
        item = answer.item
        item.outcome = answer.outcome
        item.reason_code = answer.reason_code if answer.outcome in WITH_REASON else ""
        item.reasons_told = answer.reasons_told
        item.facts = answer.facts
        item.answered_on = answered_on
    fields = ["outcome", "reason_code", "reasons_told", "facts", "answered_on"]
    RequestItem.objects.bulk_update([answer.item for answer in answers], fields)


def _close_if_answered(step: StepUnderWay, answers: Sequence[ItemAnswer]) -> bool:
    """Close the request when every item has an outcome; otherwise it is at work, or still waits for the person."""
    answered = {answer.item.pk for answer in answers}
    is_done = all(item.outcome or item.pk in answered for item in step.all_items)
    if is_done:
        step.change(state=State.CLOSED, closed_at=timezone.now())
    else:
        waits = step.request.state in WAITING_STATES
        step.change(state=step.request.state if waits else State.IN_PROGRESS)
    step.take_over()
    return is_done
