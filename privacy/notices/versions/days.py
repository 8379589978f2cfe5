"""Days where the controller is, and numbers of versions."""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo


def local_day(moment: datetime, time_zone: str) -> date:
    """Give the day of a moment in an IANA time zone."""
    return moment.astimezone(ZoneInfo(time_zone)).date()


def first_moment(day: date, time_zone: str) -> datetime:
    """Give the first moment of a day in an IANA time zone."""
    return datetime.combine(day, time.min, tzinfo=ZoneInfo(time_zone))


def last_moment(day: date, time_zone: str) -> datetime:
    """Give the last moment of a day in an IANA time zone."""
    return first_moment(day + timedelta(days=1), time_zone) - timedelta(microseconds=1)


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
