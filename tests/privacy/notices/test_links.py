"""Links in rich text lead to pages, and all of them together cost one query."""

from typing import Any

import pytest
from django.test import Client
from django.utils import timezone, translation
from django.utils.safestring import SafeString

from home.models import HomePage
from privacy.notices.sections.links import expand_all, expand_sections
from privacy.notices.sections.render import RenderedSection
from tests.factories import NoticePageFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site")]


def link(pk: int | str, text: str = "seloste") -> str:
    return f'<p>Katso <a linktype="page" id="{pk}">{text}</a>.</p>'


def test_page_link_gets_the_address_of_the_page(home_pages: dict[str, HomePage]) -> None:
    with translation.override("fi"):
        assert expand_all([link(home_pages["fi"].pk)]) == ['<p>Katso <a href="/fi/">seloste</a>.</p>']


def test_page_link_leads_to_the_translation_in_the_language_of_the_moment(home_pages: dict[str, HomePage]) -> None:
    with translation.override("sv"):
        assert 'href="/sv/"' in expand_all([link(home_pages["fi"].pk)])[0]


def test_page_link_stays_in_its_language_when_the_translation_is_a_draft(home_pages: dict[str, HomePage]) -> None:
    HomePage.objects.filter(pk=home_pages["sv"].pk).update(live=False)
    with translation.override("sv"):
        assert 'href="/fi/"' in expand_all([link(home_pages["fi"].pk)])[0]


@pytest.mark.parametrize("pk", ["999999", "", "1 OR 1", "²"])
def test_link_to_nothing_keeps_its_text(pk: str) -> None:
    assert expand_all([link(pk, "<b>vanha</b> seloste")]) == ["<p>Katso <b>vanha</b> seloste.</p>"]


def test_link_to_a_draft_keeps_its_text(home_pages: dict[str, HomePage]) -> None:
    assert expand_all([link(NoticePageFactory(draft=True).pk)]) == ["<p>Katso seloste.</p>"]


def test_other_links_stay_and_embeds_go() -> None:
    text = '<p><a href="https://tietosuoja.fi">A</a> <a href="mailto:a@example.fi">B</a><embed embedtype="media" /></p>'
    assert expand_all([text]) == ['<p><a href="https://tietosuoja.fi">A</a> <a href="mailto:a@example.fi">B</a></p>']


def test_texts_come_back_in_their_order() -> None:
    assert expand_all(["<p>1</p>", "", "<p>\x00 2</p>"]) == ["<p>1</p>", "", "<p> 2</p>"]
    assert expand_all([]) == []


def test_links_of_a_whole_notice_cost_one_query(
    home_pages: dict[str, HomePage], django_assert_num_queries: Any
) -> None:
    assert home_pages["fi"].get_url()  # the root of the site is remembered in the cache
    texts = [link(page.pk) for page in home_pages.values()] * 5
    with django_assert_num_queries(1):
        assert len(expand_all(texts)) == 15


def test_sections_get_html_that_is_not_escaped_again() -> None:
    (section,) = expand_sections([RenderedSection("other", "", "other", "Muuta", "<p>a</p>")])
    assert isinstance(section.html, SafeString)
    assert section.heading == "Muuta"


REQUEST_LINK = '<p class="action"><a class="button" linktype="request-form" register="tunnus">Tee pyyntö</a></p>'


def test_link_to_the_form_gets_its_address_and_the_one_for_paper() -> None:
    (html,) = expand_all([REQUEST_LINK], form_address=lambda register: f"/fi/pyynto/?register={register}")
    assert 'href="/fi/pyynto/?register=tunnus"' in html
    assert 'data-address="https://www.example.fi/fi/pyynto/"' in html


def test_link_to_a_form_that_is_not_there_goes() -> None:
    assert expand_all([f"<p>a</p>{REQUEST_LINK}"], form_address=lambda register: "") == ["<p>a</p>"]


def test_page_link_of_a_notice_leads_somewhere_on_its_page_and_in_its_archive(
    client: Client, home_pages: dict[str, HomePage]
) -> None:
    block = {"type": "retention", "value": {"text": link(home_pages["fi"].pk, "etusivu")}}
    page = NoticePageFactory(body=[block])
    for rest in ("", "versions/1-0/", f"on/{timezone.localdate()}/"):
        assert '<a href="/fi/">etusivu</a>' in client.get(f"{page.get_url()}{rest}").content.decode()


def test_page_link_of_a_draft_leads_somewhere_in_the_preview(home_pages: dict[str, HomePage]) -> None:
    page = NoticePageFactory(body=[{"type": "retention", "value": {"text": "<p>Kaksi vuotta.</p>"}}])
    page.body = [{"type": "retention", "value": {"text": link(home_pages["fi"].pk, "etusivu")}}]
    answer = page.make_preview_request(preview_mode=page.default_preview_mode)
    assert '<a href="/fi/">etusivu</a>' in answer.content.decode()
