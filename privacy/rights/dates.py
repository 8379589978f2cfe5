"""Dates in the words of a letter: weekdays, months and their inflections in the three languages."""

from collections.abc import Callable
from datetime import date

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
