"""What the inbox shows in the menu and on the admin home."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from privacy.inbox.overview import count_open_cases
from privacy.models import Register
from privacy.rights.choices import State
from privacy.rights.permissions import reach_of_user
from tests.factories import RegisterFactory, RightsRequestFactory
from tests.privacy.inbox.desks import client_of, handler_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site")]

HOME = "wagtailadmin_home"


@pytest.fixture
def register() -> Register:
    return RegisterFactory()


@pytest.fixture
def user(register: Register) -> Any:
    return handler_of(register)


@pytest.fixture
def client(user: Any) -> Client:
    return client_of(user)


def test_badge_counts_open_and_overdue_cases_one_may_see(register: Register, user: Any) -> None:
    RightsRequestFactory(register=register, rights=("access", "erasure"))
    RightsRequestFactory(register=register, overdue=True)
    RightsRequestFactory(register=register, closed=True, days_ago=90)
    RightsRequestFactory(register=RegisterFactory(confidential=True), overdue=True)
    counted = count_open_cases(reach_of_user(user))
    assert (counted.open, counted.overdue) == (2, 1)


def test_badge_is_one_query(register: Register, user: Any, django_assert_num_queries: Any) -> None:
    reach = reach_of_user(user)
    with django_assert_num_queries(1):
        count_open_cases(reach)


def test_badge_says_nothing_when_nothing_waits(user: Any) -> None:
    assert str(count_open_cases(reach_of_user(user))) == ""


def test_home_shows_what_is_late_soon_and_mine_by_number(client: Client, user: Any, register: Register) -> None:
    late = RightsRequestFactory(register=register, overdue=True)
    soon = RightsRequestFactory(register=register, due_soon=True)
    mine = RightsRequestFactory(register=register, state=State.IN_PROGRESS, owner=user, owner_name="Minä")
    neither = RightsRequestFactory(register=register)
    page = client.get(reverse(HOME)).content.decode()
    assert [request.number in page for request in (late, soon, mine, neither)] == [True, True, True, False]
    assert "Oletettu" not in page


def test_home_shows_a_few_and_leads_to_all(client: Client, register: Register) -> None:
    for _number in range(6):
        RightsRequestFactory(register=register, overdue=True)
    page = client.get(reverse(HOME)).content.decode()
    assert page.count("privacy-due--late") == 5
    assert "?due=overdue" in page


def test_home_of_others_shows_nothing(editor_client: Client, register: Register) -> None:
    request = RightsRequestFactory(register=register, overdue=True)
    page = editor_client.get(reverse(HOME)).content.decode()
    assert request.number not in page
    assert "privacy-inbox" not in page


def test_register_that_may_not_be_seen_is_not_on_the_home_page(client: Client) -> None:
    request = RightsRequestFactory(register=RegisterFactory(confidential=True), overdue=True)
    assert request.number not in client.get(reverse(HOME)).content.decode()
