"""Bar charts as SVG that the server draws: pure, without scripts, with a title and a description."""

from collections.abc import Sequence
from dataclasses import dataclass

WIDTH = 480
ROW = 42  # height of a bar with its label
BAR = 16
VALUE_ROOM = 60


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar; lengths and places in user units of the SVG."""

    label: str
    value: int
    label_y: int
    bar_y: int
    length: int

    @property
    def value_x(self) -> int:
        """Where the number stands: right of the bar."""
        return self.length + 8

    @property
    def value_y(self) -> int:
        """The base line of the number."""
        return self.bar_y + BAR - 3


@dataclass(frozen=True, slots=True)
class Chart:
    """Bars one below the other; the longest fills the width but for its number."""

    key: str
    title: str
    description: str
    bars: tuple[Bar, ...]
    width: int = WIDTH
    bar_height: int = BAR

    @property
    def height(self) -> int:
        """The height of the whole, in user units."""
        return max(1, len(self.bars)) * ROW


def bar_chart(*, key: str, title: str, description: str, rows: Sequence[tuple[str, int]]) -> Chart:
    """Lay out the bars of labelled numbers; a number above nought is never invisible."""
    longest = max((value for _label, value in rows), default=0)
    bars = []
    for place, (label, value) in enumerate(rows):
        length = max(2, round(value * (WIDTH - VALUE_ROOM) / longest)) if value else 0
        top = place * ROW
        bars.append(Bar(label, value, label_y=top + 14, bar_y=top + 20, length=length))
    return Chart(key, title, description, tuple(bars))
