"""Letters as rows: saved first, then sent; a letter never exists at a provider only."""

import uuid
from datetime import datetime

from django.db import models
from django.utils.translation import gettext_lazy as _

from privacy.mail.choices import DUE_STATES, PROBLEM_STATES, MessageDirection, MessageKind, MessageState


class MessageQuerySet(models.QuerySet["Message"]):
    """Letters in the words of the post."""

    def due(self, now: datetime) -> "MessageQuerySet":
        """Letters whose time to be sent has come."""
        return self.filter(state__in=DUE_STATES, next_try_at__lte=now)

    def lapsed(self, now: datetime) -> "MessageQuerySet":
        """Letters whose sending began and never reported back."""
        return self.filter(state=MessageState.SENDING, lease_until__lt=now)


class Message(models.Model):
    """One letter out or in; `to` is the reader's address, on both ways."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    request = models.ForeignKey(
        "privacy.RightsRequest",
        verbose_name=_("rights request"),
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="messages",
    )
    # The register that the letter tells of; whoever may not see its requests does not see the letter.
    register = models.ForeignKey(
        "privacy.Register", on_delete=models.SET_NULL, null=True, blank=True, related_name="messages"
    )
    direction = models.CharField(_("direction"), max_length=3, choices=MessageDirection, default=MessageDirection.OUT)
    kind = models.CharField(_("kind"), max_length=30, choices=MessageKind)
    language = models.CharField(_("language"), max_length=10)
    # Empty when a person prints the letter and delivers it.
    to = models.CharField(_("to"), max_length=254, blank=True)
    subject = models.CharField(_("subject"), max_length=200)
    text = models.TextField(_("text"))
    html = models.TextField(_("HTML"), blank=True)
    state = models.CharField(_("state"), max_length=20, choices=MessageState, default=MessageState.QUEUED)
    tries = models.PositiveSmallIntegerField(_("tries"), default=0)
    next_try_at = models.DateTimeField(_("next try"), null=True, blank=True)
    lease_until = models.DateTimeField(null=True, blank=True, editable=False)
    provider_id = models.CharField(_("identifier at the provider"), max_length=255, blank=True)
    # A code or the name of an error class, never the provider's words: these repeat addresses.
    error = models.CharField(_("error"), max_length=100, blank=True)
    created_at = models.DateTimeField(_("written"), auto_now_add=True)
    sent_at = models.DateTimeField(_("sent"), null=True, blank=True)

    objects = models.Manager.from_queryset(MessageQuerySet)()
    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("letter")
        verbose_name_plural = _("letters")
        ordering = ["created_at", "pk"]
        indexes = [
            # Partial: the worker looks for the few letters that wait, however many there are.
            models.Index(
                fields=["next_try_at"],
                condition=models.Q(state__in=[state.value for state in DUE_STATES]),
                name="message_due",
            ),
            models.Index(
                fields=["lease_until"], condition=models.Q(state=MessageState.SENDING.value), name="message_lease"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.uuid}"

    @property
    def needs_attention(self) -> bool:
        """Whether somebody has to look at the letter: it does not reach its reader by itself."""
        return self.state in PROBLEM_STATES
