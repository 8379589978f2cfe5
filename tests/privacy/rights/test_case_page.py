"""The contact's own page of a case: a code opens it, buttons change it, and nothing changes on reading."""

import re
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from privacy.mail.models import Message
from privacy.models import CaseLink, Register, RightsRequest
from privacy.rights.actions import receive_request
from privacy.rights.choices import Right, State
from privacy.rights.submission.incoming import AskedItem
from privacy.rights.tokens import landing_token
from tests.factories import ContactFactory, RegisterFactory
from tests.privacy.rights.browsing import Visitor
from tests.privacy.rights.builders import PERSON, SECRET_TEXT, incoming_for

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site")]


@pytest.fixture
def register() -> Register:
    contact = ContactFactory(title="Asiakaspalvelu", email="apu@example.fi")
    return RegisterFactory(contacts=[contact], routes=[contact])


@pytest.fixture
def request_(register: Register) -> RightsRequest:
    return receive_request(incoming=incoming_for(register))


@pytest.fixture
def address(request_: RightsRequest) -> str:
    letter = request_.messages.get(kind="notification")
    found = re.search(r"https://www\.example\.fi(/privacy/case/\S+)", letter.text)
    assert found is not None
    return found[1]


@pytest.fixture
def contact(client: Client, address: str) -> Visitor:
    return Visitor(client, address).open()


def last_code() -> str:
    text = Message.objects.filter(kind="case_code").latest("pk").text
    return re.search(r"\b(\d{6})\b", text)[1]  # type: ignore[index]


def opened(contact: Visitor) -> Visitor:
    contact.press("code").press("open", code=last_code())
    return contact.open()


def answer(item_pk: int, **changes: Any) -> dict[str, Any]:
    today = timezone.localdate().isoformat()
    plain = {
        "answered_on": today,
        "channel": "email",
        "identity": "known",
        "recipients_told": "none",
        f"outcome_{item_pk}": "fulfilled",
    }
    return {**plain, **changes}


def test_link_alone_shows_nothing_of_the_request(contact: Visitor, request_: RightsRequest) -> None:
    assert contact.response.status_code == 200
    for secret in (PERSON.name, SECRET_TEXT, request_.number):
        assert secret not in contact.text


def test_reading_the_link_changes_nothing(contact: Visitor, request_: RightsRequest) -> None:
    contact.open()
    assert not CaseLink.objects.get().opened_at
    assert not Message.objects.filter(kind="case_code").exists()
    assert request_.events.count() == 3


def test_code_goes_to_the_mailbox_of_the_link_only(contact: Visitor) -> None:
    contact.press("code")
    assert Message.objects.get(kind="case_code").to == "apu@example.fi"


def test_code_opens_the_case(contact: Visitor, request_: RightsRequest) -> None:
    opened(contact)
    for shown in (request_.number, PERSON.name, SECRET_TEXT):
        assert shown in contact.text
    assert CaseLink.objects.get().opened_at
    assert request_.events.filter(kind="case_opened", actor="contact").count() == 1


def test_wrong_code_is_told(contact: Visitor) -> None:
    contact.press("code")
    wrong = "000000" if last_code() != "000000" else "111111"
    contact.press("open", code=wrong)
    assert contact.soup.select_one("[role=alert]")
    assert PERSON.name not in contact.open().text


def test_code_stops_working_after_five_wrong_tries(contact: Visitor) -> None:
    contact.press("code")
    right = last_code()
    wrong = "000000" if right != "000000" else "111111"
    for _try in range(5):
        contact.press("open", code=wrong)
    contact.press("open", code=right)
    assert PERSON.name not in contact.open().text


def test_code_is_valid_for_ten_minutes(contact: Visitor) -> None:
    contact.press("code")
    with time_machine.travel(timezone.now() + timedelta(minutes=11)):
        contact.press("open", code=last_code())
        assert PERSON.name not in contact.open().text


def test_code_works_once(contact: Visitor, address: str) -> None:
    contact.press("code")
    code = last_code()
    contact.press("open", code=code)
    other = Visitor(Client(), address).open()
    other.press("open", code=code)
    assert PERSON.name not in other.open().text


def test_codes_are_not_sent_one_after_another(contact: Visitor) -> None:
    contact.press("code").press("code")
    assert Message.objects.filter(kind="case_code").count() == 1


def test_opened_case_stays_open_in_that_browser_only(contact: Visitor, address: str) -> None:
    opened(contact)
    assert PERSON.name not in Visitor(Client(), address).open().text


def test_opened_case_closes_after_eight_hours(contact: Visitor) -> None:
    opened(contact)
    with time_machine.travel(timezone.now() + timedelta(hours=9)):
        assert PERSON.name not in contact.open().text


@pytest.mark.parametrize("token", ["x", "a" * 43, "../../etc/passwd"])
def test_unknown_link_is_told_in_words(client: Client, token: str) -> None:
    response = client.get(f"/privacy/case/{token}/")
    assert response.status_code == 404


def test_revoked_link_opens_nothing(contact: Visitor) -> None:
    opened(contact)
    CaseLink.objects.update(revoked_at=timezone.now())
    assert contact.open().response.status_code == 404
    assert PERSON.name not in contact.text


def test_buttons_do_nothing_before_the_code(contact: Visitor, request_: RightsRequest) -> None:
    item = request_.items.get()
    contact.press("take-on")
    contact.open().press("answer", **answer(item.pk))
    request_.refresh_from_db()
    assert request_.state == State.NEW


def test_contact_takes_the_request_on(contact: Visitor, request_: RightsRequest) -> None:
    opened(contact).press("take-on")
    request_.refresh_from_db()
    assert (request_.state, request_.owner_name) == (State.IN_PROGRESS, "Asiakaspalvelu")
    assert request_.events.get(kind="taken_on").contact is not None


