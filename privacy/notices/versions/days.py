"""Days where the controller is, and the moments at which they begin."""

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
