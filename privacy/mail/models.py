"""Letters as rows: saved first, then sent; a letter never exists at a provider only."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from privacy.mail.choices import PROBLEM_STATES, MessageDirection, MessageState, kind_choices, state_choices
from privacy.mail.delivery import Delivery


class Message(Delivery):
    """One letter out or in; `to` is the reader's address, on both ways."""

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
    kind = models.CharField(_("kind"), max_length=30, choices=kind_choices)
    language = models.CharField(_("language"), max_length=10)
    # Empty when a person prints the letter and delivers it.
    to = models.CharField(_("to"), max_length=254, blank=True)
    subject = models.CharField(_("subject"), max_length=200)
    text = models.TextField(_("text"))
    html = models.TextField(_("HTML"), blank=True)
    state = models.CharField(_("state"), max_length=20, choices=state_choices, default=MessageState.QUEUED)
    provider_id = models.CharField(_("identifier at the provider"), max_length=255, blank=True)

    wagtail_reference_index_ignore = True

    class Meta(Delivery.Meta):
        verbose_name = _("letter")
        verbose_name_plural = _("letters")
        ordering = ["created_at", "pk"]

    def __str__(self) -> str:
        return f"{self.kind} {self.uuid}"

    @property
    def needs_attention(self) -> bool:
        """Whether somebody has to look at the letter: it does not reach its reader by itself."""
        return self.state in PROBLEM_STATES
