"""A visitor's way through the request form."""

import re

from playwright.sync_api import Page, expect

from privacy.models import Register, RightsRequest
from privacy.rights.actions import receive_request
from privacy.rights.submission.incoming import Person
from tests.browser.words import press
from tests.privacy.rights.builders import incoming_for

FORM = "/fi/tietosuojapyynto/"
LANDING = re.compile(r"/privacy/received/[\w-]+/$")
PERSON = "Testi Kysyjä"
VISITOR = "kysyja@example.com"


def form_for(slug: str) -> str:
    """Give the address of the Finnish form with a register chosen."""
    return f"{FORM}?register={Register.objects.get(slug=slug).uuid}"


def choose_rights(page: Page, *rights: str) -> None:
    """Answer the first step."""
    for right in rights or ("access",):
        page.locator(f"[name=rights][value={right}]").check()
    press(page, "Continue")


def give_details(page: Page) -> None:
    """Answer the second step; the reply comes by email."""
    page.locator("[name=name]").fill(PERSON)
    page.locator("[name=email]").fill(VISITOR)
    press(page, "Check and send")


def send(page: Page) -> str:
    """Send what is shown for checking, and give the number on the landing page."""
    press(page, "Send the request")
    expect(page).to_have_url(LANDING)
    return page.locator(".number").inner_text()


def send_request(page: Page, slug: str) -> str:
    """Send a request for access to a register, and give its number."""
    page.goto(form_for(slug))
    choose_rights(page)
    give_details(page)
    return send(page)


def sent_to(slug: str) -> RightsRequest:
    """Give a request that somebody sent to a register, where the way through the form is not the matter."""
    person = Person(name=PERSON, email=VISITOR)
    return receive_request(incoming=incoming_for(Register.objects.get(slug=slug), requester=person))
