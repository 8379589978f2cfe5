"""The words of the site in Finnish, whatever the translators make of them."""

from django.utils import translation
from django.utils.translation import gettext
from playwright.sync_api import Page

from privacy.rights.choices import right_choices


def finnish(words: str) -> str:
    """Give the Finnish translation of a text."""
    with translation.override("fi"):
        translated = gettext(words)
    assert translated != words, "the catalogue does not have it: is it in a data file?"
    return translated


def finnish_right(code: str) -> str:
    """Give the Finnish name of a right."""
    with translation.override("fi"):
        return str(dict(right_choices())[code])


def press(page: Page, words: str) -> None:
    """Press the button that says this in Finnish."""
    page.get_by_role("button", name=finnish(words), exact=True).click()
