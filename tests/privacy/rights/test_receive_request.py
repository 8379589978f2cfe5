"""Receiving a request: everything is stored at once, and whoever must know is written to."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from privacy.mail.models import Message
from privacy.models import RequestEvent, RightsRequest
from privacy.rights.actions import receive_request
from privacy.rights.choices import Relation, ReplyChannel, Right, State
from privacy.rights.deadlines.clock import replay
from privacy.rights.errors import (
    AlreadySent,
    EmailNotValid,
    NothingAsked,
    PersonNotGiven,
    RegisterNotAvailable,
    ReplyAddressMissing,
    RightsError,
    TextTooLong,
)
from privacy.rights.models.events import EventChangeRefused
from privacy.rights.submission.incoming import Answer, AskedItem, IncomingRequest, Person
from privacy.rights.submission.numbers import is_valid_number
from privacy.rights.submission.validation import MAX_TEXT
from privacy.rights.tokens import new_token
from privacy.signals import request_received
from tests.factories import ControllerFactory, RegisterFactory
from tests.privacy.rights.builders import PERSON, SECRET_TEXT, incoming_for

pytestmark = pytest.mark.django_db


def test_request_is_stored_with_number_item_person_and_first_event() -> None:
    request = receive_request(incoming=incoming_for(RegisterFactory()))
    assert is_valid_number(request.number)
    assert request.state == State.NEW
    assert request.items.get().right == Right.ACCESS
    assert request.persons.get().name == PERSON.name
    assert request.events.first().kind == "received"


@pytest.mark.parametrize(
    ("moment", "received", "due"),
    [
        (datetime(2026, 6, 30, 22, 30, tzinfo=UTC), date(2026, 7, 1), date(2026, 8, 3)),
        (datetime(2026, 12, 31, 22, 15, tzinfo=UTC), date(2027, 1, 1), date(2027, 2, 1)),
    ],
)
def test_clock_starts_on_the_local_day_of_the_controller(moment: datetime, received: date, due: date) -> None:
    request = receive_request(incoming=incoming_for(RegisterFactory()), received_at=moment)
    assert (request.received_on, request.due_on) == (received, due)
    assert request.number.startswith(str(received.year))


def test_due_date_follows_the_holidays_of_the_controllers_country() -> None:
    register = RegisterFactory(controller=ControllerFactory(country="SE", time_zone="Europe/Stockholm", business_id=""))
    request = receive_request(incoming=incoming_for(register), received_on=date(2026, 5, 6))
    assert request.due_on == date(2026, 6, 8)  # 6 June, a Saturday, is also Sweden's national day


def test_due_date_is_what_replaying_the_events_gives() -> None:
    request = receive_request(incoming=incoming_for(RegisterFactory()))
    assert replay(request.events.values_list("kind", "data")).due_on == request.due_on


def test_event_keeps_the_calendar_it_was_counted_by() -> None:
    event = receive_request(incoming=incoming_for(RegisterFactory())).events.get(kind="received")
    assert event.data["calendar"].startswith("holidays ")
    assert event.data["country"] == "FI"


def test_events_cannot_be_changed_or_deleted() -> None:
    request = receive_request(incoming=incoming_for(RegisterFactory()))
    event = request.events.first()
    for change in (event.save, event.delete, RequestEvent.objects.all().delete, request.events.all().delete):
        with pytest.raises(EventChangeRefused):
            change()
    with pytest.raises(EventChangeRefused):
        RequestEvent.objects.update(kind="closed")


def test_request_can_be_deleted_with_all_its_events() -> None:
    request = receive_request(incoming=incoming_for(RegisterFactory()))
    request.delete()
    assert not RequestEvent.objects.exists()


def test_second_sending_of_one_form_is_refused_and_stores_nothing() -> None:
    register, token = RegisterFactory(), new_token()
    receive_request(incoming=incoming_for(register), form_token=token)
    with pytest.raises(AlreadySent):
        receive_request(incoming=incoming_for(register), form_token=token)
    assert RightsRequest.objects.count() == 1
    assert Message.objects.filter(kind="acknowledgement").count() == 1


def test_number_that_is_taken_is_drawn_again(monkeypatch: pytest.MonkeyPatch) -> None:
    register = RegisterFactory()
    taken = receive_request(incoming=incoming_for(register)).number
    drawn = iter([taken, taken, "2026-ABCDEF-1"])
    monkeypatch.setattr("privacy.rights.submission.receive.new_number", lambda _year: next(drawn))
    assert receive_request(incoming=incoming_for(register)).number == "2026-ABCDEF-1"


def test_failure_half_way_leaves_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*args: Any, **kwargs: Any) -> None:
        raise RuntimeError

    register = RegisterFactory()
    monkeypatch.setattr("privacy.rights.submission.receive.notify_contacts", fail)
    with pytest.raises(RuntimeError):
        receive_request(incoming=incoming_for(register))
    assert not RightsRequest.objects.exists()
    assert not Message.objects.exists()


def _all_rights(controller: Any) -> IncomingRequest:
    items = [AskedItem(Right(right), None, all_registers=True) for right in Right.values]
    return IncomingRequest(controller=controller, items=items, requester=PERSON, language="sv")


def test_all_registers_makes_one_item_per_right_without_register() -> None:
    request = receive_request(incoming=_all_rights(RegisterFactory().controller))
    assert list(request.items.values_list("register", "all_registers")) == [(None, True)] * len(Right.values)


def test_another_persons_request_keeps_both_persons() -> None:
    incoming = incoming_for(RegisterFactory(), relation=Relation.GUARDIAN, data_subject=Person(name="Lapsi Mallikas"))
    persons = receive_request(incoming=incoming).persons
    assert set(persons.values_list("role", "name")) == {
        ("requester", PERSON.name),
        ("data_subject", "Lapsi Mallikas"),
    }


@pytest.mark.parametrize(
    ("changes", "error"),
    [
        ({"items": []}, NothingAsked),
        ({"requester": Person(email="a@example.com")}, PersonNotGiven),
        ({"requester": Person(name="Maija")}, ReplyAddressMissing),
        ({"reply_channel": ReplyChannel.POST}, ReplyAddressMissing),
        ({"reply_channel": ReplyChannel.PHONE}, ReplyAddressMissing),
        ({"relation": Relation.GUARDIAN}, PersonNotGiven),
        ({"requester": Person(name="M", email="a@example.com\nBcc: b@example.com")}, EmailNotValid),
        ({"message": "a" * (MAX_TEXT + 1)}, TextTooLong),
        ({"requester": Person(name="a" * 201, email="a@example.com")}, TextTooLong),
        ({"extra_answers": [Answer("K", "a" * (MAX_TEXT + 1))]}, TextTooLong),
    ],
)
def test_request_that_lacks_something_is_refused_by_name(changes: dict[str, Any], error: type[RightsError]) -> None:
    with pytest.raises(error):
        receive_request(incoming=incoming_for(RegisterFactory(), **changes))
    assert not RightsRequest.objects.exists()


@pytest.mark.parametrize("right", [Right.MARKETING_OBJECTION, Right.CONSENT_WITHDRAWAL])
def test_name_is_optional_where_the_address_is_enough(right: Right) -> None:
    incoming = incoming_for(RegisterFactory(), right=right, requester=Person(email="a@example.com"))
    assert receive_request(incoming=incoming).pk


def test_retired_register_takes_no_requests() -> None:
    with pytest.raises(RegisterNotAvailable):
        receive_request(incoming=incoming_for(RegisterFactory(retired_on=date(2026, 1, 1))))


def test_register_of_another_controller_is_refused() -> None:
    with pytest.raises(RegisterNotAvailable):
        receive_request(incoming=incoming_for(RegisterFactory(), controller=ControllerFactory()))


def test_emoji_and_right_to_left_text_are_kept_as_typed() -> None:
    typed = "Hei 👋🏽 שלום مرحبا"
    request = receive_request(incoming=incoming_for(RegisterFactory(), message=typed))
    assert RightsRequest.objects.get(pk=request.pk).message == typed


def test_address_is_kept_as_typed_and_joined_by_its_key() -> None:
    incoming = incoming_for(RegisterFactory(), requester=Person(name="M", email="Maija@Esimerkki-Ä.example.com"))
    person = receive_request(incoming=incoming).persons.get()
    assert person.email == "Maija@Esimerkki-Ä.example.com"
    assert person.email_key == "maija@xn--esimerkki--z5a.example.com"


def test_other_sites_are_told_after_the_commit(django_capture_on_commit_callbacks: Any) -> None:
    told: list[str] = []

    def listen(rights_request: RightsRequest, **kwargs: Any) -> None:
        told.append(rights_request.number)

    request_received.connect(listen)
    try:
        with django_capture_on_commit_callbacks() as callbacks:
            request = receive_request(incoming=incoming_for(RegisterFactory()))
        assert told == []
        for callback in callbacks:
            callback()
        assert told == [request.number]
    finally:
        request_received.disconnect(listen)


def test_nothing_typed_reaches_the_log(
    caplog: pytest.LogCaptureFixture, django_capture_on_commit_callbacks: Any
) -> None:
    with caplog.at_level(0), django_capture_on_commit_callbacks(execute=True):
        receive_request(incoming=incoming_for(RegisterFactory(), message=SECRET_TEXT))
    assert SECRET_TEXT not in caplog.text
    assert PERSON.name not in caplog.text
    assert PERSON.email not in caplog.text
