"""The answer to a request, item by item: by a letter from here, or given otherwise."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from privacy.mail.models import Message
from privacy.rights.actions.closing import answer_codes, end_items
from privacy.rights.choices import AnswerChannel, EventKind
from privacy.rights.code_links import keep_file_link
from privacy.rights.letters.to_person import ANSWER, REFUSAL, FilesOfLetter, LetterKind, write_to_person
from privacy.rights.models.attachments import attach_file
from privacy.rights.models.requests import RequestItem, RightsRequest
from privacy.rights.models.standard_texts import LetterText
from privacy.rights.tokens import new_token
from privacy.rights.workflow.actors import ActingPerson
from privacy.rights.workflow.outcomes import WITH_REMEDIES, ItemAnswer, check_answers, check_letter_answers
from privacy.rights.workflow.steps import Step
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
    acting.check_may_answer(step.request, answers)
    answers = [replace(answer, reasons_told=answer.outcome in WITH_REMEDIES) for answer in answers]
    check_letter_answers(step.request, answers)
    items = [answer.item for answer in answers]
    how = REFUSAL if any(answer.reasons_told for answer in answers) else ANSWER
    message = _write_with_files(how, step.request, items, letter, files)
    channel = AnswerChannel.EMAIL if message.to else step.request.reply_channel
    data = answer_codes(channel, identity, recipients_told)
    data["letter"] = str(message.uuid)
    end_items(step, answers, EventKind.ANSWERED, answered_on=step.today, data=data)
    return step.request


def _write_with_files(
    how: LetterKind,
    request: RightsRequest,
    items: Sequence[RequestItem],
    letter: LetterText,
    files: Sequence[UploadedFile],
) -> Message:
    if not files:
        return write_to_person(how, request, items, letter)
    token = new_token()
    message = write_to_person(how, request, items, letter, files=FilesOfLetter(len(files), token))
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
    acting.check_may_answer(step.request, answers)
    check_answers(step.request, answers, answered_on)
    data = answer_codes(channel, identity, recipients_told)
    end_items(step, answers, EventKind.ANSWERED, answered_on=answered_on, data=data)
    return step.request
