"""A finding is set aside where it belongs, for all notices and languages, until that thing changes."""

from typing import Any

import pytest
from django.contrib.auth.models import Permission
from django.test import Client
from django.urls import reverse
from wagtail.models import PageLogEntry

from privacy.models import FindingDismissal, NoticePage, Register
from privacy.notices.compliance.dismissals import dismiss_finding, restore_finding
from tests.factories import NoticePageFactory
from tests.privacy.notices.compliance.conftest import finding, fresh, open_ids, rewrite

pytestmark = pytest.mark.django_db


def dismiss(page: NoticePage, check_id: str, user: Any = None) -> FindingDismissal:
    return dismiss_finding(page=page, decided=finding(page, check_id), user=user, reason="Lakia siteerataan.")


def test_dismissed_finding_is_no_longer_open_and_is_in_the_history(
    superuser_client: Client, superuser: Any, notice: NoticePage
) -> None:
    assert "PN043" in open_ids(notice)
    dismiss(notice, "PN043", superuser)
    assert "PN043" not in open_ids(notice)
    text = superuser_client.get(reverse("privacy_checks:list", args=[notice.pk])).content.decode()
    assert "Lakia siteerataan." in text
    entry = PageLogEntry.objects.get(page=notice.pk, action="privacy.dismiss_finding")
    assert entry.data == {"check": "PN043"}, "no words of the reason in the log"


def test_it_comes_back_when_the_section_changes_and_not_when_another_does(notice: NoticePage) -> None:
    dismiss(notice, "PN043")
    page = fresh(notice)
    page.body = [*page.body.raw_data, {"type": "security", "value": {"text": "<p>Salaus.</p>"}}]
    page.save()
    assert "PN043" not in open_ids(notice)
    rewrite(notice, "Viisi vuotta, henkilötietolain (523/1999) mukaan.").save()
    assert "PN043" in open_ids(notice)


def test_what_a_notice_lacks_comes_back_when_it_consists_of_other_sections(notice: NoticePage) -> None:
    dismiss(notice, "PN019")
    rewrite(notice, "Viisi vuotta.").save()
    assert "PN019" not in open_ids(notice)
    page = fresh(notice)
    page.body = [*page.body.raw_data, {"type": "security", "value": {"text": "<p>Salaus.</p>"}}]
    page.save()
    assert "PN019" in open_ids(notice)


def test_it_holds_in_the_translation_and_not_in_another_notice(
    notice: NoticePage, register: Register, locales: Any
) -> None:
    notice.get_parent().copy_for_translation(locales["sv"], copy_parents=True)
    copy = fresh(notice).copy_for_translation(locales["sv"])
    other = NoticePageFactory(body=[dict(block) for block in notice.body.raw_data])
    assert "PN043" in open_ids(copy)
    dismiss(notice, "PN043")
    assert "PN043" not in open_ids(copy)
    assert "PN043" in open_ids(other)
    rewrite(copy, "Fem år, enligt personuppgiftslagen (523/1999).").save()
    assert "PN043" in open_ids(copy), "its own text changed"


def test_record_is_dismissed_for_all_its_notices_until_it_changes(notice: NoticePage, register: Register) -> None:
    controller = register.controller
    controller.business_id = ""
    controller.save_revision().publish()
    other = NoticePageFactory(registers=[register], language="sv")
    assert "PN003" in open_ids(notice) & open_ids(other)
    dismiss(notice, "PN003")
    assert "PN003" not in open_ids(notice) | open_ids(other)
    controller.refresh_from_db()
    controller.phone = "+358401112233"
    controller.save_revision().publish()
    assert "PN003" in open_ids(notice) & open_ids(other)


def test_taken_back_it_is_open_again_and_stays_in_the_history(
    superuser_client: Client, superuser: Any, notice: NoticePage
) -> None:
    row = dismiss(notice, "PN043", superuser)
    address = reverse("privacy_checks:restore", args=[notice.pk, row.pk])
    assert superuser_client.get(address).status_code == 405
    superuser_client.post(address)
    assert "PN043" in open_ids(notice)
    assert (
        "Lakia siteerataan." in superuser_client.get(reverse("privacy_checks:list", args=[notice.pk])).content.decode()
    )


def test_name_stays_when_the_user_is_gone(superuser: Any, notice: NoticePage) -> None:
    row = dismiss(notice, "PN043", superuser)
    name = row.user_name
    superuser.delete()
    row.refresh_from_db()
    assert (row.user, row.user_name) == (None, name)
    assert name


def address_of(page: NoticePage, check_id: str) -> str:
    subject = finding(page, check_id).subject
    address = reverse("privacy_checks:dismiss", args=[page.pk, check_id])
    return f"{address}?kind={subject.kind}&subject={subject.value}"


def test_screen_sets_aside_with_a_reason_and_only_when_sent(superuser_client: Client, notice: NoticePage) -> None:
    address = address_of(notice, "PN043")
    assert "henkilötieto" in superuser_client.get(address).content.decode()
    assert superuser_client.post(address, {"reason": ""}).status_code == 200
    assert not FindingDismissal.objects.exists()
    superuser_client.post(address, {"reason": "Lakia siteerataan."})
    assert "PN043" not in open_ids(notice)
    assert superuser_client.get(address).status_code == 404


def test_only_those_who_edit_the_page_decide(client: Client, handler: Any, notice: NoticePage) -> None:
    client.force_login(handler)
    client.post(address_of(notice, "PN043"), {"reason": "x"})
    assert not FindingDismissal.objects.exists()


def test_only_those_who_change_the_record_decide_about_it(
    client: Client, editor: Any, notice: NoticePage, register: Register
) -> None:
    controller = register.controller
    controller.business_id = ""
    controller.save_revision().publish()
    address = address_of(notice, "PN003")
    group = editor.groups.get()
    right = Permission.objects.get(codename="change_controller")
    group.permissions.remove(right)
    client.force_login(editor)
    client.post(address, {"reason": "x"})
    assert not FindingDismissal.objects.exists()
    group.permissions.add(right)
    client.force_login(type(editor).objects.get(pk=editor.pk))
    client.post(address, {"reason": "x"})
    assert FindingDismissal.objects.get().check_id == "PN003"


def test_restoring_another_notices_dismissal_is_not_found(
    superuser_client: Client, superuser: Any, notice: NoticePage
) -> None:
    row = dismiss(notice, "PN043", superuser)
    other = NoticePageFactory()
    assert superuser_client.post(reverse("privacy_checks:restore", args=[other.pk, row.pk])).status_code == 404
    restore_finding(page=notice, dismissal=row, user=superuser)
