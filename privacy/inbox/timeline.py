"""The picture of a clock: from receipt to the due date, drawn by the server as SVG with words beside it; pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

WIDTH = 320
_EDGE = 6  # room for the marks at both ends


@dataclass(frozen=True, slots=True)
class Mark:
    """A day on the line: its place in user units, its words, and how the words are anchored there."""

    x: int
    label: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of the line, in user units."""

    x: int
    width: int


@dataclass(frozen=True, slots=True)
class Timeline:
    """The line with its marks; `plain` is the due date without suspension, where it is another."""

    received: Mark
    due: Mark
    now: Mark | None
    plain: Mark | None
    passed: Stretch
    waits: tuple[Stretch, ...]
    is_late: bool
    description: str
    width: int = WIDTH


@dataclass(frozen=True, slots=True)
class Days:
    """The days that a timeline shows; `now` is today, or the day on which the request was closed."""

    received: date
    due: date
    plain: date
    now: date
    waits: Sequence[tuple[date, date]] = ()


@dataclass(frozen=True, slots=True)
class Words:
    """The labels of a timeline, and its description for those who do not see it."""

    received: str
    due: str
    plain: str
    now: str
    description: str


def draw_timeline(days: Days, words: Words) -> Timeline:
    """Lay out a timeline from the day of receipt to the last day it shows."""
    last = max(days.due, days.plain, days.now)
    whole = max(1, (last - days.received).days)

    def place(day: date) -> int:
        passed = min(max(0, (day - days.received).days), whole)
        return _EDGE + round(passed * (WIDTH - 2 * _EDGE) / whole)

    def mark(day: date, label: str) -> Mark:
        x = place(day)
        anchor = "start" if x < WIDTH / 4 else "end" if x > WIDTH * 3 / 4 else "middle"
        return Mark(x, label, anchor)

    return Timeline(
        received=mark(days.received, words.received),
        due=mark(days.due, words.due),
        now=mark(days.now, words.now) if words.now else None,
        plain=mark(days.plain, words.plain) if days.plain != days.due else None,
        passed=Stretch(_EDGE, place(days.now) - _EDGE),
        waits=tuple(Stretch(place(begun), max(2, place(ended) - place(begun))) for begun, ended in days.waits),
        is_late=days.now > days.due,
        description=words.description,
    )
