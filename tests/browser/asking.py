"""A visitor's way through the request form."""

from playwright.sync_api import Page, expect

from privacy.models import Register

FORM = "/fi/tietosuojapyynto/"
VISITOR = "kysyja@example.com"
CONTINUE, CHECK, SEND = "Jatka", "Tarkista ja lähetä", "Lähetä pyyntö"


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
    press(page, CONTINUE)


def give_details(page: Page, *, name: str = "Testi Kysyjä", email: str = VISITOR) -> None:
    """Answer the second step; the reply comes by email."""
    page.locator("[name=name]").fill(name)
    page.locator("[name=email]").fill(email)
    press(page, CHECK)


def send(page: Page) -> None:
    """Send what is shown for checking, and wait for the landing page."""
    press(page, SEND)
    expect(page).to_have_url(landing_address())


def send_request(page: Page, slug: str = "villapaja-asiakkaat", *, name: str = "Testi Kysyjä") -> str:
    """Send a request for access to a register, and give its number."""
    page.goto(form_for(slug))
    choose_rights(page)
    give_details(page, name=name)
    send(page)
    return number_on(page)


def number_on(page: Page) -> str:
    """Give the number of the request on its landing page."""
    return page.locator(".number").inner_text()


def landing_address() -> object:
    """Give the pattern of the addresses of landing pages."""
    import re

    return re.compile(r"/privacy/received/[\w-]+/$")
