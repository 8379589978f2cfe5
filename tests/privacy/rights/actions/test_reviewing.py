"""Reopening keeps what was; a corrected day of receipt counts the time limit anew."""

from datetime import UTC, date, datetime

import pytest
from django.utils import timezone

from privacy.models import RightsRequest
from privacy.rights import actions
from privacy.rights.choices import State
from privacy.rights.errors import NotAllowed, ReasonMissing, ReceiptNotPossible
from tests.factories import RegisterFactory, RightsRequestFactory
from tests.privacy.rights.builders import LETTER, days_ago, handler_for

pytestmark = pytest.mark.django_db


def test_reopened_request_waits_for_an_answer_again_with_its_old_due_date() -> None:
    request = RightsRequestFactory(closed=True)
    due = request.due_on
    request = actions.reopen_request(
        request=request, acting=handler_for(request), items=list(request.items.all()), reason="Tietoja löytyi lisää"
    )
    assert (request.state, request.closed_at, request.due_on) == (State.IN_PROGRESS, None, due)
    assert request.items.get().outcome == ""
    assert request.events.get(kind="reopened").text == "Tietoja löytyi lisää"


def test_clock_that_stood_still_at_the_closing_runs_on_when_reopened() -> None:
    request = RightsRequestFactory(days_ago=2)
    acting, items = handler_for(request), list(request.items.all())
    request = actions.ask_identity(request=request, acting=acting, letter=LETTER)
    RightsRequest.objects.filter(pk=request.pk).update(state=State.CLOSED)
    request = actions.reopen_request(request=request, acting=acting, items=items, reason="Henkilö vastasi")
    assert request.suspended_on is None


def test_reopening_needs_a_reason_and_own_items() -> None:
    request, other = RightsRequestFactory(closed=True), RightsRequestFactory(closed=True)
    acting = handler_for(request)
    with pytest.raises(ReasonMissing):
        actions.reopen_request(request=request, acting=acting, items=list(request.items.all()), reason="")
    with pytest.raises(NotAllowed):
        actions.reopen_request(request=request, acting=acting, items=list(other.items.all()), reason="Virhe")


def test_corrected_day_counts_the_time_limit_anew_and_tells_the_person() -> None:
    request = RightsRequestFactory(days_ago=10, register=RegisterFactory())
    before = request.due_on
    day = days_ago(13)
    request = actions.correct_receipt(
        request=request, acting=handler_for(request), received_on=day, reason="Kirje oli hyllyssä"
    )
    assert request.received_on == day
    assert request.due_on != before or request.nominal_on < before
    event = request.events.get(kind="receipt_corrected")
    assert (event.data["old_due_on"], event.text) == (before.isoformat(), "Kirje oli hyllyssä")
    assert request.messages.get(kind="correction").to == "oona.oletettu@example.com"


def test_corrected_day_keeps_extension_and_suspension() -> None:
    request = RightsRequestFactory(days_ago=2)
    acting = handler_for(request)
    actions.ask_identity(request=request, acting=acting, letter=LETTER)
    actions.confirm_identity(request=request, acting=acting)
    request = actions.extend_time_limit(request=request, acting=acting, reason_code="number", reason="Monta")
    request = actions.correct_receipt(
        request=request, acting=acting, received_on=days_ago(3), reason="Eilen", tell_person=False
    )
    assert request.months == 3


@pytest.mark.parametrize("days", [-1, 0])
def test_day_in_the_future_or_the_same_day_is_refused(days: int) -> None:
    request = RightsRequestFactory(days_ago=0)
    with pytest.raises(ReceiptNotPossible):
        actions.correct_receipt(
            request=request, acting=handler_for(request), received_on=days_ago(days), reason="Virhe"
        )


def test_receipt_is_not_moved_past_a_question_that_stopped_the_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    asked, later = datetime(2026, 9, 3, 10, tzinfo=UTC), datetime(2026, 9, 10, 10, tzinfo=UTC)
    moment = datetime(2026, 9, 1, 10, tzinfo=UTC)
    request = RightsRequestFactory(received_at=moment, received_on=moment.date())
    acting = handler_for(request)
    monkeypatch.setattr(timezone, "now", lambda: asked)
    actions.ask_identity(request=request, acting=acting, letter=LETTER)
    monkeypatch.setattr(timezone, "now", lambda: later)
    with pytest.raises(ReceiptNotPossible):
        actions.correct_receipt(request=request, acting=acting, received_on=date(2026, 9, 4), reason="Virhe")
