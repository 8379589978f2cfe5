"""Writing letters as rows inside the transaction of what they tell, and keeping those that no mail server carries."""

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import models, router, transaction
from django.utils import timezone

from privacy.conf import settings as conf
from privacy.mail.choices import MessageDirection, MessageKind, MessageState
from privacy.mail.models import Message
from privacy.mail.outbox.sending import deliver_inline
from privacy.mail.rendering import render_letter

LONGEST_SUBJECT = 200


class LetterRefused(ValueError):
    """A letter that must not be written; the text names the rule, never the content."""


class OutsideTransaction(RuntimeError):
    """A letter was to be written outside the transaction of what it tells."""


def write_letter(
    *,
    kind: MessageKind,
    to: str,
    language: str,
    subject: str,
    text: str,
    html: str = "",
    request: models.Model | None = None,
    register: models.Model | None = None,
) -> Message:
    """Write a letter as a row; it leaves after the commit, or by the worker where PRIVACY_SEND_INLINE is off.

    Raises LetterRefused for a subject, text or address that no letter can have, and OutsideTransaction.
    """
    _check_letter(to=to, subject=subject, text=text)
    message = Message(kind=kind, to=to, language=language, subject=subject, text=text, html=html)
    message.request_id = None if request is None else request.pk
    message.register_id = None if register is None else register.pk
    _queue([message])
    return message


def write_from_template(
    name: str,
    *,
    kind: MessageKind,
    to: str,
    language: str,
    facts: Mapping[str, Any],
    request: models.Model | None = None,
    register: models.Model | None = None,
) -> Message:
    """Write the letter of the templates `privacy/letters/NAME…` in a language; raises as write_letter does."""
    letter = render_letter(name, facts, language)
    return write_letter(
        kind=kind,
        to=to,
        language=language,
        subject=letter.subject,
        text=letter.text,
        html=letter.html,
        request=request,
        register=register,
    )


_TOGETHER: ContextVar[list[Message] | None] = ContextVar("privacy_letters_together", default=None)


@contextmanager
def letters_together() -> Iterator[None]:
    """Save the letters that are written inside with one insert at its end; until then they have no key."""
    letters: list[Message] = []
    token = _TOGETHER.set(letters)
    try:
        yield
    finally:
        _TOGETHER.reset(token)
    _queue(letters)


def _queue(letters: Sequence[Message]) -> None:
    using = router.db_for_write(Message)
    if not transaction.get_connection(using).in_atomic_block:
        raise OutsideTransaction("write a letter in the transaction of what it tells")
    together = _TOGETHER.get()
    if together is not None:
        together.extend(letters)
        return
    for letter in letters:
        letter.next_try_at = timezone.now()
    Message.objects.bulk_create(letters)
    for letter in letters if conf.send_inline else ():
        # A function and not a partial: Django names a robust callback that failed.
        transaction.on_commit(lambda pk=letter.pk: deliver_inline(pk), using=using, robust=True)  # type: ignore[misc]


def _check_letter(*, to: str, subject: str, text: str) -> None:
    if not subject.strip() or len(subject) > LONGEST_SUBJECT:
        raise LetterRefused("the subject is empty or too long")
    # Cc: control characters such as line breaks, which would add headers; Zl, Zp: line and paragraph separators.
    if any(unicodedata.category(character) in {"Cc", "Zl", "Zp"} for character in subject):
        raise LetterRefused("the subject is not one plain line")
    if not text.strip() or "\x00" in text:
        raise LetterRefused("the plain text is empty or holds a null character")
    try:
        validate_email(to)
    except ValidationError:
        raise LetterRefused("the address is not an email address") from None


def write_printed_letter(
    *,
    kind: MessageKind,
    language: str,
    subject: str,
    text: str,
    html: str,
    request: models.Model,
    register: models.Model | None = None,
) -> Message:
    """Write a letter that a person prints and delivers; it waits until that is recorded."""
    return Message.objects.create(
        kind=kind,
        to="",
        language=language,
        subject=subject,
        text=text,
        html=html,
        request_id=request.pk,
        register_id=register.pk if register else None,
        state=MessageState.TO_PRINT,
    )


def mark_delivered(message: Message, *, now: datetime | None = None) -> bool:
    """Record that a printed letter was delivered; False when it did not wait for that."""
    waiting = Message.objects.filter(pk=message.pk, state=MessageState.TO_PRINT)
    return waiting.update(state=MessageState.SENT, sent_at=now or timezone.now()) == 1


def keep_incoming(
    *, kind: MessageKind, language: str, subject: str, text: str, request: models.Model, sender: str = ""
) -> Message:
    """Keep what a person wrote or said by a road that this system does not see."""
    return Message.objects.create(
        kind=kind,
        direction=MessageDirection.IN,
        to=sender,
        language=language,
        subject=subject,
        text=text,
        request_id=request.pk,
        state=MessageState.RECEIVED,
    )
