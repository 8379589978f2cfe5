"""Quantiles of days that were counted: pure."""

from math import ceil

DaysCounted = dict[int, int]  # how many items took so many days


def quantile(counted: DaysCounted, per_cent: int) -> int | None:
    """Give the number of days within which so many per cent were answered (nearest rank); None without any."""
    total = sum(counted.values())
    if not total:
        return None
    rank = max(1, ceil(total * per_cent / 100))
    for days in sorted(counted):
        rank -= counted[days]
        if rank <= 0:
            return days
    return None
