"""The demo's pages: which there are, that they can be read, and what they cost."""

import re
from typing import Any

import pytest
from django.contrib.contenttypes.models import ContentType
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page

from home.models import HomePage
from privacy.models import NoticeIndexPage, NoticePage, Register, RightsRequestPage

pytestmark = [pytest.mark.slow, pytest.mark.django_db, pytest.mark.usefixtures("loaded")]

BUDGET = 12


def notices() -> list[NoticePage]:
    """Give the published notices."""
    return list(NoticePage.objects.live().select_related("locale"))


def cold_queries(client: Any, page: Page) -> list[str]:
    """Give the queries of a visit in a process that knows the site's root and types, but not the page."""
    address = page.relative_url(None)
    cache.clear()
    ContentType.objects.clear_cache()
    client.get(page.get_site().root_page.localized.relative_url(None))
    for model in (HomePage, NoticeIndexPage, NoticePage, RightsRequestPage):
        ContentType.objects.get_for_model(model)
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address).status_code == 200
    return [re.sub(r"SELECT .* FROM", "SELECT … FROM", query["sql"]) for query in captured]


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_request_notice_is_one_page_of_all_organisations(language: str) -> None:
    (page,) = NoticePage.objects.live().filter(main_register__for_requests=True, locale__language_code=language)

    listed = page.register_rows()
    assert listed[0].register.slug == "tietosuojapyynnot"
    assert len(listed) == 5
    for row in listed:
        assert row.register.for_requests
        assert row.concerns == row.register.controller.details(language)["name"]


def test_municipality_has_its_notices_in_three_languages_that_pair() -> None:
    found = NoticePage.objects.live().filter(main_register__slug="varhaiskasvatus")

    assert {page.locale.language_code for page in found} == {"fi", "sv", "en"}
    (ids,) = {tuple(block["id"] for block in page.body.raw_data) for page in found}
    assert len(set(ids)) == len(ids)


def test_finnish_form_serves_every_register_and_the_others_those_with_a_notice() -> None:
    served = {
        form.language: {register.slug for register in form.offered_registers("")}
        for form in RightsRequestPage.objects.live()
    }

    assert served["fi"] == set(Register.objects.public().filter(for_requests=False).values_list("slug", flat=True))
    assert served["sv"] == served["en"] == {"varhaiskasvatus"}


def test_forms_have_the_editors_own_question() -> None:
    for form in RightsRequestPage.objects.live():
        assert len(form.extra_form_fields()) == 1


def test_every_notice_can_be_read_and_names_its_controllers(client: Any) -> None:
    assert len(notices()) == 11
    for page in notices():
        response = client.get(page.relative_url(None))
        assert response.status_code == 200
        text = response.content.decode()
        for facts in page.register_facts:
            assert facts.controller["name"] in text


@pytest.mark.parametrize("model", [HomePage, RightsRequestPage])
def test_front_pages_and_forms_can_be_read(client: Any, model: type[Page]) -> None:
    pages = model.objects.live()

    assert len(pages) == 3
    for page in pages:
        assert client.get(page.relative_url(None)).status_code == 200


def test_every_page_has_the_revision_that_is_live() -> None:
    for page in Page.objects.filter(depth__gt=1):
        assert page.live_revision_id == page.latest_revision_id is not None
        assert not page.has_unpublished_changes


def test_cold_notice_page_keeps_its_query_budget(client: Any) -> None:
    for page in notices():
        queries = cold_queries(client, page)
        assert len(queries) <= BUDGET, "\n".join([page.slug, *queries])


def test_cold_form_page_keeps_its_query_budget(client: Any) -> None:
    for page in RightsRequestPage.objects.live():
        queries = cold_queries(client, page)
        assert len(queries) <= BUDGET, "\n".join([page.slug, *queries])
