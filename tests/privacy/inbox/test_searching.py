"""The search of the list: it looks into the rows, and only where one may look."""

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse

from privacy.inbox import searching, text_indexes
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


@pytest.fixture
def without_indexes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(searching, "has_text_indexes", lambda using: False)
    monkeypatch.setattr(searching, "MOST_SEARCHED", 2)


@pytest.mark.usefixtures("without_indexes")
@pytest.mark.parametrize("term", ["Vanhanen", "Tuntematon"])
def test_without_an_index_the_newest_are_searched_and_the_page_says_so(
    client: Client, register: Register, term: str
) -> None:
    old, older_than_bound = (RightsRequestFactory(register=register, person={"name": "Olli Vanhanen"}) for _n in "ab")
    newest = RightsRequestFactory(register=register, person={"name": "Outi Vanhanen"})
    page = client.get(reverse(RESULTS), {"q": term})
    assert "Haku kohdistui vain" in page.content.decode()
    expected = {newest.number, older_than_bound.number} if term == "Vanhanen" else set()
    assert {request.number for request in page.context["object_list"]} == expected
    assert numbers_in_list(client, q=old.number) == [old.number]


@pytest.mark.usefixtures("without_indexes")
def test_search_of_all_there_is_says_nothing(client: Client, register: Register) -> None:
    RightsRequestFactory(register=register, person={"name": "Olli Vanhanen"})
    RightsRequestFactory(register=register)
    assert "Haku kohdistui vain" not in client.get(reverse(RESULTS), {"q": "Vanhanen"}).content.decode()


@pytest.mark.skipif(connection.vendor != "postgresql", reason="other databases have no such index")
def test_part_of_a_name_is_found_by_the_index(register: Register) -> None:
    RightsRequestFactory(register=register, person={"name": "Olli Vanhanen"})
    assert text_indexes.has_text_indexes("default")
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
    assert "privacy_person_text" in RequestPerson.objects.filter(name__icontains="anhane").explain()
