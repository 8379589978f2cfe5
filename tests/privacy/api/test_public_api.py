"""The API shows notices as data, and of the records what anybody may read."""

from typing import Any

import pytest
from django.test import Client

from privacy.models import Register
from tests.factories import ContactFactory, NoticePageFactory, RegisterFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site")]

CONTROLLER_FIELDS = {
    "id",
    "meta",
    "kind",
    "name",
    "business_id",
    "street_address",
    "postal_code",
    "city",
    "postal_address",
    "country",
    "phone",
    "email",
    "website",
}


@pytest.fixture
def register() -> Register:
    contact = ContactFactory(person=True, email="aino@example.fi")
    return RegisterFactory(contacts=[contact], routes=[contact], fallback_email="vara@example.fi")


def get(client: Client, address: str) -> Any:
    response = client.get(f"/api/v2/{address}")
    assert response.status_code == 200, response.content
    return response.json()


def test_notice_has_its_sections_as_data(client: Client, register: Register) -> None:
    notice = NoticePageFactory(registers=[register])
    found = get(client, f"notices/{notice.pk}/")
    assert [section["key"] for section in found["sections"]] == [
        "controller",
        "purposes",
        "retention",
        "rights_overview",
        "complaint",
    ]
    section = found["sections"][1]
    assert set(section) == {"key", "heading", "anchor", "html", "rows_kind", "rows"}
    assert section["rows"][0]["legal_basis"] == "contract"
    assert register.controller.name in found["sections"][0]["html"]


def test_shape_of_a_notice_is_pinned(client: Client, register: Register) -> None:
    found = get(client, f"notices/{NoticePageFactory(registers=[register]).pk}/")
    assert set(found) == {"id", "meta", "title", "uuid", "language", "version", "registers", "sections"}
    assert found["registers"] == [{"uuid": str(register.uuid), "name": register.name, "concerns": ""}]


def test_raw_body_is_never_shown(client: Client, register: Register) -> None:
    notice = NoticePageFactory(registers=[register])
    assert client.get(f"/api/v2/notices/{notice.pk}/?fields=body").status_code == 400
    assert client.get(f"/api/v2/pages/{notice.pk}/?fields=body").status_code == 400


def test_links_in_rich_text_are_addresses(client: Client, register: Register) -> None:
    target = NoticePageFactory(registers=[RegisterFactory()])
    text = f'<p><a linktype="page" id="{target.pk}">toinen</a></p>'
    notice = NoticePageFactory(registers=[register], body=[{"type": "introduction", "value": {"text": text}}])
    html = get(client, f"notices/{notice.pk}/")["sections"][0]["html"]
    assert "linktype" not in html
    assert target.slug in html


def test_draft_is_not_found(client: Client, register: Register) -> None:
    assert client.get(f"/api/v2/notices/{NoticePageFactory(registers=[register], draft=True).pk}/").status_code == 404


def test_shape_of_a_controller_is_pinned(client: Client, register: Register) -> None:
    NoticePageFactory(registers=[register])
    assert set(get(client, f"controllers/{register.controller_id}/")) == CONTROLLER_FIELDS


def test_shape_of_a_contact_is_pinned(client: Client, register: Register) -> None:
    NoticePageFactory(registers=[register])
    contact = register.contacts.get().contact
    assert set(get(client, f"contacts/{contact.pk}/")) == {
        "id",
        "meta",
        "kind",
        "role",
        "name",
        "title",
        "phone",
        "email",
    }


def test_shape_of_a_register_is_pinned_and_tells_nothing_of_its_routes(client: Client, register: Register) -> None:
    NoticePageFactory(registers=[register])
    response = client.get(f"/api/v2/registers/{register.pk}/")
    assert set(response.json()) == {"id", "meta", "uuid", "slug", "name", "names", "controller"}
    assert "vara@example.fi" not in response.content.decode()


@pytest.mark.parametrize("changes", [{"confidential": True}, {"retired": True}, {"draft": True}])
def test_register_that_is_not_public_is_not_found(client: Client, changes: dict[str, bool]) -> None:
    contact = ContactFactory()
    register = RegisterFactory(contacts=[contact], **changes)
    for address in (
        f"registers/{register.pk}",
        f"contacts/{contact.pk}",
        f"controllers/{register.controller_id}",
    ):
        assert client.get(f"/api/v2/{address}/").status_code == 404


def test_contact_that_no_notice_shows_is_not_found(client: Client) -> None:
    assert client.get(f"/api/v2/contacts/{ContactFactory().pk}/").status_code == 404


def test_requests_have_no_endpoint(client: Client) -> None:
    for name in ("requests", "rightsrequests", "messages"):
        assert client.get(f"/api/v2/{name}/").status_code == 404


def test_list_of_notices_asks_the_database_the_same_number_of_times_whatever_its_length(
    client: Client, django_assert_max_num_queries: Any
) -> None:
    for length in (2, 10):
        for _number in range(length):
            NoticePageFactory()
        client.get("/api/v2/notices/")
        with django_assert_max_num_queries(12):
            client.get("/api/v2/notices/")
