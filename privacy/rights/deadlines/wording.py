"""Dates and due dates in the words of a letter: weekdays, months, inflections, and how a due date was counted."""

import json
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from dateutil.relativedelta import relativedelta
from django.utils.translation import gettext, ngettext, override

from privacy.languages import text_in
from privacy.rights.deadlines.calendar import is_weekend
from privacy.rights.deadlines.clock import Clock, clock_of
from privacy.rights.deadlines.counting import Suspensions, merged, waiting
from privacy.rights.models.requests import RightsRequest
from privacy.site_languages import spoken

_DATA = Path(__file__).parent.parent / "data" / "dates.json"


def explain_counted(
    received: date, *, nominal: date, due: date, months: int = 1, suspensions: Suspensions = (), language: str
) -> str:
    """Give the sentence for dates that were counted and stored earlier, whatever the calendar says today."""
    stops = merged(received, suspensions)
    with override(spoken(language)):
        clauses = [_start_clause(received, months, stops, nominal, language)]
        if days := waiting(stops).days:
            clauses.append(_waiting_clause(days))
        if due != nominal:
            clauses.append(_moved_clause(nominal, due, language))
        elif days:
            clauses.append(gettext("the time limit ends on %(due_date)s") % {"due_date": long_date(due, language)})
    return "; ".join(clauses)


def _start_clause(received: date, months: int, stops: list[tuple[date, date]], nominal: date, language: str) -> str:
    period = (gettext("one month"), gettext("two months"), gettext("three months"))[months - 1]
    if not stops or nominal == received + relativedelta(months=months) + waiting(stops):
        return gettext("%(period)s from the day of receipt (%(received_date)s)") % {
            "period": period,
            "received_date": written_date(received, language),
        }
    return gettext("%(period)s from the day on which the information asked for came in (%(answered_date)s)") % {
        "period": period,
        "answered_date": written_date(stops[-1][1], language),
    }


def _waiting_clause(days: int) -> str:
    return ngettext(
        "the time limit did not run on the %(days)s day on which we waited for further information",
        "the time limit did not run during the %(days)s days in which we waited for further information",
        days,
    ) % {"days": days}


def _moved_clause(nominal: date, due: date, language: str) -> str:
    names = {"nominal_date": written_date(nominal, language), "due_date": long_date(due, language)}
    if is_weekend(nominal):
        names["weekday"] = weekday_name(nominal, language)
        return gettext("%(nominal_date)s is a %(weekday)s, so the time limit ends on %(due_date)s") % names
    return gettext("%(nominal_date)s is a public holiday, so the time limit ends on %(due_date)s") % names


def weekday_name(day: date, language: str) -> str:
    """Give the weekday as a noun: "lauantai", "lördag", "Saturday"."""
    return text_in(_data(), language)["weekdays"][day.weekday()]


def long_date(day: date, language: str) -> str:
    """Give "on that day" with the weekday: "tiistaina 22.12.2026", "tisdagen den 22 december 2026"."""
    return _dated(day, "long", language)


def written_date(day: date, language: str) -> str:
    """Give the date as it stands inside a sentence: "22.12.2026", "22 december 2026", "22 December 2026"."""
    return _dated(day, "written", language)


def short_date(day: date, language: str) -> str:
    """Give the date for lists and tables: "22.12.2026" in Finnish and Swedish, "22 December 2026" in English."""
    return _dated(day, "short", language)


def _dated(day: date, pattern: str, language: str) -> str:
    words = text_in(_data(), language)
    return words[pattern].format(
        weekday=words["weekdays"][day.weekday()],
        day=day.day,
        month=day.month,
        month_name=words["months"][day.month - 1],
        year=day.year,
    )


@cache
def _data() -> dict[str, dict[str, Any]]:
    """Give names and patterns by language: "long" says "on that day", "written" goes into sentences, "short" lists."""
    return json.loads(_DATA.read_text(encoding="utf-8"))


def explain_due_date(request: RightsRequest, language: str) -> str:
    """Say in one sentence how the due date of a request was counted, by its stored dates.

    Only a request whose clock was stopped or whose time was extended costs a query.
    """
    if not (request.is_extended or request.suspended_days or request.suspended_on):
        return explain_counted(request.received_on, nominal=request.nominal_on, due=request.due_on, language=language)
    return explain_clock(clock_of(request), language)


def explain_clock(clock: Clock, language: str) -> str:
    """Say in one sentence how the due date that a clock shows was counted."""
    sentence = explain_counted(
        clock.received_on,
        nominal=clock.nominal_on,
        due=clock.due_on,
        months=clock.months,
        suspensions=clock.suspensions,
        language=language,
    )
    if clock.suspended_on is None:
        return sentence
    with override(spoken(language)):
        stopped = gettext("the time limit has not run since %(day)s, because further information was asked for then")
        return f"{sentence}; {stopped % {'day': written_date(clock.suspended_on, language)}}"


def explain_without_suspension(clock: Clock, language: str) -> str:
    """Say in one sentence which due date would hold had the clock never been stopped."""
    return explain_counted(
        clock.received_on,
        nominal=clock.plain_nominal_on,
        due=clock.plain_due_on,
        months=clock.months,
        language=language,
    )
