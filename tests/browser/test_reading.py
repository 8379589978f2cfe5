"""A notice as it is read: in another language, and on paper."""

import re

import pytest
from playwright.sync_api import Page, expect

from home.models import HomePage
from privacy.models import NoticePage, RightsRequestPage
from tests.browser.asking import LANDING, PERSON, VISITOR

pytestmark = pytest.mark.browser


def notices() -> dict[str, NoticePage]:
    """Give the notice that exists in three languages, by language."""
    found = NoticePage.objects.live().filter(main_register__slug="varhaiskasvatus").select_related("locale")
    return {notice.locale.language_code: notice for notice in found}


def test_switch_leads_to_the_same_notice_in_another_language(page: Page) -> None:
    pages = notices()
    page.goto(pages["fi"].get_url())
    expect(page.locator("html")).to_have_attribute("lang", "fi")
    for language, name in (("sv", "Svenska"), ("en", "English"), ("fi", "Suomi")):
        page.locator("nav.languages").get_by_role("link", name=name, exact=True).click()
        expect(page).to_have_url(re.compile(re.escape(pages[language].get_url()) + "$"))
        expect(page.locator("html")).to_have_attribute("lang", language)
        expect(page.get_by_role("heading", level=1)).to_have_text(pages[language].title)
        expect(page.locator(f"link[rel=alternate][hreflang={language}]")).to_have_attribute(
            "href", pages[language].full_url
        )


@pytest.mark.parametrize("model", [HomePage, RightsRequestPage])
def test_pages_name_their_language(page: Page, model: type) -> None:
    for found in model.objects.live().select_related("locale"):
        page.goto(found.get_url())
        expect(page.locator("html")).to_have_attribute("lang", found.locale.language_code)


def test_request_in_swedish_stays_in_swedish(page: Page) -> None:
    page.goto(notices()["sv"].get_url())
    page.locator(".use-rights .button").click()
    page.locator("[name=rights][value=access]").check()
    page.locator("button[value=details]").click()
    page.locator("[name=name]").fill(PERSON)
    page.locator("[name=email]").fill(VISITOR)
    page.locator("button[value=review]").click()
    page.locator("button[value=send]").click()
    expect(page).to_have_url(LANDING)
    expect(page.locator("html")).to_have_attribute("lang", "sv")
    expect(page.get_by_role("heading", level=1)).to_have_text("Vi har tagit emot din begäran")


def test_notice_on_paper_has_no_navigation_and_prints_addresses(page: Page) -> None:
    page.goto(notices()["fi"].get_url())
    page.emulate_media(media="print")
    for navigation in ("nav.languages", ".contents", ".skip-link", ".site-footer"):
        expect(page.locator(navigation)).to_be_hidden()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    button = page.locator(".use-rights .button")
    printed = button.evaluate("element => getComputedStyle(element, '::after').content")
    assert "/fi/tietosuojapyynto/" in printed
    assert page.pdf(format="A4").startswith(b"%PDF")
