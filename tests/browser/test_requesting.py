"""The request form as people use it: without scripts, with the keyboard only, in haste, and with mistakes."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from privacy.models import RightsRequest
from tests.browser.asking import FORM, LANDING, PERSON, VISITOR, choose_rights, form_for, give_details, send_request
from tests.browser.letters import letter_to
from tests.browser.words import finnish, press

pytestmark = pytest.mark.browser

MANY_TABS = 60


def test_request_is_made_without_scripts(open_browser: Callable[..., Page]) -> None:
    visitor = open_browser(java_script_enabled=False)

    number = send_request(visitor, "villapaja-asiakkaat")

    assert number in letter_to(VISITOR).subject
    assert number in letter_to("kajo@villapaja.example.fi").subject


def test_request_is_made_with_the_keyboard_only(page: Page) -> None:
    page.goto(form_for("varhaiskasvatus"))
    _tab_to(page, "[name=rights][value=access]")
    page.keyboard.press("Space")
    _tab_to(page, "[name=register]:checked")
    _tab_to(page, "button[value=details]")
    _press_enter(page)
    _tab_to(page, "[name=name]")
    page.keyboard.type(PERSON)
    _tab_to(page, "[name=reply_channel]:checked")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    _tab_to(page, "[name=email]")
    page.keyboard.type(VISITOR)
    _press_enter(page)
    _tab_to(page, "button[value=send]")
    _press_enter(page)

    expect(page).to_have_url(LANDING)
    assert RightsRequest.objects.latest("pk").number == page.locator(".number").inner_text()


def _press_enter(page: Page) -> None:
    with page.expect_navigation():
        page.keyboard.press("Enter")


def _tab_to(page: Page, selector: str) -> None:
    """Press Tab until the focus is on what is looked for; all that is passed shows where the focus is."""
    for _press in range(MANY_TABS):
        page.keyboard.press("Tab")
        focused = page.locator(":focus")
        assert focused.evaluate("element => getComputedStyle(element).outlineStyle") != "none"
        if focused.evaluate("(element, selector) => element.matches(selector)", selector):
            return
    pytest.fail(f"The focus never came to {selector}.")


def test_first_tab_offers_to_skip_to_the_content(page: Page) -> None:
    page.goto(FORM)
    page.keyboard.press("Tab")
    expect(page.locator(".skip-link")).to_be_focused()
    expect(page.locator(".skip-link")).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()


def test_summary_of_mistakes_takes_the_focus_and_leads_to_the_field(page: Page) -> None:
    page.goto(form_for("villapaja-asiakkaat"))
    choose_rights(page)
    page.locator("[name=message]").fill("Tämä ei saa kadota.")
    press(page, "Check and send")

    summary = page.locator(".error-summary")
    expect(summary).to_be_focused()
    summary.get_by_role("link").first.click()
    expect(page.locator("[name=name]")).to_be_focused()
    expect(page.locator("[name=message]")).to_have_value("Tämä ei saa kadota.")
    expect(page).to_have_title(re.compile("^Virhe:"))


def test_only_the_fields_that_the_chosen_answers_need_are_shown(page: Page) -> None:
    page.goto(form_for("villapaja-asiakkaat"))
    choose_rights(page)
    for channel, field in (("email", "email"), ("post", "postal_address"), ("phone", "phone")):
        page.locator(f"[name=reply_channel][value={channel}]").check()
        for name in ("email", "postal_address", "phone"):
            expect(page.locator(f"[name={name}]")).to_be_visible(visible=name == field)
    expect(page.locator("[name=subject_name]")).to_be_hidden()
    page.locator("[name=relation]:not([value=self])").first.check()
    expect(page.locator("[name=subject_name]")).to_be_visible()


def test_going_back_loses_nothing(page: Page) -> None:
    page.goto(form_for("villapaja-asiakkaat"))
    choose_rights(page)
    give_details(page)
    press(page, "Change what you want")
    expect(page.locator("[name=rights][value=access]")).to_be_checked()
    choose_rights(page, "erasure")
    expect(page.locator("[name=name]")).to_have_value(PERSON)
    expect(page.locator("[name=email]")).to_have_value(VISITOR)


def test_sending_twice_makes_one_request(page: Page) -> None:
    before = RightsRequest.objects.count()
    page.goto(form_for("villapaja-asiakkaat"))
    choose_rights(page)
    give_details(page)
    page.get_by_role("button", name=finnish("Send the request")).dblclick()
    expect(page).to_have_url(LANDING)
    page.reload()
    assert RightsRequest.objects.count() == before + 1
