"""A record in use is neither deleted nor unpublished; the editor is told where it is used."""

from typing import Any

import pytest
from django.db.models import Model
from django.test import Client
from django.urls import reverse
from wagtail.models import Site

from tests.factories import (
    ContactFactory,
    ControllerFactory,
    NoticePageFactory,
    RegisterFactory,
    RightsRequestFactory,
    SupervisoryAuthorityFactory,
)
from tests.privacy.registers.posts import address


def _contact() -> Model:
    return RegisterFactory(name="Jäsenrekisteri", routes=[ContactFactory()]).routes.get().contact


def _controller() -> Model:
    return RegisterFactory(name="Jäsenrekisteri").controller


def _register() -> Model:
    return NoticePageFactory(title="Jäsenrekisterin seloste", registers=[RegisterFactory()]).main_register


def _authority() -> Model:
    return ControllerFactory(name="Jäsenyhdistys ry").supervisory_authority


IN_USE = {"contact": _contact, "controller": _controller, "register": _register, "authority": _authority}
FREE = {
    "contact": ContactFactory,
    "controller": ControllerFactory,
    "register": RegisterFactory,
    "authority": SupervisoryAuthorityFactory,
}


def _bulk(*records: Model) -> str:
    model = records[0]._meta.model_name
    keys = "&".join(f"id={record.pk}" for record in records)
    return reverse("wagtail_bulk_action", args=["privacy", model, "delete"]) + f"?{keys}"


def _told(response: Any) -> str:
    return " ".join(str(message) for message in response.context["messages"])


def _exists(record: Model) -> bool:
    return type(record)._default_manager.filter(pk=record.pk).exists()


@pytest.mark.parametrize("kind", IN_USE)
@pytest.mark.parametrize("method", ["get", "post"])
def test_deleting_a_record_in_use_is_refused_with_its_uses(admin: Client, site: Site, kind: str, method: str) -> None:
    record = IN_USE[kind]()
    response = getattr(admin, method)(address(record, "delete"), follow=True)
    assert response.redirect_chain == [(address(type(record), "list"), 302)]
    assert "is in use" in _told(response)
    assert "Jäsen" in _told(response)
    assert _exists(record)


@pytest.mark.parametrize("kind", FREE)
def test_a_record_not_in_use_is_deleted(admin: Client, kind: str) -> None:
    record = FREE[kind]()
    admin.post(address(record, "delete"))
    assert not _exists(record)


@pytest.mark.parametrize("kind", IN_USE)
def test_deleting_many_is_refused_when_one_is_in_use(admin: Client, site: Site, kind: str) -> None:
    record, free = IN_USE[kind](), FREE[kind](**({"code": "SE"} if kind == "authority" else {}))
    response = admin.post(_bulk(record, free), follow=True)
    assert str(record) in _told(response)
    assert str(free) not in _told(response)
    assert _exists(record)
    assert _exists(free)


def test_many_records_not_in_use_are_deleted(admin: Client) -> None:
    contacts = [ContactFactory(), ContactFactory()]
    admin.post(_bulk(*contacts))
    assert [_exists(contact) for contact in contacts] == [False, False]


def test_no_more_than_five_of_many_records_are_explained(admin: Client) -> None:
    contacts = [RegisterFactory(routes=[ContactFactory()]).routes.get().contact for _ in range(7)]
    response = admin.post(_bulk(*contacts), follow=True)
    assert len(response.context["messages"]) == 5


@pytest.mark.parametrize("kind", ["contact", "controller", "register"])
def test_unpublishing_a_record_in_use_is_refused_with_its_uses(admin: Client, site: Site, kind: str) -> None:
    record = IN_USE[kind]()
    response = admin.post(address(record, "unpublish"), follow=True)
    record.refresh_from_db()
    assert "is in use" in _told(response)
    assert record.live


@pytest.mark.parametrize("kind", ["contact", "controller", "register"])
def test_a_record_not_in_use_is_unpublished(admin: Client, kind: str) -> None:
    record = FREE[kind]()
    admin.post(address(record, "unpublish"))
    record.refresh_from_db()
    assert not record.live


@pytest.mark.parametrize("view", ["delete", "unpublish"])
def test_a_register_with_requests_is_to_be_retired_instead(admin: Client, view: str) -> None:
    request = RightsRequestFactory(closed=True)
    register = request.items.get().register
    response = admin.post(address(register, view), follow=True)
    assert "Retire the register instead" in _told(response)
    assert request.number not in _told(response)
    register.refresh_from_db()
    assert register.live


def test_a_name_is_shown_as_text_in_the_refusal(admin: Client) -> None:
    contact = ContactFactory(title="<b>Palvelu</b>")
    RegisterFactory(name="<script>", routes=[contact])
    response = admin.post(address(contact, "delete"), follow=True)
    assert "<b>Palvelu" not in response.content.decode()
    assert "&lt;script&gt;" in response.content.decode()


def test_pages_are_still_unpublished(superuser_client: Client, site: Site) -> None:
    page = NoticePageFactory()
    superuser_client.post(reverse("wagtailadmin_pages:unpublish", args=[page.pk]))
    page.refresh_from_db()
    assert not page.live
