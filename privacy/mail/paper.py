"""Letters that no mail server carries: those that are printed, and what came in by another road."""

from datetime import datetime

from django.db import models
from django.utils import timezone

from privacy.mail.choices import MessageDirection, MessageKind, MessageState
from privacy.mail.models import Message


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
