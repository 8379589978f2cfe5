"""Sending the letters that are due, each by one worker, and writing down what became of them."""

import logging
from collections import Counter
from collections.abc import Callable
from datetime import datetime

from django.db import DatabaseError
from django.utils import timezone

from privacy.mail.choices import MessageState
from privacy.mail.models import Message
from privacy.mail.outbox.backend import send_now

logger = logging.getLogger("privacy.mail")


def deliver(message_pk: int) -> MessageState | None:
    """Send one letter if it is due and nobody else is sending it; give its new state, or None."""
    if not Message.objects.claim(message_pk, now=timezone.now()):
        return None
    message = Message.objects.filter(pk=message_pk).first()
    if message is None:
        return None
    result = send_now(message)
    recorded = message.record_try(result.state, now=timezone.now(), error=result.error, provider_id=result.provider_id)
    state = MessageState(recorded)
    level = logging.INFO if state == MessageState.SENT else logging.WARNING
    logger.log(level, "letter %s, try %s: %s %s", message.uuid, message.tries, state, result.error)
    return state


def deliver_inline(message_pk: int) -> None:
    """Send at once, for the caller's sake without complaint: the row stays and the worker finds it."""
    try:
        deliver(message_pk)
    except DatabaseError as error:
        # Not the error's text, which may quote the row.
        logger.error("letter row %s was not sent at once: %s", message_pk, type(error).__name__)


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
    marked = Message.objects.mark_lapsed_uncertain(now=now)
    if marked:
        logger.warning("letters whose sending was cut off: %s", marked)
    return marked
