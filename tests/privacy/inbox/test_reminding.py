"""The digest: who is told of which cases and when, and what it never holds."""

from datetime import date, timedelta
from io import StringIO
from typing import Any

import pytest
import time_machine
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from privacy.inbox.choices import Urgency
from privacy.inbox.digest.remind import mark_of
from privacy.models import CaseLink, Message, Register, RightsRequest
from privacy.rights.choices import State
from tests.factories import ContactFactory, ControllerFactory, RegisterFactory, RightsRequestFactory, UserFactory
from tests.privacy.inbox.desks import handler_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site")]

NOON = "2026-11-25T10:00:00+00:00"
TODAY = date(2026, 11, 25)


@pytest.fixture(autouse=True)
def today() -> Any:
    with time_machine.travel(NOON, tick=False):
        yield


def remind() -> list[Message]:
    """Run the command and give the letters of this run."""
    before = set(Message.objects.values_list("pk", flat=True))
    call_command("remind_handlers", stdout=StringIO())
    return list(Message.objects.exclude(pk__in=before).order_by("to"))


def request_of(register: Register | None, **values: Any) -> RightsRequest:
    return RightsRequestFactory(register=register, **{"received_on": TODAY - timedelta(days=10), **values})


def taken(register: Register, **values: Any) -> RightsRequest:
    return request_of(register, state=State.IN_PROGRESS, owner_name="Testi", **values)


def test_handlers_get_one_letter_with_all_their_cases() -> None:
    register = RegisterFactory()
    first, second = handler_of(register), handler_of(register)
    numbers = [request_of(register).number, request_of(register).number]
    letters = remind()
    assert [letter.to for letter in letters] == sorted([first.email, second.email])
    for letter in letters:
        assert all(number in letter.text for number in numbers)


def test_case_with_a_handler_is_told_to_the_handler_only() -> None:
    register = RegisterFactory()
    owner, _colleague = handler_of(register), handler_of(register)
    request_of(register, state=State.IN_PROGRESS, owner=owner, owner_name="X", due_on=TODAY - timedelta(days=1))
    assert [letter.to for letter in remind()] == [owner.email]


def test_case_whose_handler_has_left_goes_to_the_others() -> None:
    register = RegisterFactory()
    colleague = handler_of(register)
    gone = UserFactory(is_active=False)
    request_of(register, state=State.IN_PROGRESS, owner=gone, owner_name="X", due_on=TODAY - timedelta(days=1))
    assert [letter.to for letter in remind()] == [colleague.email]


def test_register_without_handlers_goes_to_its_contact_with_a_link_that_opens_the_case(client: Any) -> None:
    contact = ContactFactory(email="apu@example.fi")
    request = request_of(RegisterFactory(contacts=[contact], routes=[contact]))
    (letter,) = remind()
    assert letter.to == "apu@example.fi"
    assert CaseLink.objects.get().request == request
    link = letter.text.split("https://www.example.fi")[1].split()[0]
    assert client.get(link).status_code == 200
    assert "/admin/" not in letter.text


def test_register_without_handlers_and_contacts_goes_to_its_fallback() -> None:
    request_of(RegisterFactory(fallback_email="varalla@example.fi"))
    assert [letter.to for letter in remind()] == ["varalla@example.fi"]


def test_request_to_no_known_register_goes_to_handlers_of_the_controllers_plain_registers() -> None:
    controller = ControllerFactory()
    plain = handler_of(RegisterFactory(controller=controller))
    handler_of(RegisterFactory(controller=controller, confidential=True))
    handler_of(RegisterFactory())
    request_of(None, controller=controller)
    assert [letter.to for letter in remind()] == [plain.email]


def test_digest_holds_no_name_and_no_text() -> None:
    register = RegisterFactory(name="Asiakkaat")
    handler_of(register)
    person = {"name": "Oona Oletettu", "email": "oona@example.com"}
    request = request_of(register, message="Viestin sisältö", person=person)
    (letter,) = remind()
    whole = letter.subject + letter.text + letter.html
    assert [typed for typed in ("Oletettu", "oona@", "Viestin sisältö") if typed in whole] == []
    assert request.number not in letter.subject
    assert (request.number in letter.text, "Asiakkaat" in letter.text) == (True, True)


def test_confidential_register_is_not_named_and_goes_to_no_contact() -> None:
    contact = ContactFactory(email="apu@example.fi")
    named = RegisterFactory(name="Ilmoituskanava", confidential=True, contacts=[contact], routes=[contact])
    handler = handler_of(named)
    request_of(named)
    (letter,) = remind()
    assert letter.to == handler.email
    assert "Ilmoituskanava" not in letter.text + letter.html


def test_confidential_register_without_handlers_is_told_by_number_only() -> None:
    request = request_of(RegisterFactory(name="Ilmoituskanava", confidential=True), rights=("erasure",))
    (letter,) = remind()
    assert letter.to == "oletus@example.fi"
    assert request.number in letter.text
    assert "poist" not in letter.text.lower()


def test_no_case_is_told_twice_a_day_and_the_unassigned_again_tomorrow() -> None:
    register = RegisterFactory()
    handler_of(register)
    request_of(register)
    assert len(remind()) == 1
    assert remind() == []
    second = request_of(register)
    (letter,) = remind()
    assert second.number in letter.text
    with time_machine.travel("2026-11-26T10:00:00+00:00", tick=False):
        assert len(remind()) == 1


def test_nothing_is_written_when_nothing_waits() -> None:
    register = RegisterFactory()
    handler_of(register)
    taken(register, due_on=TODAY + timedelta(days=12))
    RightsRequestFactory(register=register, closed=True)
    assert remind() == []


def test_answered_item_of_an_open_case_is_no_business_of_its_handlers_any_more() -> None:
    done, waiting = RegisterFactory(), RegisterFactory()
    handler_of(done)
    other = handler_of(waiting)
    request = request_of(done)
    request.items.update(outcome="fulfilled")
    request.items.create(right="erasure", register=waiting)
    assert [letter.to for letter in remind()] == [other.email]


@pytest.mark.parametrize(
    ("left", "reminded_before", "mark"),
    [
        (-1, None, Urgency.OVERDUE),
        (-1, 1, Urgency.OVERDUE),
        (7, 1, Urgency.DUE_SOON),
        (6, 1, None),
        (3, 1, Urgency.DUE_SOON),
        (2, 1, None),
        (1, 1, Urgency.DUE_SOON),
        (0, 1, None),
        # The command did not run for some days: the threshold is made up for.
        (5, 4, Urgency.DUE_SOON),
        (12, 1, None),
    ],
)
def test_due_dates_are_recalled_seven_three_and_one_day_ahead(
    left: int, reminded_before: int | None, mark: Urgency | None
) -> None:
    reminded = TODAY - timedelta(days=reminded_before) if reminded_before else None
    due = TODAY + timedelta(days=left)
    request = taken(RegisterFactory(), due_on=due, reminded_on=reminded)
    assert mark_of(request, TODAY) == mark


def test_old_digests_are_deleted() -> None:
    register = RegisterFactory()
    handler_of(register)
    request = request_of(register)
    remind()
    with time_machine.travel("2027-03-25T10:00:00+00:00", tick=False):
        request.delete()
        remind()
    assert not Message.objects.exists()


def test_queries_of_the_digest_do_not_grow_with_the_cases() -> None:
    register = RegisterFactory()
    handler_of(register)
    counts = []
    for number in (2, 12):
        for _place in range(number):
            request_of(register)
        with CaptureQueriesContext(connection) as queries:
            remind()
        counts.append(len(queries))
    assert counts[1] <= counts[0]
