"""The append-only history of a request; the due date is computed from it and from nothing else."""

from collections.abc import Iterable
from typing import Any, NoReturn

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from privacy.rights.choices import Actor
from privacy.rights.steps import EventKind, event_choices

# What an event keeps of the clock; all of it stays when a request is anonymised.
CLOCK_KEYS = (
    *("received_on", "nominal_on", "due_on", "plain_nominal_on", "plain_due_on"),
    *("months", "suspensions", "suspended_on", "country", "calendar"),
)
# What stays of the details of an event when its request is anonymised: dates, codes and numbers, never words.
KEPT_DATA = (
    *CLOCK_KEYS,
    *("reason_code", "months_added", "channel", "identity", "recipients_told", "outcomes", "ground", "passed_on"),
    *("suspended", "late", "old_due_on", "old_received_on", "problem", "document_due_on", "review_on"),
)


class EventChangeRefused(TypeError):
    """An event of a request was to be changed or deleted on its own."""


class RequestEventQuerySet(models.QuerySet["RequestEvent"]):
    """Events can be read and added; they go only with their request."""

    def update(self, **kwargs: Any) -> NoReturn:
        """Refuse: events are never changed."""
        raise EventChangeRefused("events of a request are append-only")

    def delete(self) -> NoReturn:
        """Refuse: events go only with their request."""
        raise EventChangeRefused("events of a request are append-only")

    def forget(self) -> int:
        """Wipe what is personal in the events of an anonymised request; their kinds, days and dates stay.

        The only exception to the rule that events are never changed (6-request-file.md 6.2).
        """
        for event in self.exclude(data={}):
            kept = {key: event.data[key] for key in KEPT_DATA if key in event.data}
            models.QuerySet.update(self.filter(pk=event.pk), data=kept)
        return models.QuerySet.update(self, text="", actor_name="", user=None, contact=None)


class RequestEvent(models.Model):
    """What happened, who did it, the day that was stated for it, and the moment it was recorded."""

    request = models.ForeignKey("privacy.RightsRequest", on_delete=models.CASCADE, related_name="events")
    kind = models.CharField(_("event"), max_length=30, choices=event_choices)
    actor = models.CharField(_("actor"), max_length=10, choices=Actor)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    contact = models.ForeignKey("privacy.Contact", on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    actor_name = models.CharField(_("name of the actor"), max_length=200, blank=True)
    stated_on = models.DateField(_("day stated"), null=True, blank=True)
    recorded_at = models.DateTimeField(_("recorded at"), auto_now_add=True)
    version = models.PositiveIntegerField(_("version of the request"), default=0)
    # Words of a person stand here and never in the details.
    text = models.TextField(_("text"), blank=True)
    data = models.JSONField(_("details"), default=dict, blank=True)

    objects = models.Manager.from_queryset(RequestEventQuerySet)()
    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("event of a request")
        verbose_name_plural = _("events of a request")
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.request_id}: {self.kind}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Add the event; refuse to change one."""
        if self.pk is not None:
            raise EventChangeRefused("events of a request are append-only")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        """Refuse: events go only with their request."""
        raise EventChangeRefused("events of a request are append-only")


def new_event(request: Any, kind: EventKind, actor: Actor, **fields: Any) -> RequestEvent:
    """Give an event of a request that is not saved yet; several are saved together by `add_events`."""
    return RequestEvent(request=request, kind=kind, actor=actor, **{"version": request.version, **fields})


def add_events(events: Iterable[RequestEvent]) -> None:
    """Append events to the histories of their requests, in their order."""
    RequestEvent.objects.bulk_create(events)


def add_event(request: Any, kind: EventKind, actor: Actor, **fields: Any) -> RequestEvent:
    """Append an event to the history of a request."""
    event = new_event(request, kind, actor, **fields)
    event.save()
    return event
