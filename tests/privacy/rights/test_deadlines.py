"""Time limits: GDPR Art. 12(3) counted under Regulation 1182/71."""

import csv
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.test import override_settings
from hypothesis import given, settings
from hypothesis import strategies as st

from privacy.rights.deadlines.calendar import is_working_day
from privacy.rights.deadlines.counting import due_on, local_date, nominal_on
from privacy.rights.deadlines.wording import explain_counted

SHARED_TABLE = Path(__file__).resolve().parents[4] / "shared" / "domain" / "deadlines.csv"

DAYS = st.dates(date(2000, 1, 1), date(2090, 12, 31))
MONTHS = st.integers(1, 3)


def shared_rows() -> list[dict[str, str]]:
    """Give the rows of the shared table; none outside the workshop, where the project's own rows do."""
    if not SHARED_TABLE.exists():
        return []
    with SHARED_TABLE.open(encoding="utf-8", newline="") as table:
        return list(csv.DictReader(table))


def suspensions_of(row: dict[str, str]) -> list[tuple[date, date]]:
    """Give the suspension of a row, if it has one."""
    return [(date.fromisoformat(row["asked"]), date.fromisoformat(row["answered"]))] if row["asked"] else []


@pytest.mark.parametrize("row", shared_rows(), ids=lambda row: f"{row['received']} {row['note'][:40]}")
@pytest.mark.parametrize("months", [1, 3])
@pytest.mark.parametrize("eves", [False, True])
def test_rows_of_the_shared_table(row: dict[str, str], months: int, *, eves: bool) -> None:
    column = ("extended_due" if months == 3 else "due") + ("_eves_as_holidays" if eves else "")
    with override_settings(PRIVACY_EVES_COUNT_AS_HOLIDAYS=eves):
        due = due_on(date.fromisoformat(row["received"]), months=months, suspensions=suspensions_of(row))
    assert due.isoformat() == row[column]


@pytest.mark.skipif(not SHARED_TABLE.exists(), reason="the shared table is not here")
def test_the_shared_table_is_read_whole() -> None:
    assert len(shared_rows()) == 42


@pytest.mark.parametrize(
    ("received", "due", "extended"),
    [
        pytest.param("2029-03-07", "2029-04-09", "2029-06-07", id="Saturday to Monday"),
        pytest.param("2029-07-31", "2029-08-31", "2029-10-31", id="same number"),
        pytest.param("2029-10-31", "2029-11-30", "2030-01-31", id="shorter month"),
        pytest.param("2032-01-31", "2032-03-01", "2032-04-30", id="leap year, then a Sunday"),
        pytest.param("2029-02-28", "2029-03-28", "2029-05-28", id="last of February is not last of March"),
        pytest.param("2028-03-14", "2028-04-18", "2028-06-14", id="Good Friday to the Tuesday after Easter"),
        pytest.param("2028-11-06", "2028-12-07", "2029-02-06", id="Independence Day"),
        pytest.param("2029-11-25", "2029-12-27", "2030-02-25", id="Christmas"),
        pytest.param("2029-11-24", "2029-12-24", "2030-02-25", id="Christmas Eve is a working day"),
        pytest.param("2028-12-01", "2029-01-02", "2029-03-01", id="New Year's Day"),
    ],
)
def test_due_dates(received: str, due: str, extended: str) -> None:
    day = date.fromisoformat(received)
    assert due_on(day).isoformat() == due
    assert due_on(day, months=3).isoformat() == extended


@override_settings(PRIVACY_EVES_COUNT_AS_HOLIDAYS=True)
def test_an_eve_moves_the_due_date_where_the_setting_says_so() -> None:
    assert due_on(date(2029, 11, 24)) == date(2029, 12, 27)


def test_the_country_of_the_controller_decides() -> None:
    assert due_on(date(2029, 5, 6), country="SE") == date(2029, 6, 7)
    assert due_on(date(2029, 5, 6), country="FI") == date(2029, 6, 6)


def test_extension_is_counted_from_receipt_and_not_from_the_first_due_date() -> None:
    assert due_on(date(2029, 1, 31)) == date(2029, 2, 28)
    assert due_on(date(2029, 1, 31), months=3) == date(2029, 4, 30)


@pytest.mark.parametrize(
    ("asked", "answered", "nominal"),
    [
        pytest.param("2029-09-04", "2029-09-14", "2029-10-13", id="days added to the end"),
        pytest.param("2029-09-04", "2029-09-04", "2029-10-03", id="answered at once"),
    ],
)
def test_days_of_waiting_are_added(asked: str, answered: str, nominal: str) -> None:
    stop = (date.fromisoformat(asked), date.fromisoformat(answered))
    assert nominal_on(date(2029, 9, 3), suspensions=[stop]).isoformat() == nominal