def test_contact_marks_the_request_as_answered(contact: Visitor, request_: RightsRequest) -> None:
    item = request_.items.get()
    opened(contact).press("answer", **answer(item.pk))
    request_.refresh_from_db()
    item.refresh_from_db()
    assert request_.state == State.CLOSED
    assert (item.outcome, item.answered_on) == ("fulfilled", timezone.localdate())
    assert request_.events.get(kind="answered").data["identity"] == "known"


@pytest.mark.parametrize(
    "changes",
    [
        {"outcome": ""},
        {"outcome": "refused"},
        {"outcome": "refused", "reason": "excessive"},
        {"outcome": "no-such-outcome"},
        {"answered_on": (timezone.localdate() + timedelta(days=2)).isoformat()},
        {"answered_on": "2020-01-01"},
        {"answered_on": ""},
    ],
)
def test_incomplete_answer_is_told_and_changes_nothing(
    contact: Visitor, request_: RightsRequest, changes: dict[str, str]
) -> None:
    item = request_.items.get()
    named = {f"{name}_{item.pk}" if name in ("outcome", "reason") else name: changes[name] for name in changes}
    opened(contact).press("answer", **answer(item.pk, **named))
    assert contact.soup.select_one("[role=alert]")
    request_.refresh_from_db()
    assert request_.state == State.NEW


def test_refusal_keeps_its_reason_and_that_the_remedies_were_told(contact: Visitor, request_: RightsRequest) -> None:
    item = request_.items.get()
    refused = {f"outcome_{item.pk}": "refused", f"reason_{item.pk}": "excessive", "reasons_told": "on"}
    opened(contact).press("answer", **answer(item.pk, **refused))
    item.refresh_from_db()
    assert (item.outcome, item.reason_code, item.reasons_told) == ("refused", "excessive", True)


def test_copy_of_the_answer_is_kept_outside_the_media(contact: Visitor, request_: RightsRequest, settings: Any) -> None:
    item = request_.items.get()
    copy = SimpleUploadedFile("vastaus.pdf", b"%PDF-1.7 vastaus", content_type="application/pdf")
    opened(contact).press("answer", **answer(item.pk, copy=copy))
    attachment = request_.attachments.get()
    assert attachment.name == "vastaus.pdf"
    assert attachment.file.path.startswith(str(settings.PRIVACY_PRIVATE_ROOT))
    assert "vastaus" not in attachment.file.name


@pytest.mark.parametrize("name", ["virus.exe", "sivu.html", "kuva.svg", "ilmanpaatetta"])
def test_copy_of_an_unexpected_kind_is_refused(contact: Visitor, request_: RightsRequest, name: str) -> None:
    item = request_.items.get()
    opened(contact).press("answer", **answer(item.pk, copy=SimpleUploadedFile(name, b"x")))
    assert contact.soup.select_one("[role=alert]")
    assert not request_.attachments.exists()


def test_closed_case_can_be_read_but_not_changed(contact: Visitor, request_: RightsRequest) -> None:
    item = request_.items.get()
    opened(contact).press("answer", **answer(item.pk))
    contact.open()
    assert not contact.soup.select("button[value=answer], button[value=take-on]")
    contact.client.post(contact.address, {**answer(item.pk, **{f"outcome_{item.pk}": "no_data"}), "go": "answer"})
    item.refresh_from_db()
    assert item.outcome == "fulfilled"


def test_page_is_not_cached_not_indexed_and_leaks_no_address(contact: Visitor) -> None:
    opened(contact)
    assert "no-store" in contact.response["Cache-Control"]
    assert "noindex" in contact.response["X-Robots-Tag"]
    assert contact.response["Referrer-Policy"] == "same-origin"


def test_page_asks_the_database_a_bounded_number_of_times(contact: Visitor, django_assert_max_num_queries: Any) -> None:
    opened(contact)
    with django_assert_max_num_queries(14):
        contact.open()


def test_person_sees_simple_words_and_after_the_due_date_that_it_has_passed(register: Register, client: Client) -> None:
    token = "a" * 43
    request = receive_request(incoming=incoming_for(register), form_token=token)
    landing = f"/privacy/received/{landing_token(token)}/"
    assert "Vastaanotettu" in client.get(landing).content.decode()
    with time_machine.travel(timezone.now() + timedelta(days=45)):
        assert "Määräaika on ylittynyt" in client.get(landing).content.decode()
    RightsRequest.objects.filter(pk=request.pk).update(state=State.CLOSED)
    assert "Vastattu" in client.get(landing).content.decode()


def test_landing_page_shows_nothing_that_was_typed(register: Register, client: Client) -> None:
    token = "b" * 43
    receive_request(incoming=incoming_for(register), form_token=token)
    page = client.get(f"/privacy/received/{landing_token(token)}/").content.decode()
    for typed in (PERSON.name, PERSON.email, SECRET_TEXT):
        assert typed not in page


def test_contact_of_one_register_sees_nothing_of_another(client: Client, register: Register) -> None:
    other = RegisterFactory(name="Toinen rekisteri", controller=register.controller)
    items = [AskedItem(Right.ACCESS, register), AskedItem(Right.ERASURE, other)]
    request = receive_request(incoming=incoming_for(register, items=items))
    letter = request.messages.get(kind="notification", to="apu@example.fi")
    found = re.search(r"(/privacy/case/\S+)", letter.text)
    assert found is not None
    contact = opened(Visitor(client, found[1]).open())
    assert "Toinen rekisteri" not in contact.text
    contact.press("answer", **answer(request.items.get(register=register).pk))
    request.refresh_from_db()
    assert request.state == State.IN_PROGRESS
