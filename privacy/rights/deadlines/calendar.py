"""Working days and public holidays; the only module that knows the PyPI package `holidays`."""

from collections.abc import Iterable
from datetime import date, timedelta
from functools import lru_cache

import holidays

from privacy.conf import settings as conf
from privacy.registers.national_rules import national_rule

SATURDAY = 5


def public_holidays(country: str, years: Iterable[int]) -> frozenset[date]:
    """Give the public holidays of a country in the given years (Regulation 1182/71 Art. 2(1)).

    A country without a calendar has none: only weekends then move a due date, which makes it earlier and so
    safe; a request is never lost because of a country code.
    """
    eves = conf.eves_count_as_holidays
    return frozenset().union(*(_holidays_of_year(country.upper(), year, eves=eves) for year in years))


def is_weekend(day: date) -> bool:
    """Tell whether a day is a Saturday or a Sunday, which the Regulation fixes for every country."""
    return day.weekday() >= SATURDAY


def is_working_day(day: date, country: str) -> bool:
    """Tell whether a day is neither a Saturday, a Sunday nor a public holiday (Regulation 1182/71 Art. 2(2))."""
    return not is_weekend(day) and day not in public_holidays(country, [day.year])


def next_working_day(day: date, country: str) -> date:
    """Give the day itself if it is a working day, otherwise the first working day after it."""
    while not is_working_day(day, country):
        day += timedelta(days=1)
    return day


def calendar_version() -> str:
    """Give the name and version of the holiday data, to be stored with a due date."""
    return f"holidays {holidays.__version__}"


@lru_cache(maxsize=1)
def _countries() -> frozenset[str]:
    return frozenset(holidays.list_supported_countries(include_aliases=True))


@lru_cache(maxsize=512)
def _holidays_of_year(country: str, year: int, *, eves: bool) -> frozenset[date]:
    if country not in _countries():
        return frozenset()
    # Eves that the package lists as public holidays, but which are none by law (domain: 5-requests.md 5.2).
    rule = national_rule("eves", country)
    named = holidays.country_holidays(country, years=year, language=rule.values["language"] if rule else None)
    barred = rule.values["names"] if rule and not eves else ()
    return frozenset(day for day, name in named.items() if name not in barred)
