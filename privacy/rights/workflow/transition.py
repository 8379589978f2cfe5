"""What every step shares: who may, the row lock, the version, the event, the clock and the audit log.

The action that calls these owns the transaction.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import log

from privacy.rights.deadlines.clock import Clock, ClockData, clock_fields, clock_of, replay, today_of
from privacy.rights.errors import ChangedMeanwhile, ConflictDeclared, NotAllowed, StepNotPossible
from privacy.rights.models.events import RequestEvent, add_events
from privacy.rights.models.requests import RequestItem, RightsRequest
from privacy.rights.steps import EventKind, Step, is_possible
from privacy.rights.workflow.actors import ActingPerson

LOG_PREFIX = "privacy.request."


@dataclass
class StepUnderWay:
    """One step of one request, from the checks to the event that ends it.

    `all_items` are all items of the request, `items` those that the acting person may handle; both were read when the
    step began, under the row lock if it is taken and not only composed.
    """

    step: Step
    request: RightsRequest
    acting: ActingPerson
    all_items: Sequence[RequestItem]
    items: Sequence[RequestItem]
    changed: set[str] = field(default_factory=set)

    @property
    def today(self) -> date:
        """The local day of the controller."""
        return today_of(self.request)

    @property
    def country(self) -> str:
        """The country whose calendar counts."""
        return self.request.controller.country

    @cached_property
    def clock(self) -> Clock:
        """Where the clock stands, by the events before the step."""
        return clock_of(self.request)

    def check_items(self, items: Sequence[RequestItem]) -> None:
        """Raise NotAllowed unless every item is one to handle, StepNotPossible if one was answered meanwhile."""
        own = {item.pk: item for item in self.items}
        if any(item.pk not in own for item in items):
            raise NotAllowed
        if any(own[item.pk].outcome for item in items):
            raise StepNotPossible

    def change(self, **fields: Any) -> None:
        """Set fields of the request; they are saved when the step ends."""
        for name, value in fields.items():
            setattr(self.request, name, value)
        self.changed |= set(fields)

    def take_over(self) -> None:
        """Make the acting person the handler of a request that has none."""
        if not self.request.owner_name:
            self.change(owner=self.acting.user, owner_name=self.acting.name)

    def end(
        self,
        *,
        text: str = "",
        stated_on: date | None = None,
        data: dict[str, Any] | None = None,
        clock: ClockData | None = None,
        closed: bool = False,
    ) -> None:
        """Append the event of the step, set the clock by replay, raise the version, write the audit log, and save.

        `closed`: a second event says that every item has an outcome now.
        """
        self.change(version=self.request.version + 1)
        kind = self.step.spec.event
        details = {**(data or {}), **(clock or {})}
        events = [self._event(kind, text=text.strip(), stated_on=stated_on, data=details)]
        events += [self._event(EventKind.CLOSED)] if closed else []
        add_events(events)
        if clock is not None:
            self.change(**clock_fields(replay([(kind, clock)])))
        self.request.save(update_fields=sorted(self.changed))
        # Nothing personal: the audit log is read by more people than the request.
        log(
            instance=self.request,
            action=LOG_PREFIX + self.step,
            user=self.acting.user,
            data={"version": self.request.version},
        )

    def _event(self, kind: EventKind, **fields: Any) -> RequestEvent:
        acting = self.acting.event_fields()
        return RequestEvent(request=self.request, kind=kind, version=self.request.version, **fields, **acting)


def begin_step(
    step: Step, *, request: RightsRequest, acting: ActingPerson, seen_version: int | None = None
) -> StepUnderWay:
    """Lock the request and check that the step may be taken, by this actor, on what the actor saw.

    What the actor may handle is read after the lock: it can have moved away while the row was waited for.
    Raises NotAllowed, ConflictDeclared, ChangedMeanwhile or StepNotPossible.
    """
    return _checked(step, request, acting, seen_version, RightsRequest.objects.select_for_update(of=("self",)))


def consider_step(
    step: Step, *, request: RightsRequest, acting: ActingPerson, seen_version: int | None = None
) -> StepUnderWay:
    """Check a step as `begin_step` does, without a lock: for composing what it would say. Raises the same."""
    return _checked(step, request, acting, seen_version, RightsRequest.objects.all())


def _checked(
    step: Step, request: RightsRequest, acting: ActingPerson, seen_version: int | None, rows: Any
) -> StepUnderWay:
    if acting.link is not None and not step.spec.by_contact:
        raise NotAllowed
    found = rows.select_related("controller__supervisory_authority").get(pk=request.pk)
    items = list(found.items.select_related("register__controller"))
    own = acting.handled(found, items)
    if not own:
        raise NotAllowed
    if acting.user is not None and has_conflict(found, acting.user):
        raise ConflictDeclared
    if seen_version is not None and seen_version != found.version:
        raise ChangedMeanwhile(found.events.filter(version__gt=seen_version).order_by("pk"))
    if not is_possible(step, found.state):
        raise StepNotPossible(step, found.state)
    return StepUnderWay(step, found, acting, items, own)


def has_conflict(request: RightsRequest, user: Any) -> bool:
    """Tell whether a handler has declared a conflict of interest in a request."""
    return request.events.filter(kind=EventKind.CONFLICT_DECLARED, user=user).exists()


def register_steps(actions: Any) -> None:
    """Register each step of a request as an action of Wagtail's audit log: kinds only, never words of a person."""
    actions.register_action(f"{LOG_PREFIX}record", _("Record a request"), _("Recorded a request"))
    actions.register_action(f"{LOG_PREFIX}anonymise", _("Anonymise"), _("Anonymised"))
    for step in Step:
        actions.register_action(LOG_PREFIX + step, step.label, step.label)
