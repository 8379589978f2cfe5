"""Something that waits to leave: the row is the queue, whether a letter or a message to another system is in it.

A try is claimed by one conditional UPDATE that is committed before anything leaves, so that of several callers only
one gets it. Its result is written down only while the row still stands where this try left it. Who never reports back
loses the lease, and it is not known whether anything left.
"""

import uuid
from datetime import datetime, timedelta
from typing import Any, Self

from django.db import models, router, transaction
from django.utils.translation import gettext_lazy as _


class DeliveryState(models.TextChoices):
    """How far a delivery is, as this side sees it; a subclass may know more states."""

    QUEUED = "queued", _("Waiting to be sent")
    SENDING = "sending", _("Being sent")
    HANDING_OVER = "handing_over", _("Being handed over")
    DEFERRED = "deferred", _("Will be tried again")
    FAILED = "failed", _("Could not be sent")
    UNCERTAIN = "uncertain", _("Not known whether it was sent")
    SENT = "sent", _("Sent")


# Deliveries that leave when their time has come.
DUE_STATES = (DeliveryState.QUEUED, DeliveryState.DEFERRED)
# Deliveries that somebody is trying now, or was when they were cut off.
UNDER_WAY_STATES = (DeliveryState.SENDING, DeliveryState.HANDING_OVER)

# How long to wait after the first, second, … try that failed for now; after the last one the delivery has failed.
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


class DeliveryQuerySet(models.QuerySet[Any]):
    def due(self, now: datetime) -> Self:
        return self.filter(state__in=DUE_STATES, next_try_at__lte=now)

    def lapsed(self, now: datetime) -> Self:
        """Those whose sending began and never reported back."""
        return self.filter(state__in=UNDER_WAY_STATES, lease_until__lt=now)

    def claim(self, pk: int, *, now: datetime) -> bool:
        """Take one that is due, in a transaction of its own; only one of several callers gets it."""
        with transaction.atomic(using=router.db_for_write(self.model), durable=True):
            taken = (
                self.due(now)
                .filter(pk=pk)
                .update(state=DeliveryState.SENDING, lease_until=now + LEASE, tries=models.F("tries") + 1)
            )
        return taken == 1

    def mark_lapsed_uncertain(self, *, now: datetime) -> int:
        """Mark those whose sending was cut off, and give how many; a human decides whether they leave again."""
        return self.lapsed(now).update(
            state=DeliveryState.UNCERTAIN, lease_until=None, next_try_at=None, error="lease_lapsed"
        )


class Delivery(models.Model):
    """Something that leaves after the commit, is tried again after pauses, and never leaves twice by itself.

    A subclass that knows more states declares `state` with its own choices.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    state = models.CharField(_("state"), max_length=20, choices=DeliveryState, default=DeliveryState.QUEUED)
    # The number of the last try; with it a result that comes late is told from that of a newer try.
    tries = models.PositiveSmallIntegerField(_("tries"), default=0)
    next_try_at = models.DateTimeField(_("next try"), null=True, blank=True)
    lease_until = models.DateTimeField(null=True, blank=True, editable=False)
    # A code or the name of an error class, never the words of the other side: these repeat addresses.
    error = models.CharField(_("error"), max_length=100, blank=True)
    created_at = models.DateTimeField(_("written"), auto_now_add=True)
    sent_at = models.DateTimeField(_("sent"), null=True, blank=True)

    objects = models.Manager.from_queryset(DeliveryQuerySet)()

    class Meta:
        abstract = True
        indexes = [
            # Partial: the worker looks for the few that wait, however many there are.
            models.Index(
                fields=["next_try_at"],
                condition=models.Q(state__in=[state.value for state in DUE_STATES]),
                name="%(class)s_due",
            ),
            models.Index(
                fields=["lease_until"],
                condition=models.Q(state__in=[state.value for state in UNDER_WAY_STATES]),
                name="%(class)s_lease",
            ),
        ]

    def record_try(self, state: str, *, now: datetime, error: str = "", **told: Any) -> str:
        """Write down how the try that this row was read for ended, unless the row has moved on since; give the state.

        A try that failed for now is put off by the next pause, or has failed after the last. `told` are further fields.
        """
        next_try_at = None
        if state == DeliveryState.DEFERRED and self.tries > len(PAUSES):
            state = DeliveryState.FAILED
        elif state == DeliveryState.DEFERRED:
            next_try_at = now + PAUSES[self.tries - 1]
        still_this_try = type(self)._default_manager.filter(
            pk=self.pk, tries=self.tries, state__in=[*UNDER_WAY_STATES, DeliveryState.UNCERTAIN]
        )
        still_this_try.update(
            state=state,
            next_try_at=next_try_at,
            lease_until=None,
            error=error,
            sent_at=now if state == DeliveryState.SENT else None,
            **told,
        )
        return state
