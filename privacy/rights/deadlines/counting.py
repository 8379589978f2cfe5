"""Until when a request must be answered: GDPR Art. 12(3), counted under Regulation (EEC, Euratom) 1182/71.

Pure functions of days. `suspensions` are pairs (asked, answered): the days between a question to the person,
about identity or about what the request concerns, and the answer to it (5-requests.md 5.3). Whether the clock
may be stopped at all is for the caller to judge.
"""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from dateutil.relativedelta import relativedelta

from privacy.registers.countries import home_country
from privacy.rights.deadlines.calendar import next_working_day

LONGEST = 3  # one month and at most two further months, Art. 12(3)

Suspensions = Sequence[tuple[date, date]]


def local_date(moment: datetime, time_zone: str) -> date:
    """Give the day on which a moment falls in a time zone (IANA name); a moment without a zone is refused."""
    if moment.utcoffset() is None:
        raise ValueError("a moment without a time zone falls on no certain day")
    return moment.astimezone(ZoneInfo(time_zone)).date()


def nominal_on(received: date, *, months: int = 1, suspensions: Suspensions = ()) -> date:
    """Give the last day of the period before it is moved by a weekend or a holiday (Art. 3(1), 3(2)(c)).

    After a suspension it is the earlier of the two ways to count: the days of waiting added to the end, or a
    new period from the last answer; so it is right under either reading.
    """
    _check_day(received)
    if not 1 <= months <= LONGEST:
        raise ValueError(f"a time limit is 1 to {LONGEST} months")
    stops = merged(received, suspensions)
    end = received + relativedelta(months=months)
    return min(end + waiting(stops), stops[-1][1] + relativedelta(months=months)) if stops else end


def due_on(received: date, *, months: int = 1, country: str = "", suspensions: Suspensions = ()) -> date:
    """Give the last day for the answer: the nominal day or the next working day of the country (Art. 3(4)).

    No country means the site's own. Raises TypeError for anything but plain dates and ValueError for impossible months
    or suspensions.
    """
    return next_working_day(nominal_on(received, months=months, suspensions=suspensions), country or home_country())


def merged(received: date, suspensions: Suspensions) -> list[tuple[date, date]]:
    """Give the suspensions in order, those that overlap as one: no day of waiting counts twice."""
    merged: list[tuple[date, date]] = []
    for asked, answered in sorted(suspensions):
        _check_day(asked)
        _check_day(answered)
        if not received <= asked <= answered:
            raise ValueError("a suspension runs from a question asked after receipt to its answer")
        if merged and asked <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], answered))
        else:
            merged.append((asked, answered))
    return merged


def waiting(stops: list[tuple[date, date]]) -> timedelta:
    """Give the days of waiting in suspensions that do not overlap."""
    return sum((answered - asked for asked, answered in stops), timedelta())


def _check_day(day: date) -> None:
    if isinstance(day, datetime) or not isinstance(day, date):
        raise TypeError("a time limit is counted in days: pass a date, not a moment")
