"""A visitor's way through the request form."""

import re

from playwright.sync_api import Page, expect

from privacy.models import Register

FORM = "/fi/tietosuojapyynto/"
LANDING = re.compile(r"/privacy/received/[\w-]+/$")
VISITOR = "kysyja@example.com"


def form_for(slug: str) -> str:
    """Give the address of the Finnish form with a register chosen."""
    return f"{FORM}?register={Register.objects.get(slug=slug).uuid}"


def press(page: Page, words: str) -> None:
    """Press a button."""
    page.get_by_role("button", name=words, exact=True).click()


def choose_rights(page: Page, *rights: str) -> None:
    """Answer the first step."""
    for right in rights or ("access",):
        page.locator(f"[name=rights][value={right}]").check()
    press(page, "Jatka")


def give_details(page: Page, *, name: str) -> None:
    """Answer the second step; the reply comes by email."""
    page.locator("[name=name]").fill(name)
    page.locator("[name=email]").fill(VISITOR)
    press(page, "Tarkista ja lähetä")


def send(page: Page) -> str:
    """Send what is shown for checking, and give the number on the landing page."""
    press(page, "Lähetä pyyntö")
    expect(page).to_have_url(LANDING)
    return page.locator(".number").inner_text()


def send_request(page: Page, slug: str, *, name: str = "Testi Kysyjä") -> str:
    """Send a request for access to a register, and give its number."""
    page.goto(form_for(slug))
    choose_rights(page)
    give_details(page, name=name)
    return send(page)
