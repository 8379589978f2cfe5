"""The steps of requests in Wagtail's audit log: kinds only, never words of a person."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import log

from privacy.rights.choices import EventKind
from privacy.rights.deadlines.clock import Clock, ClockData, clock_of, today_of
from privacy.rights.errors import ChangedMeanwhile, ConflictDeclared, NotAllowed, StepNotPossible
from privacy.rights.models.events import RequestEvent
from privacy.rights.models.requests import RightsRequest
from privacy.rights.workflow.actors import ActingPerson
from privacy.rights.workflow.steps import TABLE, Step, is_possible

LOG_PREFIX = "privacy.request."


@dataclass(slots=True)
class StepUnderWay:
    """One step of one request, under its row lock, from the checks to the event that ends it."""

    step: Step
    request: RightsRequest
    acting: ActingPerson
    changed: set[str] = field(default_factory=set)

    @property
    def today(self) -> date:
        """The local day of the controller."""
        return today_of(self.request)

    @property
    def country(self) -> str:
        """The country whose calendar counts."""
        return self.request.controller.country

    @property
    def clock(self) -> Clock:
        """Where the clock stands, by the events so far."""
        return clock_of(self.request)

    def change(self, **fields: Any) -> None:
        """Set fields of the request; they are saved when the step ends."""
        for name, value in fields.items():
            setattr(self.request, name, value)
        self.changed |= set(fields)

    def end(
        self,
        kind: EventKind,
        *,
        text: str = "",
        stated_on: date | None = None,
        data: dict[str, Any] | None = None,
        clock: ClockData | None = None,
    ) -> RequestEvent:
        """Append the event, set the clock by replay, raise the version, write the audit log, and save."""
        request = self.request
        self.change(version=request.version + 1)
        event = RequestEvent.objects.create(
            request=request,
            kind=kind,
            version=request.version,
            text=text.strip(),
            stated_on=stated_on,
            data={**(data or {}), **(clock or {})},
            **self.acting.event_fields(),
        )
        if clock is not None:
            self.set_clock()
        request.save(update_fields=sorted(self.changed))
        # Nothing personal: the audit log is read by more people than the request.
        log(instance=request, action=LOG_PREFIX + self.step, user=self.acting.user, data={"version": request.version})
        return event

    def set_clock(self) -> None:
        """Set the dates of the request to what its events say."""
        clock = self.clock
        self.change(
            received_on=clock.received_on,
            nominal_on=clock.nominal_on,
            due_on=clock.due_on,
            months=clock.months,
            suspended_on=clock.suspended_on,
            suspended_days=sum((answered - asked).days for asked, answered in clock.suspensions),
        )


def begin_step(
    step: Step, *, request: RightsRequest, acting: ActingPerson, seen_version: int | None = None
) -> StepUnderWay:
    """Lock the request and check that the step may be taken, by this actor, on what the actor saw.

    Raises NotAllowed, ConflictDeclared, ChangedMeanwhile or StepNotPossible.
    """
    if acting.link is not None and not TABLE[step].by_contact:
        raise NotAllowed
    acting.check_may_handle(request)
    rows = RightsRequest.objects.select_for_update(of=("self",)).select_related("controller__supervisory_authority")
    locked = rows.get(pk=request.pk)
    # Again: what the actor may handle can have moved away while the row was waited for.
    acting.check_may_handle(locked)
    if acting.user is not None and has_conflict(locked, acting.user):
        raise ConflictDeclared
    if seen_version is not None and seen_version != locked.version:
        raise ChangedMeanwhile(locked.events.filter(version__gt=seen_version).order_by("pk"))
    if not is_possible(step, locked.state):
        raise StepNotPossible(step, locked.state)
    return StepUnderWay(step, locked, acting)


def has_conflict(request: RightsRequest, user: Any) -> bool:
    """Tell whether a handler has declared a conflict of interest in a request."""
    return request.events.filter(kind=EventKind.CONFLICT_DECLARED, user=user).exists()


def register_steps(actions: Any) -> None:
    """Register each step of a request as an action of the log."""
    actions.register_action(f"{LOG_PREFIX}record", _("Record a request"), _("Recorded a request"))
    actions.register_action(f"{LOG_PREFIX}anonymise", _("Anonymise"), _("Anonymised"))
    for step in Step:
        actions.register_action(LOG_PREFIX + step, step.label, step.label)
