"""Dates in the words of a letter."""

from datetime import date, timedelta

import pytest

from privacy.rights.deadlines.wording import long_date, short_date, weekday_name, written_date

TUESDAY = date(2026, 12, 22)


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("fi", "tiistaina 22.12.2026"),
        ("sv", "tisdagen den 22 december 2026"),
        ("en", "Tuesday 22 December 2026"),
    ],
)
def test_long_date_has_the_weekday(language: str, expected: str) -> None:
    assert long_date(TUESDAY, language) == expected


@pytest.mark.parametrize(
    ("language", "expected"),
    [("fi", "22.12.2026"), ("sv", "22 december 2026"), ("en", "22 December 2026")],
)
def test_written_date_stands_inside_a_sentence(language: str, expected: str) -> None:
    assert written_date(TUESDAY, language) == expected


@pytest.mark.parametrize(
    ("language", "expected"), [("fi", "22.12.2026"), ("sv", "22.12.2026"), ("en", "22 December 2026")]
)
def test_short_date_is_for_tables(language: str, expected: str) -> None:
    assert short_date(TUESDAY, language) == expected


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_every_weekday_has_its_own_name_and_inflection(language: str) -> None:
    week = [TUESDAY + timedelta(days=offset) for offset in range(7)]
    assert len({weekday_name(day, language) for day in week}) == 7
    assert all(weekday_name(day, language) in long_date(day, language) for day in week)


def test_finnish_weekdays_are_in_the_essive_case() -> None:
    assert long_date(date(2026, 12, 23), "fi") == "keskiviikkona 23.12.2026"


def test_days_and_months_have_no_leading_zero() -> None:
    assert [short_date(date(2026, 1, 7), language) for language in ("fi", "sv", "en")] == [
        "7.1.2026",
        "7.1.2026",
        "7 January 2026",
    ]


@pytest.mark.parametrize("month", range(1, 13))
def test_months_follow_the_calendar(month: int) -> None:
    assert written_date(date(2026, month, 1), "en") == date(2026, month, 1).strftime("1 %B 2026")


@pytest.mark.parametrize("tag", ["sv-FI", "sv-fi", "SV", "sv_FI"])
def test_a_regional_language_uses_its_language(tag: str) -> None:
    assert weekday_name(TUESDAY, tag) == "tisdag"


def test_an_unknown_language_gets_english() -> None:
    assert long_date(TUESDAY, "xx") == "Tuesday 22 December 2026"
