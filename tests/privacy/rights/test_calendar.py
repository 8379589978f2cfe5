"""Which days are working days."""

from datetime import date

import pytest
from django.test import override_settings

from privacy.rights.deadlines.calendar import calendar_version, is_working_day, next_working_day, public_holidays

CHRISTMAS_EVE = date(2026, 12, 24)
MIDSUMMER_EVE = date(2026, 6, 19)


@pytest.mark.parametrize(
    "day",
    [
        pytest.param(date(2026, 1, 6), id="Epiphany"),
        pytest.param(date(2026, 4, 3), id="Good Friday"),
        pytest.param(date(2026, 4, 6), id="Easter Monday"),
        pytest.param(date(2026, 5, 1), id="May Day"),
        pytest.param(date(2026, 5, 14), id="Ascension Day"),
        pytest.param(date(2027, 12, 6), id="Independence Day"),
        pytest.param(date(2026, 12, 25), id="Christmas Day"),
        pytest.param(date(2026, 11, 21), id="a Saturday"),
        pytest.param(date(2026, 11, 22), id="a Sunday"),
    ],
)
def test_holidays_and_weekends_are_no_working_days_in_finland(day: date) -> None:
    assert not is_working_day(day, "FI")


@pytest.mark.parametrize("eve", [CHRISTMAS_EVE, MIDSUMMER_EVE])
def test_eves_are_working_days_unless_the_setting_says_otherwise(eve: date) -> None:
    assert is_working_day(eve, "FI")
    with override_settings(PRIVACY_EVES_COUNT_AS_HOLIDAYS=True):
        assert not is_working_day(eve, "FI")
    assert is_working_day(eve, "FI")


def test_eves_are_working_days_in_aland_too() -> None:
    assert is_working_day(CHRISTMAS_EVE, "AX")
    assert not is_working_day(date(2026, 6, 9), "AX")


@pytest.mark.parametrize("year", range(2024, 2041))
def test_finland_has_thirteen_holidays_in_the_years_in_use(year: int) -> None:
    # The data package is pinned; this tells when a new version of it changes the calendar.
    assert len(public_holidays("FI", [year])) == 13


def test_the_country_decides() -> None:
    national_day = date(2025, 6, 6)
    assert is_working_day(national_day, "FI")
    assert not is_working_day(national_day, "SE")


@pytest.mark.parametrize("country", ["XX", "", "Suomi", "HolidayBase"])
def test_an_unknown_country_has_weekends_only(country: str) -> None:
    assert public_holidays(country, [2026]) == frozenset()
    assert not is_working_day(date(2026, 11, 22), country)
    assert is_working_day(date(2026, 12, 25), country)


def test_case_of_the_country_code_does_not_matter() -> None:
    assert not is_working_day(date(2026, 12, 25), "fi")


def test_next_working_day_of_a_working_day_is_the_day_itself() -> None:
    assert next_working_day(date(2026, 11, 23), "FI") == date(2026, 11, 23)


def test_next_working_day_passes_easter() -> None:
    assert next_working_day(date(2026, 4, 3), "FI") == date(2026, 4, 7)


def test_next_working_day_crosses_the_year() -> None:
    assert next_working_day(date(2027, 12, 31), "FI") == date(2027, 12, 31)
    assert next_working_day(date(2028, 1, 1), "FI") == date(2028, 1, 3)


def test_version_names_the_package() -> None:
    assert calendar_version().startswith("holidays 0.")
