"""Several requests at once: only those one sees are named, only those one may act on are acted on."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from privacy.inbox import bulk
from privacy.models import Register, RequestExport, RightsRequest
from privacy.registers.choices import Permission
from privacy.rights.choices import Outcome, State
from tests.factories import RegisterFactory, RightsRequestFactory
from tests.privacy.inbox.desks import client_of, handler_of, user_with

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site")]


@pytest.fixture
def register() -> Register:
    return RegisterFactory()


@pytest.fixture
def user(register: Register) -> Any:
    return handler_of(register)


@pytest.fixture
def client(user: Any) -> Client:
    return client_of(user)


def address(action: str, *requests: RightsRequest, query: str = "") -> str:
    base = reverse("wagtail_bulk_action", args=["privacy", "rightsrequest", action])
    keys = "&".join(f"id={request.pk}" for request in requests) or "id=all"
    return f"{base}?{keys}&next=/admin/privacy/requests/&{query}"


def states() -> list[str]:
    return list(RightsRequest.objects.order_by("pk").values_list("state", flat=True))


def test_selected_requests_are_given_to_a_handler(client: Client, register: Register, user: Any) -> None:
    colleague = handler_of(register)
    chosen, other = (RightsRequestFactory(register=register) for _number in range(2))
    assert chosen.number in client.get(address("assign", chosen)).content.decode()
    response = client.post(address("assign", chosen), {"handler": colleague.pk})
    assert response["Location"] == "/admin/privacy/requests/"
    chosen.refresh_from_db()
    assert (chosen.owner, chosen.owner_name, chosen.state) == (colleague, colleague.get_full_name(), State.IN_PROGRESS)
    assert chosen.events.get(kind="assigned").user == user
    other.refresh_from_db()
    assert other.owner is None


def test_request_is_not_given_to_who_may_not_handle_it(client: Client, register: Register) -> None:
    request = RightsRequestFactory(register=register)
    stranger = handler_of(RegisterFactory())
    response = client.post(address("assign", request), {"handler": stranger.pk})
    assert response.status_code == 200
    request.refresh_from_db()
    assert request.owner is None


def test_all_in_the_list_means_what_its_filter_and_search_leave(client: Client, register: Register) -> None:
    RightsRequestFactory(register=register, person={"name": "Aarne"}, channel="letter")
    RightsRequestFactory(register=register, person={"name": "Aarne"})
    RightsRequestFactory(register=register, person={"name": "Berit"}, channel="letter")
    RightsRequestFactory(person={"name": "Aarne"}, channel="letter")
    client.post(address("not_a_request", query="channel=letter&q=aarne"), {"reason": "Mainos"})
    assert states() == [State.CLOSED, State.NEW, State.NEW, State.NEW]


def test_closing_gives_the_items_an_outcome_and_writes_no_letter(client: Client, register: Register) -> None:
    request = RightsRequestFactory(register=register, rights=("access", "erasure"))
    client.post(address("not_a_request", request), {"reason": "Mainos"})
    assert states() == [State.CLOSED]
    assert {(item.outcome, item.facts) for item in request.items.all()} == {(Outcome.NOT_A_REQUEST, "Mainos")}
    assert not request.messages.exists()


def test_nothing_is_closed_without_a_reason(client: Client, register: Register) -> None:
    request = RightsRequestFactory(register=register)
    client.post(address("not_a_request", request), {"reason": " "})
    assert states() == [State.NEW]


@pytest.mark.parametrize("action", ["assign", "not_a_request", "export"])
def test_request_that_may_not_be_seen_is_neither_named_nor_touched(client: Client, user: Any, action: str) -> None:
    foreign = RightsRequestFactory()
    assert foreign.number not in client.get(address(action, foreign)).content.decode()
    client.post(address(action, foreign), {"handler": user.pk, "kind": "csv", "reason": "Mainos"})
    foreign.refresh_from_db()
    assert (foreign.state, foreign.owner) == (State.NEW, None)


def test_request_that_may_only_be_seen_is_named_and_left_as_it_is(register: Register) -> None:
    request = RightsRequestFactory(register=register)
    client = client_of(user_with(Permission.SEE, on=[register]))
    page = client.get(address("not_a_request", request)).content.decode()
    assert request.number in page
    client.post(address("not_a_request", request), {"reason": "Mainos"})
    assert states() == [State.NEW]


def test_item_that_may_not_be_handled_keeps_the_request_open(client: Client, register: Register) -> None:
    request = RightsRequestFactory(register=register)
    request.items.create(right="erasure", register=RegisterFactory(controller=register.controller))
    client.post(address("not_a_request", request), {"reason": "Mainos"})
    assert states() == [State.IN_PROGRESS]


def test_one_request_that_is_closed_already_does_not_stop_the_others(client: Client, register: Register) -> None:
    closed = RightsRequestFactory(register=register, closed=True)
    open_one = RightsRequestFactory(register=register)
    page = client.post(address("not_a_request", closed, open_one), {"reason": "Mainos"}, follow=True).content.decode()
    assert states() == [State.CLOSED, State.CLOSED]
    assert closed.number in page


def test_too_many_at_once_are_refused_in_words(client: Client, register: Register, monkeypatch: Any) -> None:
    monkeypatch.setattr(bulk.NotARequestAction, "most_at_once", 1)
    for _number in range(2):
        RightsRequestFactory(register=register)
    client.post(address("not_a_request"), {"reason": "Mainos"})
    assert states() == [State.NEW, State.NEW]


def test_selected_requests_are_exported_as_far_as_one_may(register: Register) -> None:
    other = RegisterFactory()
    user = user_with(Permission.SEE, Permission.EXPORT, on=[register])
    user.groups.add(*user_with(Permission.SEE, on=[other]).groups.all())
    mine, staying = RightsRequestFactory(register=register), RightsRequestFactory(register=other)
    client = client_of(user)
    client.get(address("export", mine, staying))
    response = client.post(address("export", mine, staying), {"kind": "csv"})
    file = b"".join(response.streaming_content).decode()
    assert mine.number in file
    assert staying.number not in file
    assert RequestExport.objects.get().filters == {"selected": ["2"]}


@pytest.mark.parametrize("action", ["assign", "not_a_request", "export"])
def test_visitor_is_asked_to_log_in(register: Register, action: str) -> None:
    response = Client().post(address(action, RightsRequestFactory(register=register)))
    assert response["Location"].startswith(reverse("wagtailadmin_login"))
