"""An editor's ways in the admin."""

import re
from collections.abc import Callable

from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import PASSWORD


def log_in(open_browser: Callable[..., Page], username: str) -> Page:
    """Open a browser in which a user of the demo has logged in."""
    page = open_browser()
    page.goto("/admin/")
    page.locator("[name=username]").fill(username)
    page.locator("[name=password]").fill(PASSWORD)
    page.locator("form [type=submit]").click()
    expect(page).to_have_url("/admin/")
    return page


def open_watched(page: Page, path: str) -> None:
    """Open a form, and wait until Wagtail notices what is typed into it: two seconds, after which it looks first."""
    mark = "document.documentElement.dataset.edits = 'watched'"
    page.add_init_script(f"addEventListener('w-unsaved:watch-edits', () => {{ {mark} }})")
    page.goto(path)
    expect(page.locator("html")).to_have_attribute("data-edits", "watched")


def press_publish(page: Page) -> None:
    """Press the button in the menu beside "save draft"."""
    page.locator("footer .w-dropdown__toggle, .footer .w-dropdown__toggle").click()
    page.locator("button[name=action-publish]").click()


def publish(page: Page, *, reason: str = "") -> None:
    """Publish what is being edited; with a reason for the errors that are open, which is asked first."""
    press_publish(page)
    if reason:
        page.locator("[name=publication_reason]").fill(reason)
        press_publish(page)
    expect(page.locator(".messages .success, .messages [class*=success]").first).to_be_visible()


def write_into(block: Locator, words: str) -> None:
    """Add words to the end of the rich text of a section, and wait until the form has them."""
    editor = block.locator(".public-DraftEditor-content")
    editor.click()
    editor.press("Control+End")
    editor.press_sequentially(words)
    expect(block.locator("input[name$=text]")).to_have_value(re.compile(re.escape(words)))


def choose(page: Page, field: str, name: str) -> None:
    """Choose a record for a field in the dialogue of its chooser."""
    page.locator(f"#{field}-chooser [data-chooser-action-choose]:visible").click()
    page.locator(".modal-content").get_by_role("link", name=name, exact=True).click()
    expect(page.locator(f"#{field}-chooser [data-chooser-title]")).to_have_text(name)