def test_a_new_month_from_the_answer_counts_where_it_ends_earlier() -> None:
    stop = (date(2030, 1, 8), date(2030, 2, 8))
    assert nominal_on(date(2030, 1, 7), suspensions=[stop]) == date(2030, 3, 8)


def test_days_of_several_suspensions_are_summed_but_never_counted_twice() -> None:
    apart = [(date(2029, 9, 4), date(2029, 9, 7)), (date(2029, 9, 10), date(2029, 9, 12))]
    overlapping = [(date(2029, 9, 10), date(2029, 9, 12)), (date(2029, 9, 4), date(2029, 9, 11))]
    assert nominal_on(date(2029, 9, 3), suspensions=apart) == date(2029, 10, 8)
    assert nominal_on(date(2029, 9, 3), suspensions=overlapping) == date(2029, 10, 11)


@pytest.mark.parametrize("received", [datetime(2026, 11, 22, tzinfo=UTC), "2026-11-22", None])
def test_only_dates_are_counted(received: object) -> None:
    with pytest.raises(TypeError):
        due_on(received)  # type: ignore[arg-type]


@pytest.mark.parametrize("months", [0, -1, 4])
def test_impossible_numbers_of_months_are_refused(months: int) -> None:
    with pytest.raises(ValueError, match="months"):
        due_on(date(2026, 11, 22), months=months)


@pytest.mark.parametrize(("asked", "answered"), [("2026-11-21", "2026-11-25"), ("2026-11-25", "2026-11-24")])
def test_impossible_suspensions_are_refused(asked: str, answered: str) -> None:
    with pytest.raises(ValueError, match="suspension"):
        due_on(date(2026, 11, 22), suspensions=[(date.fromisoformat(asked), date.fromisoformat(answered))])


@settings(deadline=None)
@given(received=DAYS, months=MONTHS)
def test_due_is_a_working_day_within_a_week_of_the_nominal_day(received: date, months: int) -> None:
    due, nominal = due_on(received, months=months), nominal_on(received, months=months)
    assert is_working_day(due, "FI")
    assert nominal <= due <= nominal + timedelta(days=6)


@settings(deadline=None)
@given(received=DAYS, months=MONTHS)
def test_the_nominal_day_has_the_same_number_or_ends_its_month(received: date, months: int) -> None:
    nominal = nominal_on(received, months=months)
    assert nominal.day == received.day or (nominal + timedelta(days=1)).day == 1
    assert (nominal.year * 12 + nominal.month) - (received.year * 12 + received.month) == months


@settings(deadline=None)
@given(received=DAYS, later=st.integers(0, 400), months=MONTHS)
def test_what_came_later_is_never_due_earlier(received: date, later: int, months: int) -> None:
    assert due_on(received, months=months) <= due_on(received + timedelta(days=later), months=months)


@settings(deadline=None)
@given(received=DAYS, wait=st.integers(0, 40), days=st.integers(0, 90), months=MONTHS)
def test_a_suspension_never_shortens_nor_adds_more_than_its_days(
    received: date, wait: int, days: int, months: int
) -> None:
    asked = received + timedelta(days=wait)
    suspended = nominal_on(received, months=months, suspensions=[(asked, asked + timedelta(days=days))])
    nominal = nominal_on(received, months=months)
    assert nominal <= suspended <= nominal + timedelta(days=days)


@settings(deadline=None)
@given(received=DAYS)
def test_more_months_are_later(received: date) -> None:
    assert due_on(received) < due_on(received, months=2) < due_on(received, months=3)


@pytest.mark.parametrize(
    ("moment", "zone", "day"),
    [
        ("2026-06-30T22:30:00+00:00", "Europe/Helsinki", "2026-07-01"),
        ("2026-12-31T22:15:00+00:00", "Europe/Helsinki", "2027-01-01"),
        ("2026-03-28T22:30:00+00:00", "Europe/Helsinki", "2026-03-29"),
        ("2026-10-24T21:30:00+00:00", "Europe/Helsinki", "2026-10-25"),
        ("2026-06-30T22:30:00+00:00", "Europe/Lisbon", "2026-06-30"),
    ],
)
def test_the_day_of_receipt_is_the_day_of_the_controller(moment: str, zone: str, day: str) -> None:
    assert local_date(datetime.fromisoformat(moment), zone).isoformat() == day


def test_a_moment_without_zone_has_no_day() -> None:
    with pytest.raises(ValueError, match="time zone"):
        local_date(datetime(2026, 6, 30, 22, 30), "Europe/Helsinki")  # noqa: DTZ001 - the point of the test


