"""Longest matching stretches of two sequences, by difflib, within a bound on the work of one comparison."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from difflib import Match, SequenceMatcher
from itertools import accumulate

# Units of about a ten-millionth of a second: looking at one pair of words.
DEFAULT_EFFORT = 2_500_000


@dataclass(slots=True)
class Effort:
    """What is left to spend on one comparison; shared by all its sections."""

    left: int = DEFAULT_EFFORT
    refusals: int = 0

    def spend(self, units: int) -> bool:
        """Take units of work, or say that there are not so many left."""
        if units > self.left:
            self.refusals += 1
            return False
        self.left -= units
        return True


# Where a stretch begins in the old sequence and in the new one, and its length.
Stretch = tuple[int, int, int]
# The part of both sequences in which a match is looked for: old from, old to, new from, new to.
_Part = tuple[int, int, int, int]
_Test = Callable[[Hashable], bool]


def shared_ends(old: Sequence[Hashable], new: Sequence[Hashable]) -> tuple[int, int]:
    """Give how many items two sequences share at their beginning, and at their end besides."""
    shorter = min(len(old), len(new))
    start = 0
    while start < shorter and old[start] == new[start]:
        start += 1
    end = 0
    while end < shorter - start and old[-1 - end] == new[-1 - end]:
        end += 1
    return start, end


def matching_stretches(
    old: Sequence[Hashable],
    new: Sequence[Hashable],
    effort: Effort,
    *,
    is_idle: _Test | None = None,
    is_weak: _Test | None = None,
) -> list[Stretch] | None:
    """Give the stretches that two sequences share, in order, or None when that is too much work.

    Idle items (difflib's junk) only lengthen a stretch, none is found by them. A stretch of nothing but weak items
    is taken only where there is no other.
    """
    search = _Search(old, new, is_idle)
    strong = _Search(old, new, is_weak) if is_weak else None
    found: list[Stretch] = []
    waiting: list[_Part] = [(0, len(old), 0, len(new))]
    while waiting:
        part = waiting.pop()
        match = search.longest(part, effort)
        if strong and is_weak and match and all(map(is_weak, old[match.a : match.a + match.size])):
            better = strong.longest(part, effort)
            match = better if better is None or better.size else match
        if match is None:
            return None
        if match.size:
            old_from, old_to, new_from, new_to = part
            found.append((match.a, match.b, match.size))
            waiting.append((old_from, match.a, new_from, match.b))
            waiting.append((match.a + match.size, old_to, match.b + match.size, new_to))
    return sorted(found)


class _Search:
    """A SequenceMatcher whose every search is paid for beforehand."""

    def __init__(self, old: Sequence[Hashable], new: Sequence[Hashable], is_junk: _Test | None) -> None:
        self.matcher = SequenceMatcher(is_junk, old, new, autojunk=False)
        places: dict[Hashable, list[int]] = self.matcher.b2j  # type: ignore[attr-defined]
        self.cost = [0, *accumulate(1 + len(places.get(item, ())) for item in old)]

    def longest(self, part: _Part, effort: Effort) -> Match | None:
        """Give the longest match in a part, None when there is no effort left for it."""
        paid = effort.spend(self.cost[part[1]] - self.cost[part[0]])
        return self.matcher.find_longest_match(*part) if paid else None
