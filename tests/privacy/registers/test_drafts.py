"""Drafts: what is being typed never reaches the published record."""

from typing import Any

import pytest
from django.test import Client

from privacy.registers.models import Contact, Controller, Register, RegisterAccess, RegisterContact, RegisterRoute
from privacy.registers.models.access import DefaultAccess
from tests.factories import ContactFactory, ControllerFactory, GroupFactory, RegisterFactory
from tests.privacy.registers.posts import address, contact_post, controller_post, register_post


def _autosave(client: Client, record: Any, post: dict[str, Any]) -> Any:
    return client.post(address(record, "edit"), post, headers={"Accept": "application/json"})


def test_a_draft_with_a_new_phone_leaves_the_published_phone(editor_client: Client) -> None:
    contact = ContactFactory(phone="+358401234567")
    editor_client.post(address(contact, "edit"), contact_post(phone="0407654321"))
    contact.refresh_from_db()
    assert contact.phone == "+358401234567"
    assert contact.has_unpublished_changes
    assert contact.get_latest_revision_as_object().phone == "+358407654321"


def test_a_half_typed_phone_is_saved_nowhere(editor_client: Client) -> None:
    contact = ContactFactory(phone="+358401234567")
    response = _autosave(editor_client, contact, contact_post(phone="04"))
    contact.refresh_from_db()
    assert response.json()["success"] is False
    assert contact.phone == "+358401234567"
    assert contact.latest_revision is None


def test_autosave_leaves_the_published_record(editor_client: Client) -> None:
    contact = ContactFactory(phone="+358401234567")
    response = _autosave(editor_client, contact, contact_post(phone="0407654321"))
    contact.refresh_from_db()
    assert response.json()["success"] is True
    assert contact.phone == "+358401234567"


def test_a_draft_of_the_routes_leaves_the_published_routes(editor_client: Client) -> None:
    old, new = ContactFactory(), ContactFactory()
    register = RegisterFactory(routes=[old])
    row = register.routes.get()
    rows = {
        "routes-TOTAL_FORMS": "2",
        "routes-INITIAL_FORMS": "1",
        "routes-0-id": str(row.pk),
        "routes-0-contact": str(old.pk),
        "routes-0-DELETE": "on",
        "routes-1-contact": str(new.pk),
    }
    editor_client.post(address(register, "edit"), register_post(controller=str(register.controller_id)) | rows)
    assert [row.contact for row in RegisterRoute.objects.all()] == [old]
    register.refresh_from_db()
    assert [row.contact for row in register.get_latest_revision_as_object().routes.all()] == [new]


def test_a_new_draft_is_not_published(editor_client: Client) -> None:
    editor_client.post(address(Register, "add"), register_post(controller=str(ControllerFactory().pk)))
    assert not Register.objects.get().live


def test_the_slug_of_a_new_draft_follows_its_name(editor_client: Client) -> None:
    controller = str(ControllerFactory().pk)
    editor_client.post(address(Register, "add"), register_post(controller=controller, name="Jä"))
    register = Register.objects.get()
    _autosave(editor_client, register, register_post(controller=controller, name="Jäsenrekisteri"))
    register.refresh_from_db()
    assert register.get_latest_revision_as_object().slug == "jasenrekisteri"


INCOMPLETE = [
    (Register, register_post(controller=""), {"controller"}),
    (Register, register_post(controller="", name=""), {"controller", "name"}),
    (Register, register_post(controller="", retention_months=""), {"controller", "retention_months"}),
    (Controller, controller_post(name=""), {"name"}),
    (Contact, contact_post(title=""), {"title"}),
]


@pytest.mark.parametrize(("model", "post", "missing"), INCOMPLETE)
def test_a_draft_without_what_it_needs_to_be_found_again_is_told(
    editor_client: Client, model: type[Any], post: dict[str, str], missing: set[str]
) -> None:
    response = editor_client.post(address(model, "add"), post)
    assert set(response.context["form"].errors) == missing
    assert not model.objects.exists()


def test_a_draft_with_an_unfinished_row_is_saved_but_not_published(editor_client: Client) -> None:
    register = RegisterFactory()
    rows = {"texts-TOTAL_FORMS": "1", "texts-0-language": "sv", "texts-0-name": ""}
    post = register_post(controller=str(register.controller_id)) | rows
    assert editor_client.post(address(register, "edit"), post).status_code == 302
    response = editor_client.post(address(register, "edit"), post | {"action-publish": "1"})
    assert response.context["form"].formsets["texts"].errors == [{"name": ["This field is required."]}]


def test_a_register_that_becomes_confidential_before_it_is_published_is_opened_to_nobody(
    editor_client: Client,
) -> None:
    DefaultAccess.objects.create(group=GroupFactory())
    controller = str(ControllerFactory().pk)
    editor_client.post(address(Register, "add"), register_post(controller=controller))
    register = Register.objects.get()
    post = register_post(controller=controller, confidential="on") | {"action-publish": "1"}
    editor_client.post(address(register, "edit"), post)
    register.refresh_from_db()
    assert register.confidential
    assert not RegisterAccess.objects.exists()


def test_an_old_version_that_names_a_deleted_contact_is_still_looked_at(editor_client: Client) -> None:
    register, contact = RegisterFactory(), ContactFactory()
    register.contacts.add(RegisterContact(contact=contact))
    old = register.save_revision()
    register.contacts.clear()
    register.save_revision().publish()
    contact.delete()
    assert editor_client.get(address(register, "revisions_view", old.pk)).status_code == 200
