"""The list of requests: order, filters, search, saved views, pages."""

from datetime import date, timedelta
from typing import Any

import pytest
import time_machine
from django.http import QueryDict
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from privacy.inbox.list import paging
from privacy.inbox.list.views import SAVED_VIEWS
from privacy.models import Register, RightsRequest
from privacy.registers.choices import Permission
from privacy.rights.actions import move_items, receive_request
from privacy.rights.choices import Outcome, Right, State
from privacy.rights.submission.incoming import AskedItem
from privacy.rights.workflow.actors import ActingPerson
from tests.factories import ControllerFactory, RegisterFactory, RightsRequestFactory, UserFactory
from tests.privacy.inbox.desks import INDEX, RESULTS, client_of, handler_of, numbers_in_list, user_with
from tests.privacy.rights.builders import incoming_for

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site")]


@pytest.fixture
def register() -> Register:
    return RegisterFactory(name="Asiakkaat")


@pytest.fixture
def user(register: Register) -> Any:
    return handler_of(register)


@pytest.fixture
def client(user: Any) -> Client:
    return client_of(user)


def test_what_waits_comes_by_due_date_and_then_what_is_done_newest_first(client: Client, register: Register) -> None:
    now = timezone.now()
    old = RightsRequestFactory(register=register, days_ago=400, state=State.CLOSED, closed_at=now - timedelta(days=380))
    new = RightsRequestFactory(register=register, days_ago=200, state=State.CLOSED, closed_at=now - timedelta(days=180))
    later = RightsRequestFactory(register=register, days_ago=2)
    sooner = RightsRequestFactory(register=register, days_ago=20)
    assert numbers_in_list(client) == [request.number for request in (sooner, later, new, old)]


@pytest.mark.parametrize(
    ("ordering", "names"),
    [
        ("person", ["Aarne", "Berit", "Cecilia"]),
        ("-person", ["Cecilia", "Berit", "Aarne"]),
        ("rights", ["Berit", "Cecilia", "Aarne"]),
        ("owner_name", ["Cecilia", "Aarne", "Berit"]),
        ("-received_on", ["Berit", "Aarne", "Cecilia"]),
        ("-due_on", ["Berit", "Aarne", "Cecilia"]),
        ("state", ["Aarne", "Cecilia", "Berit"]),
    ],
)
def test_list_is_sorted_by_any_column(client: Client, register: Register, ordering: str, names: list[str]) -> None:
    def make(name: str, right: str, **values: Any) -> None:
        RightsRequestFactory(register=register, rights=(right,), person={"name": name}, **values)

    make("Berit", "access", days_ago=1, owner_name="Ylva", state=State.WAITING_IDENTITY)
    make("Cecilia", "erasure", days_ago=9, owner_name="", state=State.NEW)
    make("Aarne", "restriction", days_ago=5, owner_name="Kirsi", state=State.IN_PROGRESS)
    order = numbers_in_list(client, ordering=ordering)
    by_number = {request.number: request.persons.get().name for request in RightsRequest.objects.all()}
    assert [by_number[number] for number in order] == names


def test_list_sorted_by_register_tells_nothing_of_a_register_one_may_not_see(register: Register) -> None:
    other = RegisterFactory(name="Henkilöstö", controller=register.controller)
    secrets = [RegisterFactory(name=name, controller=register.controller) for name in ("Öö salainen", "Aaa salainen")]
    by_name = [RightsRequestFactory(register=each) for each in sorted([register, other], key=lambda each: each.name)]
    spread = []
    for secret in secrets:
        items = [AskedItem(Right.ACCESS, other), AskedItem(Right.ERASURE, secret)]
        incoming = incoming_for(None, controller=register.controller, items=items)
        spread.append(receive_request(incoming=incoming))
    client = client_of(handler_of(register, other))
    assert numbers_in_list(client, ordering="registers") == [request.number for request in [*spread, *by_name]]


