"""The answer to a request, item by item: by a letter from here, or given otherwise; and its reopening."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from privacy.mail.models import Message
from privacy.rights.actions.closing import answer_codes, end_items
from privacy.rights.choices import AnswerChannel, State
from privacy.rights.code_links import close_file_links, keep_file_link
from privacy.rights.deadlines.clock import run_clock
from privacy.rights.errors import NotAllowed, OutcomeMissing, ReasonMissing
from privacy.rights.letters.to_person import FilesOfLetter, write_to_person
from privacy.rights.models.attachments import attach_file
from privacy.rights.models.requests import RequestItem, RightsRequest
from privacy.rights.models.standard_texts import LetterText
from privacy.rights.steps import ANSWER, REFUSAL, LetterSpec, Step
from privacy.rights.tokens import new_token
from privacy.rights.workflow.actors import ActingPerson
from privacy.rights.workflow.outcomes import WITH_REMEDIES, ItemAnswer, check_answers, check_letter_answers
from privacy.rights.workflow.transition import begin_step


@transaction.atomic
def answer_request(
    *,
    request: RightsRequest,
    acting: ActingPerson,
    answers: Sequence[ItemAnswer],
    letter: LetterText,
    identity: str = "",
    recipients_told: str = "",
    files: Sequence[UploadedFile] = (),
    seen_version: int | None = None,
) -> RightsRequest:
    """Answer items by a letter from here; a refusal gets the remedies of Art. 12(4) below its text.

    By email, or printed where the person chose another channel. Files are never attached to an email: the letter
    leads to the page where the person fetches them. Raises a RightsError.
    """
    step = begin_step(Step.ANSWER, request=request, acting=acting, seen_version=seen_version)
    step.check_items([answer.item for answer in answers])
    answers = [replace(answer, reasons_told=answer.outcome in WITH_REMEDIES) for answer in answers]
    check_letter_answers(step.request, answers)
    items = [answer.item for answer in answers]
    spec = REFUSAL if any(answer.reasons_told for answer in answers) else ANSWER
    message = _write_with_files(spec, step.request, items, letter, files)
    channel = AnswerChannel.EMAIL if message.to else step.request.reply_channel
    data = answer_codes(channel, identity, recipients_told)
    data["letter"] = str(message.uuid)
    end_items(step, answers, answered_on=step.today, data=data)
    return step.request


def _write_with_files(
    spec: LetterSpec,
    request: RightsRequest,
    items: Sequence[RequestItem],
    letter: LetterText,
    files: Sequence[UploadedFile],
) -> Message:
    if not files:
        return write_to_person(spec, request, items, letter)
    token = new_token()
    message = write_to_person(spec, request, items, letter, files=FilesOfLetter(len(files), token))
    registers = {item.register for item in items}
    # A file that answers for several registers is shown only to those who see all of them.
    register = registers.pop() if len(registers) == 1 else None
    for file in files:
        attach_file(request, file, register=register, message=message)
    if message.to:
        keep_file_link(request, message, token)
    return message


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
    step.check_items([answer.item for answer in answers])
    check_answers(step.request, answers, answered_on)
    data = answer_codes(channel, identity, recipients_told)
    end_items(step, answers, answered_on=answered_on, data=data)
    return step.request


@transaction.atomic
def reopen_request(
    *,
    request: RightsRequest,
    acting: ActingPerson,
    items: Sequence[RequestItem],
    reason: str,
    seen_version: int | None = None,
) -> RightsRequest:
    """Reopen a closed request for the items whose outcome does not hold; the history keeps the former outcomes.

    The due date stays as it was; a clock that stood still at the closing runs on from today. Files of
    the former answer cannot be fetched any more.
    """
    if not reason.strip():
        raise ReasonMissing
    step = begin_step(Step.REOPEN, request=request, acting=acting, seen_version=seen_version)
    own = {item.pk for item in step.items}
    if not items:
        raise OutcomeMissing
    if any(item.pk not in own for item in items):
        raise NotAllowed
    blank = {"outcome": "", "reason_code": "", "facts": "", "reasons_told": False, "answered_on": None}
    step.request.items.filter(pk__in=[item.pk for item in items]).update(**blank)
    close_file_links(step.request)
    step.change(state=State.IN_PROGRESS, closed_at=None, forget_warned_on=None)
    stopped = step.request.suspended_on is not None
    clock = run_clock(step.clock, answered_on=step.today, country=step.country) if stopped else None
    step.end(text=reason, stated_on=step.today, clock=clock)
    return step.request
