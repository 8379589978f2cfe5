"""Every public address answers whatever is asked of it: never an error of the server."""

from collections.abc import Iterator
from urllib.parse import quote, urlencode

import pytest
from django.test import Client
from wagtail.search.backends import get_search_backend

from privacy.models import NoticePage, RightsRequestPage
from tests.factories import ContactFactory, NoticePageFactory, RegisterFactory, RightsRequestPageFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site")]

ENDPOINTS = ("pages", "notices", "registers", "controllers", "contacts")
OF_API = (
    *("search", "order", "fields", "limit", "offset", "type", "child_of", "descendant_of", "ancestor_of", "locale"),
    *("translation_of", "site", "format", "uuid", "slug", "id", "title", "name", "controller", "nothing"),
)
OF_PAGES = ("register", "page", "from", "to", "nothing")
VALUES = (
    *(
        "",
        "ä ö",
        "\x00",
        "a\r\nb",
        "-1",
        "9" * 19,
        "9" * 400,
        "*",
        "id,*,-x",
        "((((",
        "home.HomePage,privacy.NoticePage",
    ),
    *("²", "\ud800", "[::1", "00000000-0000-0000-0000-000000000000", "'\"--"),
)


@pytest.fixture
def places() -> list[str]:
    register = RegisterFactory(contacts=[ContactFactory(email="apu@example.fi")])
    notice: NoticePage = NoticePageFactory(registers=[register])
    form: RightsRequestPage = RightsRequestPageFactory(registers=[register])
    url, controller = notice.get_url(), register.controller
    keys = (notice.pk, notice.pk, register.pk, controller.pk, register.contacts.get().contact_id)
    return [
        *(url, form.get_url(), notice.get_parent().get_url(), f"{form.get_url()}received/"),
        *(f"{url}versions/", f"{url}versions/1-0/", f"{url}versions/compare/", f"{url}on/2026-01-01/"),
        f"/privacy/n/{notice.uuid}/",
        *(f"/api/v2/{endpoint}/" for endpoint in ENDPOINTS),
        *(f"/api/v2/{endpoint}/{key}/" for endpoint, key in zip(ENDPOINTS, keys, strict=True)),
        *(f"/api/v2/{endpoint}/find/" for endpoint in ENDPOINTS),
    ]


def queries(place: str) -> Iterator[str]:
    for name in OF_API if place.startswith("/api/") else OF_PAGES:
        for value in VALUES:
            yield urlencode({name: value}, errors="surrogatepass")


@pytest.mark.slow
def test_no_parameter_is_answered_with_an_error_of_the_server(places: list[str]) -> None:
    client = Client(raise_request_exception=False)
    for place in places:
        for query in queries(place):
            assert client.get(f"{place}?{query}").status_code < 500, (place, query)


def test_no_address_is_answered_with_an_error_of_the_server(places: list[str]) -> None:
    client = Client(raise_request_exception=False)
    starts = ["/", "/fi/", "/privacy/", "/privacy/n/", "/privacy/case/", "/api/v2/", *places]
    for start in starts:
        for value in ("\x00", "a\r\nb", "9" * 19, "9" * 400, "ä", "\ud800", "[::1", "%"):
            address = f"{start}{quote(value, errors='surrogatepass', safe='')}/"
            assert client.get(address).status_code < 500, address


@pytest.mark.parametrize(
    "query",
    [
        *(
            "notices/?uuid=x",
            "pages/?child_of=99999999999",
            "notices/?limit=99999999999999999999",
            "pages/?title=%0d%0a",
        ),
        *("registers/?nothing=1", "registers/?search=a", "controllers/?order=nothing", "contacts/find/?id=x"),
        *("registers/?controller=99999999999", "contacts/?name=%00", "registers/?controller=1-", "notices/?limit=--1"),
    ],
)
def test_what_cannot_be_asked_for_is_a_bad_request(query: str, places: list[str]) -> None:
    answer = Client().get(f"/api/v2/{query}")
    assert answer.status_code == 400, places


def test_records_are_filtered_and_ordered_by_what_they_tell(places: list[str]) -> None:
    other = RegisterFactory(name="Zeta")
    NoticePageFactory(registers=[other])
    names = [row["name"] for row in Client().get("/api/v2/registers/?fields=name&order=-name").json()["items"]]
    assert names == sorted(names, reverse=True)
    found = Client().get(f"/api/v2/registers/?fields=name&uuid={other.uuid}").json()["items"]
    assert [row["name"] for row in found] == ["Zeta"]
    of_controller = Client().get(f"/api/v2/registers/?controller={other.controller.pk}").json()["items"]
    assert [row["id"] for row in of_controller] == [other.pk]
    assert places


def test_words_are_searched_among_public_pages(places: list[str]) -> None:
    get_search_backend().add(NoticePageFactory(title="Asiakasrekisterin seloste"))
    for endpoint in ("pages", "notices"):
        found = Client().get(f"/api/v2/{endpoint}/?search=asiakasrekisterin&fields=title").json()["items"]
        assert [row["title"] for row in found] == ["Asiakasrekisterin seloste"]
    assert places
