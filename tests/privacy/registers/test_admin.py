"""The records in the admin: menu, listings, editors, history and preview."""

from typing import Any

import pytest
from django.contrib.auth.models import Permission as DjangoPermission
from django.db import connection
from django.db.models import Model
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from privacy.registers.models import Contact, Controller, Register, RegisterAccess, SupervisoryAuthority
from tests.factories import (
    ContactFactory,
    ControllerFactory,
    GroupFactory,
    RegisterFactory,
    SupervisoryAuthorityFactory,
    UserFactory,
)
from tests.privacy.registers.posts import address, authority_post, contact_post, controller_post, register_post

FACTORIES: dict[type[Model], Any] = {
    Controller: ControllerFactory,
    Contact: ContactFactory,
    Register: RegisterFactory,
    SupervisoryAuthority: SupervisoryAuthorityFactory,
}
POSTS = {Controller: controller_post, Contact: contact_post, SupervisoryAuthority: authority_post}
every_record = pytest.mark.parametrize("model", FACTORIES)
pytestmark = pytest.mark.django_db
with_drafts = pytest.mark.parametrize("model", [Controller, Contact, Register])


def test_the_menu_has_the_records_under_privacy(admin: Client) -> None:
    page = admin.get(reverse("wagtailadmin_home")).content.decode()
    assert "Privacy" in page
    for model in FACTORIES:
        assert address(model, "list") in page


@every_record
def test_a_listing_shows_its_records(admin: Client, model: type[Model]) -> None:
    record = FACTORIES[model]()
    response = admin.get(address(model, "list"))
    assert str(record) in response.content.decode()


@every_record
def test_a_listing_is_searched(admin: Client, model: type[Model]) -> None:
    FACTORIES[model]()
    page = admin.get(address(model, "list_results"), {"q": "tätä ei ole"}).content.decode()
    assert "No " in page


def test_a_search_and_a_filter_work_together(admin: Client) -> None:
    found, other = RegisterFactory(name="Jäsenrekisteri"), RegisterFactory(name="Jäsenlehden tilaajat")
    filters = {"q": "jäsen", "controller": found.controller.pk, "confidential": "false", "live": "true"}
    page = admin.get(address(Register, "list_results"), filters | {"ordering": "-retired_on"}).content.decode()
    assert found.name in page
    assert other.name not in page


@every_record
def test_an_editor_opens(admin: Client, model: type[Model]) -> None:
    assert admin.get(address(FACTORIES[model](), "edit")).status_code == 200
    assert admin.get(address(model, "add")).status_code == 200


@every_record
def test_a_history_opens(admin: Client, model: type[Model]) -> None:
    assert admin.get(address(FACTORIES[model](), "history")).status_code == 200


@every_record
def test_copies_are_not_offered(superuser_client: Client, model: type[Model]) -> None:
    page = superuser_client.get(address(FACTORIES[model](), "edit")).content.decode()
    assert "/copy/" not in page


@pytest.mark.parametrize("model", POSTS)
def test_a_new_record_is_saved(admin: Client, model: type[Model]) -> None:
    admin.post(address(model, "add"), POSTS[model]() | {"action-publish": "1"})
    assert model._default_manager.count() == 1


def test_a_new_register_is_saved_with_its_contacts_in_order(admin: Client) -> None:
    controller, first, second = ControllerFactory(), ContactFactory(), ContactFactory()
    rows = {
        "contacts-TOTAL_FORMS": "2",
        "contacts-0-contact": str(second.pk),
        "contacts-0-ORDER": "2",
        "contacts-1-contact": str(first.pk),
        "contacts-1-ORDER": "1",
        "routes-TOTAL_FORMS": "1",
        "routes-0-contact": str(first.pk),
        "routes-0-ORDER": "1",
    }
    post = register_post(controller=str(controller.pk)) | {"legal_bases": ["consent", "contract"]}
    admin.post(address(Register, "add"), post | rows | {"action-publish": "1"})
    register = Register.objects.get()
    assert register.live
    assert register.legal_bases == ["consent", "contract"]
    assert [row.contact for row in register.contacts.order_by("sort_order")] == [first, second]
    assert [row.contact for row in register.routes.all()] == [first]


def test_the_register_editor_gives_nobody_access_to_requests(superuser_client: Client) -> None:
    register, group = RegisterFactory(), GroupFactory()
    access = {"access-TOTAL_FORMS": "1", "access-INITIAL_FORMS": "0", "access-0-group": str(group.pk)}
    post = register_post(controller=str(register.controller_id)) | access | {"access-0-permission": "see"}
    superuser_client.post(address(register, "edit"), post | {"action-publish": "1"})
    register.refresh_from_db()
    assert register.name == "Asiakasrekisteri"
    assert not RegisterAccess.objects.exists()


def test_somebody_without_rights_to_records_sees_no_listing(client: Client) -> None:
    client.force_login(UserFactory(groups=[GroupFactory()]))
    assert client.get(address(Register, "list")).status_code == 302


def test_somebody_who_may_only_edit_drafts_cannot_publish(client: Client) -> None:
    group = GroupFactory()
    group.permissions.add(DjangoPermission.objects.get(codename="change_contact"))
    client.force_login(UserFactory(groups=[group]))
    contact = ContactFactory(title="Asiakaspalvelu")
    client.post(address(contact, "edit"), contact_post(title="Neuvonta") | {"action-publish": "1"})
    contact.refresh_from_db()
    assert contact.title == "Asiakaspalvelu"


def test_records_are_not_published_or_expired_by_the_clock(superuser_client: Client) -> None:
    page = superuser_client.get(address(ContactFactory(), "edit")).content.decode()
    assert "expire_at" not in page


@with_drafts
def test_a_preview_shows_the_record(admin: Client, model: type[Model]) -> None:
    record = FACTORIES[model]()
    post = register_post(controller=str(record.controller_id)) if model is Register else POSTS[model]()
    preview = address(record, "preview_on_edit")
    assert admin.post(preview, post).json()["is_valid"]
    page = admin.get(preview).content.decode()
    assert (post.get("title") or post["name"]) in page


@with_drafts
def test_an_old_version_is_looked_at_and_compared(admin: Client, model: type[Model]) -> None:
    record = FACTORIES[model]()
    first, second = record.save_revision(), record.save_revision()
    assert admin.get(address(record, "revisions_view", first.pk)).status_code == 200
    assert admin.get(address(record, "revisions_revert", first.pk)).status_code == 200
    assert admin.get(address(record, "revisions_compare", first.pk, second.pk)).status_code == 200


@pytest.mark.parametrize("model", [Register, Contact])
def test_a_listing_asks_the_database_as_often_for_many_rows(superuser_client: Client, model: type[Model]) -> None:
    def queries() -> int:
        with CaptureQueriesContext(
            connection,
        ) as captured:
            superuser_client.get(address(model, "list"))
        return len(captured)

    FACTORIES[model].create_batch(3)
    queries()
    few = queries()
    FACTORIES[model].create_batch(17)
    assert queries() == few
