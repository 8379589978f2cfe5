"""Published notices follow the records that they show, and only those, and only what was published."""

import time
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from privacy.models import Contact, NoticePage, NoticeVersion, Register, SupervisoryAuthority
from tests.factories import (
    ControllerFactory,
    NoticePageFactory,
    RegisterFactory,
)
from tests.privacy.notices.versions.conftest import fresh, newest, numbers, publish, rewrite

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site")]

WITH_CONTACT = [{"type": "contact_person", "value": {"fill": "auto"}}, {"type": "complaint", "value": {"fill": "auto"}}]


@pytest.fixture
def shown(register: Register) -> NoticePage:
    return NoticePageFactory(registers=[register], body=[dict(block) for block in WITH_CONTACT])


def contact_of(register: Register) -> Contact:
    return register.contacts.get().contact


def test_new_phone_of_a_contact_makes_a_minor_version(register: Register, shown: NoticePage) -> None:
    contact = contact_of(register)
    contact.phone = "+358401112233"
    contact.save_revision().publish()
    version = newest(shown)
    assert version is not None
    assert (version.number, version.kind, version.cause) == ("1.1", "minor", "details")
    assert "+358401112233" in str(version.html)
    assert "Yhteyshenkilö" in version.summary


def test_draft_of_a_contact_renews_nothing(register: Register, shown: NoticePage) -> None:
    contact = contact_of(register)
    contact.phone = "+358401112233"
    contact.save_revision()
    assert numbers(shown) == ["1.0"]


def test_details_that_are_not_shown_renew_nothing(register: Register, shown: NoticePage) -> None:
    contact, controller = contact_of(register), register.controller
    contact.language = "sv"
    contact.save_revision().publish()
    controller.time_zone = "Europe/Stockholm"
    controller.save_revision().publish()
    register.retention_months = 24
    register.save_revision().publish()
    assert numbers(shown) == ["1.0"]


def test_authority_and_register_renew_too(register: Register, shown: NoticePage) -> None:
    authority = SupervisoryAuthority.objects.get(pk=register.controller.supervisory_authority_id)
    authority.phone = "+358295666799"
    authority.save()
    register.name = "Asiakkaat"
    register.save_revision().publish()
    assert numbers(shown) == ["1.0", "1.1", "1.2"]


def test_unpublished_text_of_the_editor_is_never_published_by_a_renewal(register: Register, notice: NoticePage) -> None:
    rewrite(notice, "retention", "Vain luonnoksessa.").save_revision()
    contact = contact_of(register)
    contact.phone = "+358401112233"
    contact.save_revision().publish()
    version = newest(notice)
    assert version is not None
    assert version.number == "1.1"
    assert "Vain luonnoksessa" not in str(version.content)


def test_version_to_come_is_renewed_too_and_keeps_its_day(register: Register, notice: NoticePage) -> None:
    day = timezone.localdate() + timedelta(days=10)
    publish(notice, "retention", "Kymmenen vuotta.", effective_from=day, version_summary="Aika pitenee.")
    contact = contact_of(register)
    contact.phone = "+358401112233"
    contact.save_revision().publish()
    assert numbers(notice) == ["1.0", "2.0", "1.1", "2.1"]
    page = fresh(notice)
    assert page.in_force.number == "1.1"
    assert (page.pending_version.number, page.pending_version.effective_from) == ("2.1", day)
    assert (page.pending_version.kind, page.pending_version.summary) == ("major", "Aika pitenee.")
    assert "asiakassuhteen ajan" in str(page.in_force.content)


def test_notice_that_does_not_show_the_record_stays(register: Register) -> None:
    other = NoticePageFactory()
    contact = contact_of(register)
    contact.phone = "+358401112233"
    contact.save_revision().publish()
    assert numbers(other) == ["1.0"]


def test_unpublished_notice_is_not_renewed(register: Register, shown: NoticePage) -> None:
    fresh(shown).unpublish()
    contact = contact_of(register)
    contact.phone = "+358401112233"
    contact.save_revision().publish()
    assert numbers(shown) == ["1.0"]


@pytest.mark.slow
def test_hundred_notices_of_one_controller_are_renewed_within_five_seconds(site: Any) -> None:
    controller = ControllerFactory()
    parent = None
    for _number in range(100):
        page = NoticePageFactory(
            registers=[RegisterFactory(controller=controller)], **({"parent": parent} if parent else {})
        )
        parent = page.get_parent()
    controller.phone = "+358401112233"
    revision = controller.save_revision()
    before = time.process_time()
    revision.publish()
    assert time.process_time() - before < 5
    renewed = NoticeVersion.objects.filter(major=1, minor=1, cause="details")
    assert renewed.count() == 100
    assert all("+358401112233" in str(version.html) for version in renewed)


def contact_data(contact: Contact, **changes: Any) -> dict[str, Any]:
    data = {
        "role": contact.role,
        "kind": contact.kind,
        "name": contact.name,
        "title": contact.title,
        "email": contact.email,
        "phone": contact.phone,
        "language": contact.language,
        "user": "",
        "texts-TOTAL_FORMS": "0",
        "texts-INITIAL_FORMS": "0",
        "action-publish": "action-publish",
    }
    return data | changes


def test_editor_is_shown_which_notices_will_be_renewed(
    superuser_client: Client, register: Register, shown: NoticePage
) -> None:
    address = reverse("wagtailsnippets_privacy_contact:edit", args=[contact_of(register).pk])
    assert shown.title in superuser_client.get(address).content.decode()


def test_who_may_not_publish_the_notices_may_not_publish_the_details(
    client: Client, editor: Any, register: Register, shown: NoticePage
) -> None:
    from wagtail.models import GroupPagePermission

    GroupPagePermission.objects.filter(permission__codename="publish_page").delete()
    client.force_login(editor)
    contact = contact_of(register)
    address = reverse("wagtailsnippets_privacy_contact:edit", args=[contact.pk])
    response = client.post(address, contact_data(contact, phone="+358401112233"))
    assert response.status_code == 200
    assert response.context["form"].non_field_errors()
    assert numbers(shown) == ["1.0"]
    response = client.post(address, contact_data(contact, language="sv"))
    assert response.status_code == 302
