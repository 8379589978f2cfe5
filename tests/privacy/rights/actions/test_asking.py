"""Questions to the person: the clock stops only where it may, and both due dates stay known."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.utils import timezone

from privacy.models import RightsRequest
from privacy.rights import actions
from privacy.rights.actions.clarify import compose_question, compose_reminder
from privacy.rights.choices import Outcome, State
from privacy.rights.deadlines.clock import clock_of
from privacy.rights.deadlines.wording import explain_due_date, explain_without_suspension
from privacy.rights.errors import (
    DayNotPossible,
    ReasonMissing,
    RemindedTooEarly,
    ReminderMissing,
    SuspensionNotPossible,
    TextMissing,
)
from privacy.rights.models.standard_texts import LetterText, TextCode
from privacy.rights.workflow.outcomes import ItemAnswer
from tests.factories import RightsRequestFactory
from tests.privacy.rights.builders import LETTER, handler_for

pytestmark = pytest.mark.django_db


@pytest.fixture
def on_day(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Let the clock of the wall show noon of a day."""

    def set_day(day: date) -> None:
        noon = datetime(day.year, day.month, day.day, 10, tzinfo=UTC)
        monkeypatch.setattr(timezone, "now", lambda: noon)

    return set_day


def received(day: date, **fields: Any) -> RightsRequest:
    moment = datetime(day.year, day.month, day.day, 9, tzinfo=UTC)
    return RightsRequestFactory(received_at=moment, received_on=day, **fields)


def test_prompt_question_about_identity_stops_the_clock_and_the_answer_starts_it(on_day: Any) -> None:
    request = received(date(2026, 9, 1))
    acting = handler_for(request)
    on_day(date(2026, 9, 3))
    request = actions.ask_identity(request=request, acting=acting, letter=LETTER)
    assert (request.state, request.suspended_on) == (State.WAITING_IDENTITY, date(2026, 9, 3))
    assert not request.is_overdue(date(2027, 1, 1))
    on_day(date(2026, 9, 17))
    request = actions.confirm_identity(request=request, acting=acting, method="asked")
    assert (request.state, request.suspended_on, request.suspended_days) == (State.IN_PROGRESS, None, 14)
    # The oracle of 5-requests.md 5.2: identity asked for on 3 September, proof on 17 September.
    assert (request.nominal_on, request.due_on) == (date(2026, 10, 15), date(2026, 10, 15))
    clock = clock_of(request)
    assert clock.plain_due_on == date(2026, 10, 1)
    assert "14" in explain_due_date(request, "fi")
    assert explain_without_suspension(clock, "en") == "one month from the day of receipt (1 September 2026)"


def test_due_date_while_the_clock_stands_is_the_one_before_and_says_so(on_day: Any) -> None:
    request = received(date(2026, 9, 1))
    on_day(date(2026, 9, 3))
    request = actions.ask_identity(request=request, acting=handler_for(request), letter=LETTER)
    assert request.due_on == date(2026, 10, 1)
    assert "since 3 September 2026" in explain_due_date(request, "en")


def test_late_question_does_not_stop_the_clock_unless_a_reason_is_given(on_day: Any) -> None:
    day = date(2026, 9, 9)  # Wednesday: six working days after Tuesday 1 September
    on_day(day)
    request = received(date(2026, 9, 1))
    acting = handler_for(request)
    with pytest.raises(ReasonMissing):
        actions.ask_identity(request=request, acting=acting, letter=LETTER, suspend=True)
    request = actions.ask_identity(request=request, acting=acting, letter=LETTER)
    assert (request.state, request.suspended_on) == (State.WAITING_IDENTITY, None)

    other = received(date(2026, 9, 1))
    acting, reason = handler_for(other), "Postilakko"
    other = actions.ask_identity(request=other, acting=acting, letter=LETTER, suspend=True, suspend_reason=reason)
    assert other.suspended_on == day
    assert other.events.last().text == "Postilakko"


@pytest.mark.parametrize(
    ("received_on", "asked_on", "stops"),
    [
        (date(2026, 9, 1), date(2026, 9, 4), True),  # Tuesday to Friday: three working days
        (date(2026, 9, 1), date(2026, 9, 7), False),  # to Monday: four
        (date(2026, 9, 4), date(2026, 9, 9), True),  # Friday to Wednesday, over a weekend
        (date(2026, 4, 2), date(2026, 4, 9), True),  # Maundy Thursday to Thursday, over Easter
        (date(2026, 4, 2), date(2026, 4, 10), False),
    ],
)
def test_prompt_means_within_three_working_days(on_day: Any, received_on: date, asked_on: date, stops: bool) -> None:
    on_day(asked_on)
    request = received(received_on)
    request = actions.ask_identity(request=request, acting=handler_for(request), letter=LETTER)
    assert (request.suspended_on is not None) is stops


