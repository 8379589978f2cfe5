"""Numbers of versions: a material change begins a new whole number, everything else counts on below it."""

from collections.abc import Iterable

Number = tuple[int, int]

FIRST: Number = (1, 0)


def next_number(taken: Iterable[Number], *, after: Number | None, major: bool) -> Number:
    """Give the number of the version that follows `after`; a number that was ever used is never used again."""
    numbers = set(taken)
    if after is None and not numbers:
        return FIRST
    if major or after is None:
        return max(whole for whole, _part in numbers) + 1, 0
    return after[0], max(part for whole, part in numbers if whole == after[0]) + 1
