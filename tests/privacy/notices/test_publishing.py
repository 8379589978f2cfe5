"""A register has one published notice in a language, whatever the road to publication."""

from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield

from privacy.models import NoticePage, Register
from tests.factories import NoticePageFactory, RegisterFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site")]


@pytest.fixture
def register(site: Any) -> Register:
    return RegisterFactory()


@pytest.fixture
def published(register: Register) -> NoticePage:
    return NoticePageFactory(registers=[register])


def draft_of(register: Register, published: NoticePage) -> NoticePage:
    draft = NoticePageFactory(registers=[register], parent=published.get_parent(), draft=True)
    draft.save_revision()
    return draft


def live(page: NoticePage) -> bool:
    return NoticePage.objects.get(pk=page.pk).live


def test_second_notice_is_refused_by_code(register: Register, published: NoticePage) -> None:
    with pytest.raises(ValidationError):
        draft_of(register, published).get_latest_revision().publish()
    assert not NoticePage.objects.live().exclude(pk=published.pk).exists()


def test_notice_in_another_language_is_no_second_one(register: Register, published: NoticePage, locales: Any) -> None:
    published.get_parent().copy_for_translation(locales["sv"], copy_parents=True)
    translation = published.copy_for_translation(locales["sv"])
    translation.get_latest_revision().publish()
    assert live(translation)


def test_publishing_the_same_notice_again_is_fine(published: NoticePage) -> None:
    published.save_revision().publish()
    assert live(published)


def test_alias_is_no_second_notice(published: NoticePage) -> None:
    alias = published.create_alias(update_slug="kopio")
    assert live(alias)
    assert alias.uuid != published.uuid


def test_alias_follows_its_source_and_keeps_its_own_uuid(published: NoticePage) -> None:
    alias = published.create_alias(update_slug="kopio")
    published.title = "Uusi otsikko"
    published.save_revision().publish()
    followed = NoticePage.objects.get(pk=alias.pk)
    assert (followed.title, followed.uuid) == ("Uusi otsikko", alias.uuid)


def test_copy_gets_a_uuid_of_its_own(published: NoticePage) -> None:
    copy = published.copy(update_attrs={"slug": "kopio"}, keep_live=False)
    assert copy.uuid != published.uuid
    assert [row.register_id for row in copy.register_rows()] == [row.register_id for row in published.register_rows()]


def test_live_copy_is_refused_in_the_admin_in_words(superuser_client: Client, published: NoticePage) -> None:
    data = {
        "new_title": "Kopio",
        "new_slug": "kopio",
        "new_parent_page": published.get_parent().pk,
        "publish_copies": "on",
    }
    response = superuser_client.post(reverse("wagtailadmin_pages:copy", args=[published.pk]), data, follow=True)
    assert response.status_code == 200
    assert NoticePage.objects.count() == 1
    assert [str(message) for message in response.context["messages"]]


def test_publishing_in_bulk_is_refused_in_words(
    superuser_client: Client, register: Register, published: NoticePage
) -> None:
    draft = draft_of(register, published)
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    response = superuser_client.post(f"{address}?id={draft.pk}&next=/admin/", follow=True)
    assert response.status_code == 200
    assert not live(draft)
    assert draft.title in " ".join(str(message) for message in response.context["messages"])


def test_two_drafts_of_one_register_are_not_published_together(superuser_client: Client, register: Register) -> None:
    first = NoticePageFactory(registers=[register], draft=True)
    first.save_revision()
    second = draft_of(register, first)
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    superuser_client.post(f"{address}?id={first.pk}&id={second.pk}")
    assert not live(first)
    assert not live(second)


def test_scheduled_second_notice_stays_a_draft_and_the_others_go_on(register: Register, published: NoticePage) -> None:
    second = draft_of(register, published)
    other = draft_of(RegisterFactory(), published)
    for page in (second, other):
        page.go_live_at = timezone.now() + timedelta(hours=1)
        page.save_revision().publish()
    with time_machine.travel(timezone.now() + timedelta(hours=2)):
        call_command("publish_scheduled")
    assert not live(second)
    assert live(other)
    assert second.scheduled_revision is None


def test_editor_is_told_beside_the_form(superuser_client: Client, register: Register, published: NoticePage) -> None:
    draft = draft_of(register, published)
    data = nested_form_data(
        {
            "title": draft.title,
            "slug": draft.slug,
            "body": streamfield([]),
            "registers": inline_formset([{"register": register.pk, "concerns": ""}]),
        }
    )
    address = reverse("wagtailadmin_pages:edit", args=[draft.pk])
    response = superuser_client.post(address, {**data, "action-publish": "on"})
    assert response.status_code == 200
    assert not live(draft)
    assert response.context["form"].non_field_errors()
