"""Who may import, and whose imports under way are whose."""

from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import Permission
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import GroupPagePermission, Page

from privacy.importer.actions import begin_import
from privacy.importer.permissions import parents_for
from privacy.importer.sessions import LARGEST, ImportSession, TooLarge
from privacy.models import NoticePage, Register
from tests.factories import ControllerFactory, GroupFactory, NoticeIndexPageFactory, RegisterFactory, UserFactory
from tests.privacy.importer.builders import read, section
from tests.privacy.importer.posts import address_of, plan_in, press

READ = "privacy_importer:read"
RECORDS = ("add_controller", "add_contact", "add_register")


def editor_of(page: Page, *codenames: str) -> Any:
    """Make a user who may add pages below one, and what the codenames say."""
    group = GroupFactory()
    add = Permission.objects.get(content_type__app_label="wagtailcore", codename="add_page")
    GroupPagePermission.objects.create(group=group, page=page, permission=add)
    group.permissions.add(*Permission.objects.filter(content_type__app_label="privacy", codename__in=codenames))
    return UserFactory(groups=[group])


def menu_of(client: Client) -> str:
    """Give the admin home, which has the menu in it."""
    return client.get(reverse("wagtailadmin_home")).content.decode()


def test_editor_finds_the_item_in_the_menu_and_at_the_list(client: Client, parent: Page) -> None:
    client.force_login(editor_of(parent, *RECORDS))

    assert reverse(READ) in menu_of(client)
    explorer = client.get(reverse("wagtailadmin_explore", args=[parent.pk])).content.decode()
    assert f"{reverse(READ)}?parent={parent.pk}" in explorer
    assert client.get(reverse(READ)).status_code == 200


@pytest.mark.parametrize("missing", RECORDS)
def test_user_who_may_not_add_a_kind_of_record_meets_nothing_of_it(client: Client, parent: Page, missing: str) -> None:
    client.force_login(editor_of(parent, *(set(RECORDS) - {missing})))

    assert reverse(READ) not in menu_of(client)
    explorer = client.get(reverse("wagtailadmin_explore", args=[parent.pk])).content.decode()
    assert reverse(READ) not in explorer
    for response in (client.get(reverse(READ)), client.post(reverse(READ), {"text": "Tietosuojaseloste"})):
        assert response["Location"] == reverse("wagtailadmin_home")
    assert not ImportSession.objects.exists()


def test_user_who_may_add_no_page_meets_nothing_of_it(client: Client, parent: Page) -> None:
    user = editor_of(parent, *RECORDS)
    GroupPagePermission.objects.all().delete()
    client.force_login(user)

    assert reverse(READ) not in menu_of(client)
    assert client.get(reverse(READ))["Location"] == reverse("wagtailadmin_home")


def test_draft_goes_only_where_the_user_may_add_a_page(client: Client, parent: Page) -> None:
    foreign = NoticeIndexPageFactory()
    user = editor_of(parent, *RECORDS)
    client.force_login(user)
    draft = begin_import(notice=read(), parent=parent, user=user)
    assert parents_for(user) == [parent]

    response = press(client, draft, "create", page__parent=foreign.pk)

    assert response.status_code == 200
    assert not NoticePage.objects.exists()


def test_user_who_may_not_publish_records_makes_drafts_of_them(client: Client, parent: Page) -> None:
    user = editor_of(parent, *RECORDS)
    client.force_login(user)

    press(client, begin_import(notice=read(), parent=parent, user=user), "create")

    register = NoticePage.objects.get().registers.get().register
    assert not register.live
    assert not register.controller.live
    assert not register.contacts.get().contact.live


def test_import_of_another_user_is_not_there(client: Client, draft: ImportSession, superuser: Any) -> None:
    client.force_login(superuser)

    assert client.get(address_of(draft)).status_code == 404
    for button in ("save", "create", "cancel"):
        assert client.post(address_of(draft), {"do": button}).status_code == 404
    assert ImportSession.objects.filter(pk=draft.pk).exists()
    assert not NoticePage.objects.exists()


def test_import_is_gone_after_a_day(client_of_editor: Client, draft: ImportSession) -> None:
    ImportSession.objects.update(created_at=timezone.now() - timedelta(days=1, minutes=1))

    assert client_of_editor.get(address_of(draft)).status_code == 404


def test_old_imports_are_deleted_by_the_next_one_and_by_the_command(draft: ImportSession, parent: Page) -> None:
    ImportSession.objects.update(created_at=timezone.now() - timedelta(days=1, minutes=1))
    young = begin_import(notice=read(), parent=parent, user=draft.user)
    assert list(ImportSession.objects.all()) == [young]

    call_command("clear_imports")
    assert ImportSession.objects.exists()
    ImportSession.objects.update(created_at=timezone.now() - timedelta(days=1, minutes=1))
    call_command("clear_imports")
    assert not ImportSession.objects.exists()


@pytest.mark.slow
def test_import_holds_two_megabytes_and_no_more(parent: Page, editor: Any) -> None:
    fits = "<p>a</p>" * (LARGEST // 8 - 1000)
    begin_import(notice=read(sections=(section("purposes", fits),)), parent=parent, user=editor)

    with pytest.raises(TooLarge):
        begin_import(notice=read(sections=(section("purposes", fits + "<p>a</p>" * 2000),)), parent=parent, user=editor)
    assert ImportSession.objects.count() == 1


def test_confidential_register_is_offered_only_to_who_edits_registers(client: Client, parent: Page) -> None:
    controller = ControllerFactory(name="Kuvitelmapaja Oy", business_id="1234567-1")
    register = RegisterFactory(name="Kuvitelmapajan asiakasrekisteri", controller=controller, confidential=True)
    user = editor_of(parent, *RECORDS)
    client.force_login(user)
    draft = begin_import(notice=read(), parent=parent, user=user)
    client.get(address_of(draft))
    assert plan_in(draft).registers[0].use == "new"

    assert press(client, draft, "create", registers__0__use=str(register.pk)).status_code == 200
    assert not NoticePage.objects.exists()

    user.groups.get().permissions.add(Permission.objects.get(codename="change_register"))
    assert press(client, draft, "create", registers__0__use=str(register.pk)).status_code == 302
    assert Register.objects.count() == 1
