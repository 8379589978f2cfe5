"""A notice under a view restriction is private wherever it could be seen."""

from typing import Any

import pytest
from django.test import Client
from wagtail.models import Page, PageViewRestriction

from home.models import HomePage
from privacy.models import NoticePage
from tests.factories import NoticePageFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site")]


def restrict(page: Page) -> None:
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)


@pytest.fixture
def notice(site: Any) -> NoticePage:
    return NoticePageFactory(title="Salainen seloste")


def test_notice_without_restriction_can_be_read(client: Client, notice: NoticePage) -> None:
    assert client.get(notice.get_url()).status_code == 200


@pytest.mark.parametrize("above", [0, 1, 2])
def test_restriction_on_the_notice_or_above_asks_to_log_in(client: Client, notice: NoticePage, above: int) -> None:
    restrict([notice, notice.get_parent(), HomePage.objects.get(locale=notice.locale)][above])
    response = client.get(notice.get_url())
    assert response.status_code == 302
    assert "Salainen" not in response.content.decode()


def test_restriction_beside_the_notice_does_not_matter(client: Client, notice: NoticePage) -> None:
    other = NoticePageFactory(parent=notice.get_parent())
    restrict(other)
    assert client.get(notice.get_url()).status_code == 200


def test_alias_has_the_restrictions_of_its_source(client: Client, notice: NoticePage) -> None:
    elsewhere = HomePage.objects.get(locale=notice.locale)
    alias = notice.create_alias(parent=elsewhere, update_slug="kopio")
    assert client.get(alias.get_url()).status_code == 200
    restrict(notice)
    assert client.get(alias.get_url()).status_code == 302


def test_restrictions_are_those_that_wagtail_finds(notice: NoticePage) -> None:
    restrict(notice)
    restrict(notice.get_parent())
    ours = set(notice.get_view_restrictions().values_list("pk", flat=True))
    assert ours == set(Page.get_view_restrictions(notice).values_list("pk", flat=True))


@pytest.mark.parametrize("address", ["/fi/", "/api/v2/notices/", "/api/v2/pages/?limit=20"])
def test_restricted_notice_is_listed_nowhere(client: Client, notice: NoticePage, address: str) -> None:
    assert "Salainen seloste" in client.get(address).content.decode()
    restrict(notice)
    assert "Salainen seloste" not in client.get(address).content.decode()


def test_restricted_notice_cannot_be_fetched_by_number(client: Client, notice: NoticePage) -> None:
    assert client.get(f"/api/v2/notices/{notice.pk}/").status_code == 200
    restrict(notice)
    assert client.get(f"/api/v2/notices/{notice.pk}/").status_code == 404


def test_permanent_address_leads_to_the_restriction(client: Client, notice: NoticePage) -> None:
    restrict(notice)
    assert client.get(f"/privacy/n/{notice.uuid}/", follow=True).redirect_chain[-1][0].startswith("/fi/")
