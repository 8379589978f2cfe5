"""The letters and events of a case, a hundred at a time, and what they say of clock, questions and conflicts."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet

from privacy.mail.choices import MessageKind, MessageState
from privacy.rights.deadlines.clock import CLOCK_EVENTS, Clock, replay
from privacy.rights.models.events import RequestEvent
from privacy.rights.models.requests import RightsRequest
from privacy.rights.steps import EventKind

ON_A_PAGE = 100
MOST_PAGES = 10_000

# Letters to contacts, handlers and other controllers: the person does not see them.
NOT_TO_THE_PERSON = frozenset(
    {
        MessageKind.NOTIFICATION,
        MessageKind.NOTE,
        MessageKind.DIGEST,
        MessageKind.JOINT_CONTROLLER,
        MessageKind.CONTACT_CLOSING,
        MessageKind.HANDLER_NEEDED,
        MessageKind.FORGETTING,
    }
)


@dataclass(frozen=True, slots=True)
class Slice:
    """One page of rows, the newest page first shown last; `older` and `newer` are page numbers, or 0."""

    rows: list[Any]
    older: int
    newer: int

    def __iter__(self) -> Iterator[Any]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)


def page_of(rows: QuerySet[Any], number: str) -> Slice:
    """Give a page of rows in one query: page 1 holds the newest, and within a page the oldest comes first."""
    page = min(int(number), MOST_PAGES) if number.isdecimal() and len(number) < len(str(MOST_PAGES)) + 1 else 1
    page = max(1, page)
    start = (page - 1) * ON_A_PAGE
    found = list(rows.reverse()[start : start + ON_A_PAGE + 1])
    older = page + 1 if len(found) > ON_A_PAGE else 0
    return Slice(found[:ON_A_PAGE][::-1], older, page - 1)


def is_to_print(letter: Any) -> bool:
    """Tell whether somebody has to print and deliver the letter."""
    return letter.state == MessageState.TO_PRINT


_QUESTIONS = frozenset({EventKind.IDENTITY_ASKED, EventKind.CLARIFICATION_ASKED})
_KINDS = CLOCK_EVENTS | _QUESTIONS | {EventKind.REMINDED, EventKind.CONFLICT_DECLARED}


@dataclass(frozen=True, slots=True)
class CaseHistory:
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


def past_of(request: RightsRequest, shown: Slice) -> CaseHistory:
    """Give the events of a request that matter for its next steps; read them only where a page does not hold all."""
    if not shown.older and not shown.newer:
        return CaseHistory([event for event in shown if event.kind in _KINDS])
    return CaseHistory(list(request.events.filter(kind__in=_KINDS).order_by("pk")))
