"""Longest matching stretches of two sequences, by difflib, within a bound."""

from collections.abc import Callable, Hashable, Sequence
from difflib import SequenceMatcher
from itertools import accumulate

from privacy.notices.comparing.effort import Effort

# Where a stretch begins in the old sequence and in the new one, and its length.
Stretch = tuple[int, int, int]


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
    is_weak: Callable[[Hashable], bool] | None = None,
) -> list[Stretch] | None:
    """Give the stretches that two sequences share, in order, or None when that is too much work.

    This is what SequenceMatcher.get_matching_blocks() does, but each search is paid for beforehand. Weak items
    (difflib's junk) only lengthen a stretch, none is found by them alone.
    """
    matcher = SequenceMatcher(is_weak, old, new, autojunk=False)
    places: dict[Hashable, list[int]] = matcher.b2j  # type: ignore[attr-defined]
    cost = [0, *accumulate(1 + len(places.get(item, ())) for item in old)]
    found: list[Stretch] = []
    waiting = [(0, len(old), 0, len(new))]
    while waiting:
        old_from, old_to, new_from, new_to = waiting.pop()
        if not effort.spend(cost[old_to] - cost[old_from]):
            return None
        match = matcher.find_longest_match(old_from, old_to, new_from, new_to)
        if match.size:
            found.append((match.a, match.b, match.size))
            waiting.append((old_from, match.a, new_from, match.b))
            waiting.append((match.a + match.size, old_to, match.b + match.size, new_to))
    return sorted(found)