def test_order_follows_a_register_that_is_renamed_and_an_item_that_moves(register: Register) -> None:
    other = RegisterFactory(name="Aakkoset", controller=register.controller)
    renamed = receive_request(incoming=incoming_for(register))
    moved = receive_request(incoming=incoming_for(register))
    acting = ActingPerson.handler(handler_of(register, other))
    move_items(request=moved, acting=acting, items=list(moved.items.all()), registers=[other])
    register.name = "Uusi nimi"
    register.save()
    keys = [RightsRequest.objects.get(pk=request.pk).order_register for request in (renamed, moved)]
    assert keys == ["Uusi nimi", "Aakkoset"]


def make_of_each_kind(register: Register, user: Any) -> dict[str, RightsRequest]:
    """Give one request for each filter, by the filter that finds it alone."""
    return {
        "overdue": RightsRequestFactory(register=register, overdue=True, channel="letter"),
        "mine": RightsRequestFactory(register=register, state=State.IN_PROGRESS, owner=user, owner_name="Minä"),
        "waiting": RightsRequestFactory(register=register, state=State.WAITING_IDENTITY, owner_name="X", language="sv"),
        "closed": RightsRequestFactory(register=register, closed=True, owner_name="Hän", rights=("erasure",)),
        "unassigned": RightsRequestFactory(register=register, due_soon=True),
    }


@pytest.mark.parametrize(
    ("parameters", "kinds"),
    [
        ({"state": "open"}, {"overdue", "mine", "waiting", "unassigned"}),
        ({"state": "new"}, {"overdue", "unassigned"}),
        ({"state": "waiting"}, {"waiting"}),
        ({"state": "closed"}, {"closed"}),
        ({"state": "anonymised"}, set()),
        ({"handler": "me"}, {"mine"}),
        ({"state": "open", "handler": "none"}, {"overdue", "unassigned"}),
        ({"due": "overdue"}, {"overdue"}),
        ({"due": "week"}, {"unassigned"}),
        ({"channel": "letter"}, {"overdue"}),
        ({"language": "sv"}, {"waiting"}),
        ({"right": "erasure"}, {"closed"}),
        ({"right": ["erasure", "access"], "state": "closed"}, {"closed"}),
        ({"state": "nonsense"}, {"overdue", "mine", "waiting", "closed", "unassigned"}),
    ],
)
def test_filter_shows_what_it_says(
    client: Client, register: Register, user: Any, parameters: dict[str, Any], kinds: set[str]
) -> None:
    made = make_of_each_kind(register, user)
    shown = numbers_in_list(client, **parameters)
    assert {kind for kind, request in made.items() if request.number in shown} == kinds


def test_days_of_receipt_filter_takes_in_both_ends(client: Client, register: Register) -> None:
    days = [date(2026, 3, day) for day in (1, 2, 3, 4)]
    numbers = [RightsRequestFactory(register=register, received_on=day).number for day in days]
    found = numbers_in_list(client, received_from="2026-03-02", received_to="2026-03-03")
    assert sorted(found) == sorted(numbers[1:3])


def test_right_and_register_are_looked_for_on_one_item(register: Register) -> None:
    other = RegisterFactory(controller=register.controller)
    request = RightsRequestFactory(register=register, rights=("access",))
    request.items.create(right="erasure", register=other)
    client = client_of(handler_of(register, other))
    assert numbers_in_list(client, right="erasure", register=other.pk) == [request.number]
    assert numbers_in_list(client, right="erasure", register=register.pk) == []


def test_filter_does_not_tell_what_an_item_that_may_not_be_seen_asks(client: Client, register: Register) -> None:
    request = RightsRequestFactory(register=register, rights=("access",))
    request.items.create(right="erasure", register=RegisterFactory(controller=register.controller))
    assert numbers_in_list(client, right="access") == [request.number]
    assert numbers_in_list(client, right="erasure") == []


def test_request_whose_register_is_not_known_is_found(client: Client, register: Register) -> None:
    unknown = RightsRequestFactory(register=None, controller=register.controller)
    RightsRequestFactory(register=register)
    assert numbers_in_list(client, register="unknown") == [unknown.number]


