"""A contact's way through the page of a case."""

from playwright.sync_api import Page

from privacy.rights.choices import Outcome
from tests.browser.letters import code_in, letter_to, link_in
from tests.browser.words import press


def open_link(page: Page, mailbox: str) -> None:
    """Open the link in the letter to a mailbox."""
    page.goto(link_in(letter_to(mailbox)))


def open_case(page: Page, mailbox: str) -> None:
    """Ask for the code and type it from the letter."""
    press(page, "Send me the code")
    type_code(page, mailbox)


def type_code(page: Page, mailbox: str) -> None:
    """Type the code from the newest letter to a mailbox."""
    page.locator("[name=code]").fill(code_in(letter_to(mailbox)))
    press(page, "Open the request")


def fill_answer(page: Page, outcome: Outcome) -> None:
    """Tell how the person was answered: everything but the reasons of a refusal and the copy."""
    page.locator("[name^=outcome_]").select_option(outcome)
    page.locator("[name=channel]").select_option("email")
    page.locator("[name=identity]").select_option("known")
    page.locator("[name=recipients_told]").select_option("none")
