"""Outcomes of items: what must be said with each, and when a request is closed by them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from privacy.rights.choices import Outcome, ReasonCode
from privacy.rights.deadlines.clock import today_of
from privacy.rights.errors import (
    DayNotPossible,
    OutcomeHasItsStep,
    OutcomeMissing,
    ReasonMissing,
    ReasonsNotTold,
    ReminderMissing,
)
from privacy.rights.models.requests import RequestItem, RightsRequest
from privacy.rights.workflow.questions import may_close_unidentified


@dataclass(frozen=True, slots=True)
class ItemAnswer:
    """The outcome of one item; a refusal has a reason code, and the reasons and remedies were told (Art. 12(4)).

    `facts` are the words of the decision: what was done, or on what facts it was refused.
    """

    item: RequestItem
    outcome: str
    reason_code: str = ""
    reasons_told: bool = False
    facts: str = ""

    def as_data(self) -> dict[str, str]:
        """Give what the history keeps of the answer."""
        return {"right": self.item.right, "outcome": self.outcome, "reason_code": self.reason_code}


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
