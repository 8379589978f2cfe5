"""What a letter is and how far it is."""

from collections.abc import Callable, Iterable
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from privacy.extension import Extension
from privacy.mail.delivery import DeliveryState

Choices = Iterable[tuple[str, Any]]

# Kinds of letters that other rooms write, with their names for the reader of the moment.
MESSAGE_KINDS: Extension[Callable[[], Choices]] = Extension("kinds of letters")


class MessageDirection(models.TextChoices):
    OUT = "out", _("Sent by us")
    IN = "in", _("Received by us")


class MessageKind(models.TextChoices):
    ACKNOWLEDGEMENT = "acknowledgement", _("Acknowledgement of receipt")
    NOTIFICATION = "notification", _("Notification to the contact")
    CASE_CODE = "case_code", _("One-time code")
    NOTE = "note", _("Note")
    DIGEST = "digest", _("Digest for handlers")
    IDENTITY_QUESTION = "identity_question", _("Question about identity")
    CLARIFICATION_QUESTION = "clarification_question", _("Question about what the request concerns")
    REMINDER = "reminder", _("Reminder")
    EXTENSION = "extension", _("Extension of the time limit")
    CORRECTION = "correction", _("Day of receipt corrected")
    MOVED = "moved", _("Moved to another register")
    FORWARDED = "forwarded", _("Passed on to the controller")
    DOCUMENT_REQUEST = "document_request", _("Taken as a request for documents as well")
    ANSWER = "answer", pgettext_lazy("kind of a letter", "Answer")
    REPLY = "reply", _("Message from the person")
    JOINT_CONTROLLER = "joint_controller", _("To the other joint controllers")
    CONTACT_CLOSING = "contact_closing", _("To the contact: the request is closed")
    HANDLER_NEEDED = "handler_needed", _("Another handler is needed")
    FORGETTING = "forgetting", _("Requests that will be anonymised")


def kind_choices() -> list[tuple[str, Any]]:
    """Give the kinds of letters, those of other rooms included; a callable, so that another one needs no migration."""
    return [*MessageKind.choices, *(choice for more in MESSAGE_KINDS.values() for choice in more())]


class MessageState(models.TextChoices):
    """How far a letter is: as every delivery, and what the provider or the reader's server tells."""

    QUEUED = DeliveryState.QUEUED.value, DeliveryState.QUEUED.label
    SENDING = DeliveryState.SENDING.value, DeliveryState.SENDING.label
    HANDING_OVER = DeliveryState.HANDING_OVER.value, DeliveryState.HANDING_OVER.label
    DEFERRED = DeliveryState.DEFERRED.value, DeliveryState.DEFERRED.label
    FAILED = DeliveryState.FAILED.value, DeliveryState.FAILED.label
    UNCERTAIN = DeliveryState.UNCERTAIN.value, DeliveryState.UNCERTAIN.label
    SENT = DeliveryState.SENT.value, DeliveryState.SENT.label
    DELIVERED = "delivered", _("Delivered")
    BOUNCED = "bounced", _("Came back")
    REJECTED = "rejected", _("Refused by the mail server")
    COMPLAINED = "complained", _("Reported as spam")
    RECEIVED = "received", pgettext_lazy("state of a letter", "Received")
    TO_PRINT = "to_print", _("To be printed and delivered")


def state_choices() -> list[tuple[str, Any]]:
    """Give how far letters can be; a callable, so that another state needs no migration."""
    return MessageState.choices


# Letters that somebody has to look at: they do not reach the reader by themselves.
PROBLEM_STATES = (
    MessageState.FAILED,
    MessageState.UNCERTAIN,
    MessageState.BOUNCED,
    MessageState.REJECTED,
)
