"""More time: once, until the first due date, with a reason that the person reads."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.utils import timezone

from privacy.models import RightsRequest
from privacy.rights import actions
from privacy.rights.deadlines.clock import clock_of
from privacy.rights.deadlines.wording import explain_due_date
from privacy.rights.errors import ExtendedAlready, ExtensionTooLate, ReasonMissing
from tests.factories import RightsRequestFactory
from tests.privacy.rights.builders import handler_for

pytestmark = pytest.mark.django_db

RECEIVED = date(2026, 9, 30)
FIRST_DUE = date(2026, 10, 30)


def extend(request: RightsRequest, **changes: Any) -> RightsRequest:
    plain = {"reason_code": "complexity", "reason": "Tiedot ovat kolmessa järjestelmässä."}
    return actions.extend_time_limit(request=request, acting=handler_for(request), **{**plain, **changes})


@pytest.fixture
def request_() -> RightsRequest:
    moment = datetime(2026, 9, 30, 9, tzinfo=UTC)
    return RightsRequestFactory(received_at=moment, received_on=RECEIVED)


def on_day(monkeypatch: pytest.MonkeyPatch, day: date) -> None:
    noon = datetime(day.year, day.month, day.day, 10, tzinfo=UTC)
    monkeypatch.setattr(timezone, "now", lambda: noon)


def test_three_months_from_receipt_until_the_first_due_date(
    request_: RightsRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    on_day(monkeypatch, FIRST_DUE)
    request = extend(request_)
    assert (request.due_on, request.months, request.is_extended) == (date(2026, 12, 30), 3, True)
    assert explain_due_date(request, "en") == "three months from the day of receipt (30 September 2026)"
    event = request.events.get(kind="extended")
    assert (event.data["old_due_on"], event.data["reason_code"]) == ("2026-10-30", "complexity")
    assert event.data["calendar"].startswith("holidays ")


def test_one_further_month_is_enough_sometimes(request_: RightsRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    on_day(monkeypatch, FIRST_DUE)
    assert extend(request_, further_months=1).due_on == date(2026, 11, 30)


def test_not_after_the_first_due_date(request_: RightsRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    on_day(monkeypatch, date(2026, 10, 31))
    with pytest.raises(ExtensionTooLate):
        extend(request_)


def test_not_twice(request_: RightsRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    on_day(monkeypatch, FIRST_DUE)
    extend(request_)
    with pytest.raises(ExtendedAlready):
        extend(request_)


@pytest.mark.parametrize(
    "changes", [{"reason": " "}, {"reason_code": ""}, {"reason_code": "no_staff"}, {"further_months": 3}]
)
def test_not_without_a_reason_that_the_law_knows(changes: dict[str, Any]) -> None:
    with pytest.raises(ReasonMissing):
        extend(RightsRequestFactory(), **changes)


@pytest.mark.parametrize(("language", "words"), [("fi", "12 artiklan 3"), ("sv", "artikel 12.3"), ("en", "12(3)")])
def test_person_is_told_the_reason_and_both_due_dates(
    request_: RightsRequest, monkeypatch: pytest.MonkeyPatch, language: str, words: str
) -> None:
    on_day(monkeypatch, FIRST_DUE)
    RightsRequest.objects.filter(pk=request_.pk).update(language=language)
    extend(request_)
    letter = request_.messages.get(kind="extension")
    years = letter.text.count("2026")
    assert words in letter.text
    assert "kolmessa järjestelmässä" in letter.text
    assert years >= 3
    assert "{" not in letter.text


def test_stored_dates_outlive_a_change_of_the_calendar(
    request_: RightsRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    on_day(monkeypatch, FIRST_DUE)
    request = extend(request_)
    monkeypatch.setattr("privacy.rights.deadlines.calendar.is_working_day", lambda day, country: day.year > 2030)
    assert clock_of(request).due_on == date(2026, 12, 30)
    actions.add_note(request=request, acting=handler_for(request), text="Ei muuta mitään")
    request.refresh_from_db()
    assert request.due_on == date(2026, 12, 30)
