"""Axe finds nothing on public pages, wide and narrow, light and dark, and no page is wider than a telephone."""

import pytest
from playwright.sync_api import Page, expect

from home.models import HomePage
from privacy.models import NoticeIndexPage, NoticePage, RightsRequestPage
from privacy.rights.choices import Outcome, Right
from tests.browser.answering import fill_answer, open_link, type_code
from tests.browser.asking import form_for, give_details, send, sent_to
from tests.browser.looking import faults_of
from tests.browser.words import finnish, press

pytestmark = pytest.mark.browser

CONTACT = "asiakaspalvelu@kaarnavene.example.fi"


def test_all_of_a_long_name_and_address_fits_a_narrow_screen(page: Page) -> None:
    page.goto(form_for("villapaja-asiakkaat"))
    page.locator("[name=rights]").first.check()
    press(page, "Continue")
    page.locator("[name=name]").fill("Pitkänimi" * 20)
    page.locator("[name=email]").fill(f"{'pitka' * 12}@{'osoite' * 10}.example.com")
    press(page, "Check and send")
    assert faults_of(page) == []


@pytest.mark.parametrize("model", [HomePage, NoticeIndexPage])
def test_lists_are_without_faults_in_every_language(page: Page, model: type) -> None:
    addresses = [found.get_url() for found in model.objects.live()]
    assert len(addresses) == 3
    assert _faults_of_all(page, addresses) == []


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_notices_are_without_faults(page: Page, language: str) -> None:
    addresses = [notice.get_url() for notice in NoticePage.objects.live().filter(locale__language_code=language)]
    assert len(addresses) == {"fi": 7, "sv": 2, "en": 2}[language]
    assert _faults_of_all(page, addresses) == []


@pytest.mark.parametrize("language", ["sv", "en"])
def test_forms_are_without_faults_with_and_without_mistakes(page: Page, language: str) -> None:
    page.goto(RightsRequestPage.objects.get(locale__language_code=language).get_url())
    faults = faults_of(page)
    page.locator("button[value=details]").click()
    faults += faults_of(page)
    assert faults == []


def test_steps_of_the_form_and_the_landing_page_are_without_faults(page: Page) -> None:
    page.goto(form_for("varhaiskasvatus"))
    faults = faults_of(page)
    press(page, "Continue")
    expect(page.locator(".error-summary")).to_be_visible()
    faults += faults_of(page)
    for right in Right.values:
        page.locator(f"[name=rights][value={right}]").check()
    press(page, "Continue")
    faults += faults_of(page)
    press(page, "Check and send")
    expect(page.locator(".error-summary")).to_be_visible()
    faults += faults_of(page)
    for asked in ("marketing_objection_target", "consent_withdrawal_target"):
        page.locator(f"[name={asked}]").fill("uutiskirje@example.com")
    page.locator("[name=unknown_message]").fill("Henkilötunnukseni on 010190-999W." + " Kysymys." * 50)
    give_details(page)
    faults += faults_of(page)
    page.locator("[name=identity_code][value=remove]").check()
    send(page)
    faults += faults_of(page)
    assert faults == []


def test_pages_of_the_contact_are_without_faults(page: Page) -> None:
    sent_to("kaarnavene-asiakkaat")
    open_link(page, CONTACT)
    faults = faults_of(page)
    press(page, "Send me the code")
    page.locator("[name=code]").fill("12")
    press(page, "Open the request")
    faults += faults_of(page)
    type_code(page, CONTACT)
    faults += faults_of(page)
    press(page, "Mark as answered")
    expect(page.locator(".error-summary")).to_be_visible()
    faults += faults_of(page)
    fill_answer(page, Outcome.FULFILLED)
    press(page, "Mark as answered")
    expect(page.get_by_role("button", name=finnish("Mark as answered"))).to_have_count(0)
    faults += faults_of(page)
    assert faults == []


def test_closed_link_and_missing_page_are_without_faults(page: Page) -> None:
    assert _faults_of_all(page, [f"/privacy/case/{'x' * 43}/", "/fi/tallaista-sivua-ei-ole/"], status=404) == []


def _faults_of_all(page: Page, addresses: list[str], *, status: int = 200) -> list[str]:
    faults = []
    for address in addresses:
        answer = page.goto(address)
        assert answer is not None
        assert answer.status == status
        faults += faults_of(page)
    return faults