def test_registers_to_choose_from_are_those_one_sees(client: Client, register: Register) -> None:
    hidden = RegisterFactory(name="Ilmoituskanava", confidential=True)
    page = client.get(reverse(INDEX)).content.decode()
    assert register.name in page
    assert hidden.name not in page


def test_saved_views_narrow_the_list_and_the_one_shown_is_marked(client: Client, register: Register, user: Any) -> None:
    make_of_each_kind(register, user)
    counts = {}
    for view in SAVED_VIEWS:
        response = client.get(f"{reverse(RESULTS)}?{view.query}")
        counts[str(view.query)] = len(response.context["object_list"])
        shown = [saved for saved, is_shown in response.context["saved_views"] if is_shown]
        assert shown == [view]
    assert list(counts.values()) == [5, 1, 2, 1, 1, 1, 1]


def test_saved_view_that_was_narrowed_further_is_not_marked() -> None:
    overdue = next(view for view in SAVED_VIEWS if view.filters == {"due": "overdue"})
    assert overdue.is_shown(QueryDict("due=overdue&ordering=person&q="))
    assert not overdue.is_shown(QueryDict("due=overdue&right=access"))


def test_length_of_a_page_is_kept_for_the_session(client: Client, register: Register) -> None:
    for _number in range(21):
        RightsRequestFactory(register=register)
    assert len(numbers_in_list(client, per_page=20)) == 20
    assert len(numbers_in_list(client)) == 20
    assert len(numbers_in_list(client, per_page=7)) == 20
    assert len(numbers_in_list(client, per_page=100)) == 21


def test_long_list_is_counted_up_to_a_bound(client: Client, register: Register, monkeypatch: Any) -> None:
    monkeypatch.setattr(paging, "MOST_COUNTED", 3)
    for _number in range(5):
        RightsRequestFactory(register=register)
    page = client.get(reverse(RESULTS)).content.decode()
    assert "yli 3 pyyntöä" in page.lower()


BUDGET = 15
QUERIES = [
    "",
    "state=open&handler=me",
    "due=overdue&right=access&right=erasure&channel=web&language=fi&received_from=2020-01-01&state=open",
    "q=oletettu",
    *(f"ordering={name}" for name in ("person", "-rights", "registers", "owner_name", "-state", "received_on")),
]


@pytest.mark.parametrize("who", ["handler", "superuser"])
def test_list_asks_the_database_at_most_fifteen_times(
    register: Register, who: str, django_assert_max_num_queries: Any
) -> None:
    user = UserFactory(superuser=True) if who == "superuser" else user_with(*Permission, on=[register])
    client = client_of(user)
    for _number in range(3):
        request = RightsRequestFactory(register=register, rights=("access", "erasure", "objection"))
        request.items.create(right="portability", register=RegisterFactory(controller=register.controller))
    client.get(reverse(INDEX))
    # A process asks PostgreSQL once whether there are indexes for parts of words (decision 0007: a warm process).
    client.get(reverse(INDEX), {"q": "oletettu"})
    for query in QUERIES:
        with django_assert_max_num_queries(BUDGET):
            client.get(f"{reverse(INDEX)}?{query}&register={register.pk}")


def test_day_changes_where_the_controller_is(register: Register) -> None:
    far = RegisterFactory(controller=ControllerFactory(time_zone="Pacific/Auckland"))
    day = date(2026, 11, 25)
    here = RightsRequestFactory(register=register, due_on=day)
    there = RightsRequestFactory(register=far, due_on=day)
    client = client_of(handler_of(register, far))
    # It is the 25th in Helsinki still, and the 26th in Auckland.
    with time_machine.travel("2026-11-25T12:00:00+00:00", tick=False):
        assert numbers_in_list(client, due="overdue") == [there.number]
        assert numbers_in_list(client, due="today") == [here.number]


def test_answered_late_is_not_overdue(client: Client, register: Register) -> None:
    request = RightsRequestFactory(register=register, closed=True)
    request.items.update(outcome=Outcome.REFUSED)
    assert numbers_in_list(client, due="overdue") == []
