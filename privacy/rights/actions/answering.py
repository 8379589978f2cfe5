"""The answer to a request, item by item: by a letter from here, or given otherwise."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from django.db import transaction

from privacy.rights.actors import ActingPerson
from privacy.rights.answering import (
    WITH_REMEDIES,
    answer_codes,
    check_answers,
    check_letter_answers,
    end_items,
)
from privacy.rights.answers import ItemAnswer
from privacy.rights.choices import EventKind
from privacy.rights.person_letters import ANSWER, REFUSAL, write_to_person
from privacy.rights.procedure import AnswerChannel
from privacy.rights.records import RightsRequest
from privacy.rights.standard_texts import LetterText
from privacy.rights.stepping import begin_step
from privacy.rights.steps import Step


@transaction.atomic
def answer_request(
    *,
    request: RightsRequest,
    acting: ActingPerson,
    answers: Sequence[ItemAnswer],
    letter: LetterText,
    identity: str = "",
    recipients_told: str = "",
    seen_version: int | None = None,
) -> RightsRequest:
    """Answer items by a letter from here; a refusal gets the remedies of Art. 12(4) below its text.

    By email, or printed where the person chose another channel. Raises a RightsError.
    """
    step = begin_step(Step.ANSWER, request=request, acting=acting, seen_version=seen_version)
    acting.check_may_answer(step.request, answers)
    answers = [replace(answer, reasons_told=answer.outcome in WITH_REMEDIES) for answer in answers]
    check_letter_answers(step.request, answers)
    items = [answer.item for answer in answers]
    how = REFUSAL if any(answer.reasons_told for answer in answers) else ANSWER
    message = write_to_person(how, step.request, items, letter)
    channel = AnswerChannel.EMAIL if message.to else step.request.reply_channel
    data = answer_codes(channel, identity, recipients_told)
    data["letter"] = str(message.uuid)
    end_items(step, answers, EventKind.ANSWERED, answered_on=step.today, data=data)
    return step.request


@transaction.atomic
def record_answer(
    *,
    request: RightsRequest,
    acting: ActingPerson,
    answers: Sequence[ItemAnswer],
    answered_on: date,
    channel: str,
    identity: str = "",
    recipients_told: str = "",
    seen_version: int | None = None,
) -> RightsRequest:
    """Record that a request was answered outside the system, right by right; closes it when none is left.

    `channel` is how the answer was given, `identity` how the person was identified (the method only),
    `recipients_told` whether recipients were told (Art. 19). Raises a RightsError.
    """
    step = begin_step(Step.RECORD_ANSWER, request=request, acting=acting, seen_version=seen_version)
    acting.check_may_answer(step.request, answers)
    check_answers(step.request, answers, answered_on)
    data = answer_codes(channel, identity, recipients_told)
    end_items(step, answers, EventKind.ANSWERED, answered_on=answered_on, data=data)
    return step.request
