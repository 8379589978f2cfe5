"""Closes a message that turned out not to be a request."""

from django.db import transaction
from django.utils import timezone

from privacy.rights.actions import record_answer
from privacy.rights.choices import Outcome
from privacy.rights.deadlines.counting import local_date
from privacy.rights.errors import ReasonMissing
from privacy.rights.models.requests import RightsRequest
from privacy.rights.workflow.actors import ActingPerson
from privacy.rights.workflow.outcomes import ItemAnswer


@transaction.atomic
def close_as_not_a_request(*, request: RightsRequest, acting: ActingPerson, reason: str) -> RightsRequest:
    """Give every item that waits, and that the acting person may handle, the outcome that it was no request, and why.

    No letter is written. Raises a RightsError as recording an answer does, or ReasonMissing.
    """
    if not reason.strip():
        raise ReasonMissing
    answers = [
        ItemAnswer(item, Outcome.NOT_A_REQUEST, facts=reason.strip())
        for item in acting.items(request)
        if not item.outcome
    ]
    today = local_date(timezone.now(), request.controller.time_zone)
    return record_answer(request=request, acting=acting, answers=answers, answered_on=today, channel="")
