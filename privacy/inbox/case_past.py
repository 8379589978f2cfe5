"""What the history of a case says of its clock, its questions and its conflicts of interest, read in one query."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from privacy.inbox.conversation import Slice
from privacy.rights.choices import EventKind
from privacy.rights.deadlines.clock import CLOCK_EVENTS, Clock, replay
from privacy.rights.models.events import RequestEvent
from privacy.rights.models.requests import RightsRequest

_QUESTIONS = frozenset({EventKind.IDENTITY_ASKED, EventKind.CLARIFICATION_ASKED})
_KINDS = CLOCK_EVENTS | _QUESTIONS | {EventKind.REMINDED, EventKind.CONFLICT_DECLARED}


@dataclass(frozen=True, slots=True)
class Past:
    """The events that decide what can be done now, in their order."""

    events: list[RequestEvent]

    def clock(self) -> Clock:
        """Give where the clock stands."""
        return replay((event.kind, event.data) for event in self.events)

    def has_conflict(self, user: Any) -> bool:
        """Tell whether a user has declared a conflict of interest."""
        return any(event.kind == EventKind.CONFLICT_DECLARED and event.user_id == user.pk for event in self.events)

    def reminded_on(self) -> date | None:
        """Give the day on which the person was reminded of the last question, or None."""
        day = None
        for event in self.events:
            if event.kind in _QUESTIONS:
                day = None
            elif event.kind == EventKind.REMINDED:
                day = event.stated_on
        return day


def past_of(request: RightsRequest, shown: Slice) -> Past:
    """Give the events of a request that matter for its next steps; read them only where a page does not hold all."""
    if not shown.older and not shown.newer:
        return Past([event for event in shown if event.kind in _KINDS])
    return Past(list(request.events.filter(kind__in=_KINDS).order_by("pk")))
