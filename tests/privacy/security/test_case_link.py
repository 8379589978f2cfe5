"""The contact's link: codes, sessions, and how long the door stays open."""

import re
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from privacy.mail.models import Message
from privacy.models import CaseLink, Contact, Register, RightsRequest
from privacy.registers.choices import Permission
from privacy.rights.actions import receive_request, record_answer
from privacy.rights.choices import Outcome, Right
from privacy.rights.code_links import renew_code
from privacy.rights.submission.incoming import AskedItem
from privacy.rights.workflow.actors import ActingPerson
from privacy.rights.workflow.outcomes import ItemAnswer
from tests.factories import ContactFactory, RegisterFactory, UserFactory
from tests.privacy.rights.browsing import Visitor
from tests.privacy.rights.builders import PERSON, give_access, incoming_for

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site")]


@pytest.fixture
def register() -> Register:
    contact = ContactFactory(email="apu@example.fi")
    return RegisterFactory(contacts=[contact], routes=[contact])


@pytest.fixture
def request_(register: Register) -> RightsRequest:
    return receive_request(incoming=incoming_for(register))


def link_of(request: RightsRequest) -> str:
    found = re.search(r"(/privacy/case/\S+)", request.messages.get(kind="notification").text)
    assert found is not None
    return found[1]


def last_code() -> str:
    found = re.search(r"\b(\d{6})\b", Message.objects.filter(kind="case_code").latest("pk").text)
    assert found is not None
    return found[1]


def opened(client: Client, request: RightsRequest) -> Visitor:
    visitor = Visitor(client, link_of(request)).open()
    visitor.press("code").press("open", code=last_code())
    return visitor.open()


def test_session_that_somebody_planted_is_not_the_one_that_opens(client: Client, request_: RightsRequest) -> None:
    planted = client.session
    planted["any"] = "thing"
    planted.save()
    assert PERSON.name in opened(client, request_).text
    thief = Client()
    thief.cookies["sessionid"] = planted.session_key
    assert PERSON.name not in thief.get(link_of(request_)).content.decode()


def test_link_of_a_contact_who_was_deleted_opens_nothing(
    client: Client, register: Register, request_: RightsRequest
) -> None:
    register.contacts.all().delete()
    register.routes.all().delete()
    Contact.objects.get().delete()
    assert client.get(link_of(request_)).status_code == 404


def test_contact_can_ask_for_a_code_again_on_another_day(client: Client, request_: RightsRequest) -> None:
    start = timezone.now()
    for minute in range(0, 24, 2):
        with time_machine.travel(start + timedelta(minutes=minute)):
            client.post(link_of(request_), {"go": "code"})
    before = Message.objects.filter(kind="case_code").count()
    with time_machine.travel(start + timedelta(days=2)):
        client.post(link_of(request_), {"go": "code"})
    assert Message.objects.filter(kind="case_code").count() == before + 1


def test_second_of_two_handlers_does_not_overwrite_the_answer_of_the_first(register: Register) -> None:
    other = RegisterFactory(controller=register.controller)
    items = [AskedItem(Right.ACCESS, register), AskedItem(Right.ERASURE, other)]
    request = receive_request(incoming=incoming_for(register, items=items))
    user = UserFactory()
    give_access(user, register, Permission.HANDLE)
    as_both_read_it = [request.items.get(register=register) for _handler in range(2)]
    told: dict[str, Any] = {"answered_on": timezone.localdate(), "channel": "email"}
    for item, outcome in zip(as_both_read_it, (Outcome.FULFILLED, Outcome.NO_DATA), strict=True):
        answers = [ItemAnswer(item, outcome)]
        try:
            record_answer(request=request, acting=ActingPerson.handler(user), answers=answers, **told)
        except Exception:  # noqa: BLE001 - whichever error tells the second handler
            break
    assert request.items.get(register=register).outcome == Outcome.FULFILLED


def test_who_has_the_link_alone_cannot_go_on_guessing_all_day(request_: RightsRequest) -> None:
    link, start = CaseLink.objects.get(), timezone.now()
    asked = [start + timedelta(minutes=80 * round_ + 2 * code) for round_ in range(18) for code in range(10)]
    assert sum(renew_code(link, now=now) is not None for now in asked) <= 30


def test_code_opens_once(client: Client, request_: RightsRequest) -> None:
    opened(client, request_)
    thief = Visitor(Client(), link_of(request_)).open()
    thief.client.post(link_of(request_), {"go": "open", "code": last_code()})
    assert PERSON.name not in thief.open().text


def test_code_of_one_link_opens_no_other(client: Client, register: Register, request_: RightsRequest) -> None:
    other = receive_request(incoming=incoming_for(register))
    client.post(link_of(request_), {"go": "code"})
    code = last_code()
    client.post(link_of(other), {"go": "code"})
    CaseLink.objects.filter(request=other).update(code_hash=CaseLink.objects.get(request=request_).code_hash)
    client.post(link_of(other), {"go": "open", "code": code})
    assert PERSON.name not in client.get(link_of(other)).content.decode()


def test_opening_one_case_opens_no_other(client: Client, register: Register, request_: RightsRequest) -> None:
    other = receive_request(incoming=incoming_for(register))
    opened(client, request_)
    assert other.number not in client.get(link_of(other)).content.decode()


def test_opened_case_closes_after_eight_hours(client: Client, request_: RightsRequest) -> None:
    opened(client, request_)
    with time_machine.travel(timezone.now() + timedelta(hours=8, minutes=1)):
        assert PERSON.name not in client.get(link_of(request_)).content.decode()


def test_forged_buttons_are_refused(request_: RightsRequest) -> None:
    client = Client(enforce_csrf_checks=True)
    for go in ("code", "open", "take-on", "answer", "leave"):
        assert client.post(link_of(request_), {"go": go}).status_code == 403


@pytest.mark.parametrize("code", ["", " ", "１２３４５６", "12345", "1234567", "123456\x00", "9" * 10_000, "' OR 1=1"])
def test_hostile_code_opens_nothing(client: Client, request_: RightsRequest, code: str) -> None:
    client.post(link_of(request_), {"go": "code"})
    assert client.post(link_of(request_), {"go": "open", "code": code}).status_code == 200
    assert PERSON.name not in client.get(link_of(request_)).content.decode()
