"""Dates and due dates in the words of a letter: weekdays, months, inflections, and how a due date was counted."""

from collections.abc import Callable
from datetime import date

from django.utils.translation import gettext, ngettext, override

from privacy.notices.versions.days import months_later
from privacy.rights.deadlines.calendar import is_weekend
from privacy.rights.deadlines.clock import Clock, clock_of
from privacy.rights.deadlines.counting import Suspensions, merged, waiting
from privacy.rights.models.requests import RightsRequest


def explain_counted(
    received: date, *, nominal: date, due: date, months: int = 1, suspensions: Suspensions = (), language: str
) -> str:
    """Give the sentence for dates that were counted and stored earlier, whatever the calendar says today."""
    stops = merged(received, suspensions)
    with override(language):
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
    if not stops or nominal == months_later(received, months) + waiting(stops):
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


_WEEKDAYS = {
    "fi": ("maanantai", "tiistai", "keskiviikko", "torstai", "perjantai", "lauantai", "sunnuntai"),
    "sv": ("måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}
_SWEDISH_MONTHS = (
    *("januari", "februari", "mars", "april", "maj", "juni"),
    *("juli", "augusti", "september", "oktober", "november", "december"),
)
_ENGLISH_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def weekday_name(day: date, language: str) -> str:
    """Give the weekday as a noun: "lauantai", "lördag", "Saturday"."""
    return _WEEKDAYS[_known(language)][day.weekday()]


def long_date(day: date, language: str) -> str:
    """Give "on that day" with the weekday: "tiistaina 22.12.2026", "tisdagen den 22 december 2026"."""
    return _LONG[_known(language)](day)


def written_date(day: date, language: str) -> str:
    """Give the date as it stands inside a sentence: "22.12.2026", "22 december 2026", "22 December 2026"."""
    return _WRITTEN[_known(language)](day)


def short_date(day: date, language: str) -> str:
    """Give the date for lists and tables: "22.12.2026" in Finnish and Swedish, "22 December 2026" in English."""
    return _written_en(day) if _known(language) == "en" else _numeric(day)


def _known(language: str) -> str:
    """Give the language whose tables serve a language tag; English where there are none."""
    primary = language.replace("_", "-").split("-")[0].lower()
    return primary if primary in _WEEKDAYS else "en"


def _numeric(day: date) -> str:
    return f"{day.day}.{day.month}.{day.year}"


def _written_sv(day: date) -> str:
    return f"{day.day} {_SWEDISH_MONTHS[day.month - 1]} {day.year}"


def _written_en(day: date) -> str:
    return f"{day.day} {_ENGLISH_MONTHS[day.month - 1]} {day.year}"


def _long_fi(day: date) -> str:
    return f"{weekday_name(day, 'fi')}na {_numeric(day)}"


def _long_sv(day: date) -> str:
    return f"{weekday_name(day, 'sv')}en den {_written_sv(day)}"


def _long_en(day: date) -> str:
    return f"{weekday_name(day, 'en')} {_written_en(day)}"


_WRITTEN: dict[str, Callable[[date], str]] = {"fi": _numeric, "sv": _written_sv, "en": _written_en}
_LONG: dict[str, Callable[[date], str]] = {"fi": _long_fi, "sv": _long_sv, "en": _long_en}


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
    with override(language):
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
