"""The words of the site in Finnish, whatever the translators make of them."""

from django.utils import translation
from django.utils.translation import gettext
from playwright.sync_api import Page


def finnish(words: str) -> str:
    """Give the Finnish translation of a text."""
    with translation.override("fi"):
        return gettext(words)


def press(page: Page, words: str) -> None:
    """Press the button that says this in Finnish."""
    page.get_by_role("button", name=finnish(words), exact=True).click()
