"""Writing letters inside a transaction and sending them after it; rows are claimed, so that none leaves twice."""

import logging
import unicodedata
from collections import Counter
from collections.abc import Callable
from datetime import datetime, timedelta

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import DatabaseError, models, router, transaction
from django.utils import timezone

from privacy.conf import settings as conf
from privacy.mail.backend import SendResult, send_now
from privacy.mail.choices import MessageKind, MessageState
from privacy.mail.models import Message

logger = logging.getLogger("privacy.mail")

# How long to wait after the first, second, … try that failed for now; after the last one the letter has failed.
PAUSES = (
    timedelta(minutes=1),
    timedelta(minutes=5),
    timedelta(minutes=15),
    timedelta(hours=1),
    timedelta(hours=4),
    timedelta(hours=12),
    timedelta(hours=24),
)
# Longer than any dialogue: the timeout counts for each step of it, not for the whole.
LEASE = timedelta(minutes=15)
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
    _queue(message)
    return message


def claim(message_pk: int, *, now: datetime) -> bool:
    """Take a letter that is due for sending, in a transaction of its own; only one of several callers gets it."""
    with transaction.atomic(using=router.db_for_write(Message), durable=True):
        taken = (
            Message.objects.due(now)
            .filter(pk=message_pk)
            .update(state=MessageState.SENDING, lease_until=now + LEASE, tries=models.F("tries") + 1)
        )
    return taken == 1


def deliver(message_pk: int) -> MessageState | None:
    """Send one letter if it is due and nobody else is sending it; give its new state, or None."""
    if not claim(message_pk, now=timezone.now()):
        return None
    message = Message.objects.filter(pk=message_pk).first()
    if message is None:
        return None
    return _record(message, send_now(message), now=timezone.now())


def send_due(*, limit: int = 100, stop: Callable[[], bool] = lambda: False) -> Counter[MessageState]:
    """Send what is due, the longest waiting first, and count the states; stop is asked before each letter."""
    waiting = Message.objects.due(timezone.now()).order_by("next_try_at", "pk")
    counts: Counter[MessageState] = Counter()
    for message_pk in list(waiting.values_list("pk", flat=True)[:limit]):
        if stop():
            break
        if state := deliver(message_pk):
            counts[state] += 1
    return counts


def mark_lapsed_uncertain(*, now: datetime) -> int:
    """Mark letters whose sending was cut off; a human decides whether they are sent again."""
    marked = Message.objects.lapsed(now).update(
        state=MessageState.UNCERTAIN, lease_until=None, next_try_at=None, error="lease_lapsed"
    )
    if marked:
        logger.warning("letters whose sending was cut off: %s", marked)
    return marked


def _queue(message: Message) -> None:
    using = router.db_for_write(Message)
    if not transaction.get_connection(using).in_atomic_block:
        raise OutsideTransaction("write a letter in the transaction of what it tells")
    message.next_try_at = timezone.now()
    message.save(force_insert=True)
    if conf.send_inline:
        # A function and not a partial: Django names a robust callback that failed.
        transaction.on_commit(lambda: _deliver_inline(message.pk), using=using, robust=True)


def _deliver_inline(message_pk: int) -> None:
    """Send at once, for the caller's sake without complaint: the row stays and the worker finds it."""
    try:
        deliver(message_pk)
    except DatabaseError as error:
        # Not the error's text, which may quote the row.
        logger.error("letter row %s was not sent at once: %s", message_pk, type(error).__name__)


def _record(message: Message, result: SendResult, *, now: datetime) -> MessageState:
    """Write down the result of this try, unless the row has moved on since it was claimed."""
    state, next_try_at = result.state, None
    if state == MessageState.DEFERRED and message.tries > len(PAUSES):
        state = MessageState.FAILED
    elif state == MessageState.DEFERRED:
        next_try_at = now + PAUSES[message.tries - 1]
    this_try = Message.objects.filter(
        pk=message.pk, tries=message.tries, state__in=[MessageState.SENDING, MessageState.UNCERTAIN]
    )
    this_try.update(
        state=state,
        next_try_at=next_try_at,
        lease_until=None,
        provider_id=result.provider_id,
        error=result.error,
        sent_at=now if state == MessageState.SENT else None,
    )
    level = logging.INFO if state == MessageState.SENT else logging.WARNING
    logger.log(level, "letter %s, try %s: %s %s", message.uuid, message.tries, state, result.error)
    return state


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
