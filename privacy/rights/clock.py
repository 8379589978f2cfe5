"""The clock of a request: every due date is the replay of its events, with the calendar they were counted by."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from privacy.rights.calendar import calendar_version
from privacy.rights.choices import EventKind
from privacy.rights.deadlines import due_on, nominal_on


@dataclass(frozen=True, slots=True)
class Clock:
    """Where the clock stands: the last day as counted, and the last day after weekends and holidays."""

    nominal_on: date
    due_on: date


# Events that set the clock; each keeps its own nominal and moved dates.
CLOCK_EVENTS = frozenset({EventKind.RECEIVED})


def start_clock(received_on: date, country: str) -> dict[str, Any]:
    """Count the time limit from the day of receipt, as the JSON values that the event of receipt keeps."""
    return {
        "nominal_on": nominal_on(received_on).isoformat(),
        "due_on": due_on(received_on, country=country).isoformat(),
        "country": country,
        "calendar": calendar_version(),
    }


def replay(events: Iterable[tuple[str, dict[str, Any]]]) -> Clock:
    """Give the clock after the events, each as its kind and data, in order; stored dates are never recounted.

    Raises ValueError when no event set the clock.
    """
    stored = [data for kind, data in events if kind in CLOCK_EVENTS]
    if not stored:
        raise ValueError("no event of this request set its clock")
    last = stored[-1]
    return Clock(date.fromisoformat(last["nominal_on"]), date.fromisoformat(last["due_on"]))
