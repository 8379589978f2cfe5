"""The list of requests and the page of one: scoped by the policy in every view."""

from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.test import Client
from django.urls import reverse

from privacy.models import Attachment, Register, RightsRequest
from privacy.rights.actions import receive_request
from tests.factories import ContactFactory, GroupFactory, RegisterFactory, RightsRequestFactory, UserFactory
from tests.privacy.rights.builders import SECRET_TEXT, incoming_for

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site")]

INDEX = "privacy_requests:index"


@pytest.fixture
def register() -> Register:
    contact = ContactFactory(email="apu@example.fi")
    return RegisterFactory(contacts=[contact], routes=[contact])


@pytest.fixture
def request_(register: Register) -> RightsRequest:
    return receive_request(incoming=incoming_for(register))


def login(client: Client, **access: Any) -> Client:
    client.force_login(UserFactory(groups=[GroupFactory(**access)]))
    return client


def case_of(request: RightsRequest) -> str:
    return reverse("privacy_requests:case", args=[request.number])


def with_file(request: RightsRequest) -> str:
    attachment = Attachment.objects.create(request=request, name="vastaus.html", size=3)
    attachment.file.save("x", ContentFile(b"<b>"))
    return reverse("privacy_requests:attachment", args=[request.number, attachment.pk])


def test_handler_sees_the_requests_of_their_registers(client: Client, request_: RightsRequest) -> None:
    other = RightsRequestFactory()
    page = login(client, sees=[request_.items.get().register]).get(reverse(INDEX)).content.decode()
    assert request_.number in page
    assert "Maija Mallikas" in page
    assert other.number not in page


def test_case_page_shows_request_letters_and_events(client: Client, request_: RightsRequest) -> None:
    page = login(client, sees=[request_.items.get().register]).get(case_of(request_)).content.decode()
    for shown in (SECRET_TEXT, "Maija Mallikas", "apu@example.fi", request_.number):
        assert shown in page


def test_case_page_hides_the_contacts_link_and_its_codes(client: Client, request_: RightsRequest) -> None:
    token = request_.messages.get(kind="notification").text.split("/privacy/case/")[1].split("/")[0]
    page = login(client, sees=[request_.items.get().register]).get(case_of(request_)).content.decode()
    assert "/privacy/case/" in page
    assert token not in page


@pytest.mark.parametrize("kind", ["case", "file", "list", "results"])
def test_request_of_another_register_is_nowhere(client: Client, request_: RightsRequest, kind: str) -> None:
    addresses = {
        "case": case_of(request_),
        "file": with_file(request_),
        "list": reverse(INDEX),
        "results": reverse("privacy_requests:index_results"),
    }
    response = login(client, handles=[RegisterFactory()]).get(addresses[kind])
    assert request_.number not in response.content.decode()
    assert response.status_code == (404 if kind in ("case", "file") else 200)


@pytest.mark.parametrize("editor", [True, False])
def test_without_access_to_any_register_there_is_no_inbox(
    client: Client, request_: RightsRequest, editor: bool
) -> None:
    login(client, editor=editor)
    for address in (reverse(INDEX), reverse("privacy_requests:index_results"), case_of(request_), with_file(request_)):
        response = client.get(address)
        assert response.status_code == 302
        assert response["Location"] == reverse("wagtailadmin_home")


def test_visitor_is_asked_to_log_in(client: Client, request_: RightsRequest) -> None:
    for address in (reverse(INDEX), case_of(request_), with_file(request_)):
        assert client.get(address)["Location"].startswith(reverse("wagtailadmin_login"))


def test_menu_shows_the_inbox_to_those_who_have_one(client: Client, register: Register) -> None:
    address = reverse(INDEX)
    assert address not in login(client, editor=True).get(reverse("wagtailadmin_home")).content.decode()
    assert address in login(client, sees=[register]).get(reverse("wagtailadmin_home")).content.decode()


def test_file_is_a_download_and_never_a_page(client: Client, request_: RightsRequest) -> None:
    response = login(client, sees=[request_.items.get().register]).get(with_file(request_))
    assert response["Content-Type"] == "application/octet-stream"
    assert response["Content-Disposition"].startswith("attachment")
    assert b"".join(response.streaming_content) == b"<b>"


def test_item_of_a_register_that_may_not_be_seen_is_left_out(client: Client, register: Register) -> None:
    request = RightsRequestFactory(register=register, rights=("access",))
    secret = RegisterFactory(name="Salainen rekisteri", controller=register.controller)
    request.items.create(right="erasure", register=secret)
    client = login(client, sees=[register])
    for address in (reverse(INDEX), case_of(request)):
        assert "Salainen rekisteri" not in client.get(address).content.decode()


def test_overdue_is_told_in_words(client: Client, register: Register) -> None:
    RightsRequestFactory(register=register, overdue=True)
    page = login(client, sees=[register]).get(reverse(INDEX)).content.decode()
    assert "myöhässä" in page


def test_typed_markup_is_shown_as_text(client: Client, register: Register) -> None:
    request = RightsRequestFactory(register=register, message="<script>alert(1)</script>", person={"name": "<i>M</i>"})
    client = login(client, sees=[register])
    for address in (reverse(INDEX), case_of(request)):
        page = client.get(address).content.decode()
        assert "<script>alert(1)" not in page
        assert "<i>M</i>" not in page


def test_list_asks_the_database_the_same_number_of_times_whatever_its_length(
    client: Client, register: Register, django_assert_max_num_queries: Any
) -> None:
    login(client, sees=[register])
    for length in (1, 20):
        for _number in range(length):
            RightsRequestFactory(register=register)
        client.get(reverse(INDEX))
        with django_assert_max_num_queries(15):
            client.get(reverse(INDEX))


def test_case_page_asks_the_database_at_most_twenty_times(
    client: Client, request_: RightsRequest, django_assert_max_num_queries: Any
) -> None:
    login(client, sees=[request_.items.get().register]).get(case_of(request_))
    with django_assert_max_num_queries(20):
        client.get(case_of(request_))