NOTHING_MOVES = {"received": date(2026, 11, 23)}
SATURDAY = {"received": date(2026, 11, 26)}
HOLIDAY = {"received": date(2026, 3, 6)}
EXTENDED = {"received": date(2026, 11, 22), "months": 3}
SUSPENDED = {"received": date(2026, 9, 1), "suspensions": [(date(2026, 9, 3), date(2026, 9, 17))]}
SUSPENDED_AND_MOVED = {"received": date(2026, 11, 16), "suspensions": [(date(2026, 11, 16), date(2026, 11, 25))]}
NEW_MONTH = {"received": date(2027, 1, 4), "suspensions": [(date(2027, 1, 5), date(2027, 2, 5))]}


@pytest.mark.parametrize(
    ("case", "language", "sentence"),
    [
        (NOTHING_MOVES, "fi", "kuukausi vastaanottopäivästä (23.11.2026)"),
        (NOTHING_MOVES, "sv", "en månad från mottagningsdagen (23 november 2026)"),
        (NOTHING_MOVES, "en", "one month from the day of receipt (23 November 2026)"),
        (
            SATURDAY,
            "fi",
            "kuukausi vastaanottopäivästä (26.11.2026); "
            "26.12.2026 on lauantai, joten määräaika päättyy maanantaina 28.12.2026",
        ),
        (
            SATURDAY,
            "sv",
            "en månad från mottagningsdagen (26 november 2026); "
            "den 26 december 2026 är en lördag, så tidsfristen löper ut måndagen den 28 december 2026",
        ),
        (
            SATURDAY,
            "en",
            "one month from the day of receipt (26 November 2026); "
            "26 December 2026 is a Saturday, so the time limit ends on Monday 28 December 2026",
        ),
        (
            HOLIDAY,
            "fi",
            "kuukausi vastaanottopäivästä (6.3.2026); "
            "6.4.2026 on pyhäpäivä, joten määräaika päättyy tiistaina 7.4.2026",
        ),
        (
            HOLIDAY,
            "sv",
            "en månad från mottagningsdagen (6 mars 2026); "
            "den 6 april 2026 är en helgdag, så tidsfristen löper ut tisdagen den 7 april 2026",
        ),
        (
            HOLIDAY,
            "en",
            "one month from the day of receipt (6 March 2026); "
            "6 April 2026 is a public holiday, so the time limit ends on Tuesday 7 April 2026",
        ),
        (EXTENDED, "fi", "kolme kuukautta vastaanottopäivästä (22.11.2026)"),
        (EXTENDED, "sv", "tre månader från mottagningsdagen (22 november 2026)"),
        (EXTENDED, "en", "three months from the day of receipt (22 November 2026)"),
        (
            SUSPENDED,
            "fi",
            "kuukausi vastaanottopäivästä (1.9.2026); määräaika ei kulunut niiden 14 päivän aikana, "
            "jolloin odotimme lisätietoja; määräaika päättyy torstaina 15.10.2026",
        ),
        (
            SUSPENDED,
            "sv",
            "en månad från mottagningsdagen (1 september 2026); tidsfristen löpte inte under de 14 dagar "
            "då vi väntade på ytterligare uppgifter; tidsfristen löper ut torsdagen den 15 oktober 2026",
        ),
        (
            SUSPENDED,
            "en",
            "one month from the day of receipt (1 September 2026); the time limit did not run during the 14 days "
            "in which we waited for further information; the time limit ends on Thursday 15 October 2026",
        ),
        (
            SUSPENDED_AND_MOVED,
            "fi",
            "kuukausi vastaanottopäivästä (16.11.2026); määräaika ei kulunut niiden 9 päivän aikana, jolloin "
            "odotimme lisätietoja; 25.12.2026 on pyhäpäivä, joten määräaika päättyy maanantaina 28.12.2026",
        ),
        (
            NEW_MONTH,
            "en",
            "one month from the day on which the information asked for came in (5 February 2027); "
            "the time limit did not run during the 31 days in which we waited for further information; "
            "the time limit ends on Friday 5 March 2027",
        ),
    ],
)
def test_the_count_is_explained_in_one_sentence(case: dict[str, Any], language: str, sentence: str) -> None:
    received, stops = case["received"], case.get("suspensions", ())
    months = case.get("months", 1)
    nominal = nominal_on(received, months=months, suspensions=stops)
    due = due_on(**case)
    assert (
        explain_counted(received, nominal=nominal, due=due, months=months, suspensions=stops, language=language)
        == sentence
    )


def test_stored_dates_are_explained_as_they_were_counted() -> None:
    stored = explain_counted(date(2026, 11, 24), nominal=date(2026, 12, 24), due=date(2026, 12, 28), language="en")
    assert stored == (
        "one month from the day of receipt (24 November 2026); "
        "24 December 2026 is a public holiday, so the time limit ends on Monday 28 December 2026"
    )