def test_clarification_stops_the_clock_only_with_much_data(on_day: Any) -> None:
    on_day(date(2026, 9, 2))
    first, second = received(date(2026, 9, 1)), received(date(2026, 9, 1))
    with pytest.raises(SuspensionNotPossible):
        actions.ask_clarification(request=first, acting=handler_for(first), letter=LETTER, suspend=True)
    first = actions.ask_clarification(request=first, acting=handler_for(first), letter=LETTER)
    second = actions.ask_clarification(request=second, acting=handler_for(second), letter=LETTER, much_data=True)
    assert (first.suspended_on, second.suspended_on) == (None, date(2026, 9, 2))


def test_what_the_person_answered_is_kept_as_a_letter_that_came_in() -> None:
    request = RightsRequestFactory(waiting_clarification=True)
    request = actions.record_clarification(request=request, acting=handler_for(request), text="Koko vuosi 2025")
    letter = request.messages.get(direction="in")
    assert (letter.kind, letter.text, letter.state) == ("reply", "Koko vuosi 2025", "received")
    assert request.state == State.IN_PROGRESS


def test_answer_before_the_question_is_refused(on_day: Any) -> None:
    request = received(date(2026, 9, 1))
    acting = handler_for(request)
    on_day(date(2026, 9, 3))
    actions.ask_identity(request=request, acting=acting, letter=LETTER)
    with pytest.raises(DayNotPossible):
        actions.confirm_identity(request=request, acting=acting, answered_on=date(2026, 9, 2))


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_question_goes_in_the_persons_language_and_says_what_happens_to_the_time_limit(language: str) -> None:
    request = RightsRequestFactory(language=language, days_ago=0)
    items = list(request.items.all())
    letter = compose_question(TextCode.IDENTITY_QUESTION, request, items, question="?!")
    assert "{" not in letter.text + letter.subject
    actions.ask_identity(request=request, acting=handler_for(request), letter=letter)
    sent = request.messages.get(kind="identity_question")
    assert (sent.language, sent.to, sent.subject) == (language, "oona.oletettu@example.com", letter.subject)
    assert letter.text.split("\n\n")[0] in sent.text
    assert request.number in sent.subject
    assert {"fi": "on keskeytynyt", "sv": "löper inte", "en": "has stopped running"}[language] in sent.text


def test_question_without_text_is_refused() -> None:
    request = RightsRequestFactory()
    with pytest.raises(TextMissing):
        actions.ask_identity(request=request, acting=handler_for(request), letter=LetterText("Aihe", "  "))
    assert RightsRequest.objects.get().state == State.NEW


def test_person_without_email_gets_the_question_on_paper() -> None:
    request = RightsRequestFactory(person={"email": "", "postal_address": "Esimerkkitie 2"}, reply_channel="post")
    actions.ask_identity(request=request, acting=handler_for(request), letter=LETTER)
    letter = request.messages.get()
    assert (letter.to, letter.state) == ("", "to_print")


def test_nobody_is_unidentified_before_one_reminder_and_fourteen_days(on_day: Any) -> None:
    request = received(date(2026, 9, 1))
    acting, item = handler_for(request), request.items.get()

    def close() -> RightsRequest:
        answers = [ItemAnswer(item, Outcome.UNIDENTIFIED)]
        return actions.answer_request(request=request, acting=acting, answers=answers, letter=LETTER)

    on_day(date(2026, 9, 2))
    actions.ask_identity(request=request, acting=acting, letter=LETTER)
    with pytest.raises(ReminderMissing):
        close()
    on_day(date(2026, 9, 20))
    reminder = compose_reminder(request, [item], question="Kuka olet?")
    assert "sunnuntaina 4.10.2026" in reminder.text
    actions.remind_person(request=request, acting=acting, letter=reminder)
    with pytest.raises(RemindedTooEarly):
        actions.remind_person(request=request, acting=acting, letter=reminder)
    on_day(date(2026, 9, 20) + timedelta(days=13))
    with pytest.raises(ReminderMissing):
        close()
    on_day(date(2026, 9, 20) + timedelta(days=14))
    assert close().state == State.CLOSED
    assert "tietosuojavaltuutetun" in request.messages.get(kind="answer").text
