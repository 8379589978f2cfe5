"""A request keeps what the notice said when the person asked."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from privacy.models import NoticePage, Register
from privacy.rights.actions import receive_request
from tests.factories import NoticePageFactory, RegisterFactory
from tests.privacy.notices.versions.conftest import newest, publish
from tests.privacy.rights.builders import incoming_for

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site")]


@pytest.fixture
def register(site: Any) -> Register:
    return RegisterFactory()


@pytest.fixture
def notice(register: Register) -> NoticePage:
    return NoticePageFactory(registers=[register])


def test_item_names_the_version_in_force_and_not_the_one_to_come(register: Register, notice: NoticePage) -> None:
    in_force = newest(notice)
    publish(notice, "retention", "Kymmenen vuotta.", effective_from=timezone.localdate() + timedelta(days=5))
    item = receive_request(incoming=incoming_for(register)).items.get()
    assert in_force is not None
    assert (item.notice_version, item.notice_number) == (in_force, "1.0")
    assert item.notice_digest == in_force.digest


def test_number_and_digest_outlive_the_page(register: Register, notice: NoticePage) -> None:
    item = receive_request(incoming=incoming_for(register)).items.get()
    NoticePage.objects.get(pk=notice.pk).delete()
    item.refresh_from_db()
    assert item.notice_version is None
    assert item.notice_number == "1.0"
    assert len(item.notice_digest) == 64


def test_register_without_a_notice_has_none(register: Register) -> None:
    item = receive_request(incoming=incoming_for(register)).items.get()
    assert (item.notice_version, item.notice_number) == (None, "")


def test_case_page_leads_to_the_version(superuser_client: Client, register: Register, notice: NoticePage) -> None:
    request = receive_request(incoming=incoming_for(register))
    text = superuser_client.get(reverse("privacy_requests:case", args=[request.number])).content.decode()
    assert f"/privacy/n/{notice.uuid}/versions/1-0/" in text
