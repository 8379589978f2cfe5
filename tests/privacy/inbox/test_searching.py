"""The search of the list: it looks into the rows, and only where one may look."""

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse

from privacy.inbox.list import search as searching
from privacy.models import Register, RequestPerson
from tests.factories import RegisterFactory, RightsRequestFactory
from tests.privacy.inbox.desks import RESULTS, client_of, handler_of, numbers_in_list

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site")]


@pytest.fixture
def register() -> Register:
    return RegisterFactory(name="Asiakkaat")


@pytest.fixture
def client(register: Register) -> Client:
    return client_of(handler_of(register))


@pytest.mark.parametrize(
    "typed",
    ["Öhman", "öhman", "ÖHMAN", "anna.ohman@example.com", "ANNA.OHMAN@EXAMPLE.COM", "siivouspäivä", "lähetyslista"],
)
def test_search_finds_name_email_message_and_answer_in_any_case(client: Client, register: Register, typed: str) -> None:
    found = RightsRequestFactory(
        register=register, person={"name": "Anna Öhman", "email": "anna.ohman@example.com"}, message="Siivouspäivä"
    )
    found.items.update(answers=[{"question": "Mikä?", "answer": "Lähetyslista"}])
    RightsRequestFactory(register=register)
    assert numbers_in_list(client, q=typed) == [found.number]


def test_search_finds_a_number_however_it_is_typed(client: Client, register: Register) -> None:
    found = RightsRequestFactory(register=register)
    RightsRequestFactory(register=register)
    for typed in (found.number, found.number.lower(), found.number.replace("-", " "), found.number[:9]):
        assert numbers_in_list(client, q=typed) == [found.number]


def test_search_does_not_look_into_answers_that_may_not_be_seen(client: Client, register: Register) -> None:
    request = RightsRequestFactory(register=register)
    other = RegisterFactory(controller=register.controller)
    request.items.create(right="erasure", register=other, answers=[{"question": "?", "answer": "Salaisuus"}])
    assert numbers_in_list(client, q="salaisuus") == []


def test_sign_of_a_pattern_is_searched_for_as_it_is(client: Client, register: Register) -> None:
    RightsRequestFactory(register=register)
    assert numbers_in_list(client, q="%%") == []
    assert numbers_in_list(client, q="__") == []


def test_parts_of_texts_are_looked_for_in_the_newest_requests_and_the_list_says_so(
    register: Register, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(searching, "_serves_parts", lambda using: False)
    monkeypatch.setattr(searching, "MOST_READ", 2)
    made = [RightsRequestFactory(register=register, person={"name": "Aarne Kivinen"}) for _number in range(3)]
    assert set(numbers_in_list(client, q="Kivi")) == {request.number for request in made[1:]}
    assert client.get(reverse(RESULTS), {"q": "Kivi"}).context["searched"]
    assert client.get(reverse(RESULTS), {"q": "Puuttuu"}).context["searched"]
    assert not client.get(reverse(RESULTS)).context["searched"]
    by_number = client.get(reverse(RESULTS), {"q": made[0].number})
    assert [request.number for request in by_number.context["object_list"]] == [made[0].number]
    assert not by_number.context["searched"], "a number is looked for among all"


def test_two_letters_are_too_few_for_an_index(
    register: Register, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(searching, "_serves_parts", lambda using: True)
    monkeypatch.setattr(searching, "MOST_READ", 1)
    for _number in range(2):
        RightsRequestFactory(register=register, person={"name": "Bo Kivinen"})
    assert client.get(reverse(RESULTS), {"q": "Bo"}).context["searched"]
    assert not client.get(reverse(RESULTS), {"q": "Kivinen"}).context["searched"]


def test_postgresql_has_indexes_for_parts_of_words() -> None:
    if connection.vendor != "postgresql":
        pytest.skip("only there")
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
        plan = RequestPerson.objects.filter(name__icontains="ohma").explain()
    assert "person_trigrams" in plan
