"""A new editor imports a notice, is led from one finding to the next, completes it and publishes it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from playwright.sync_api import Locator, Page, expect

from privacy.models import NoticePage, NoticeVersion
from tests.browser.editing import log_in, publish, write_into
from tests.browser.looking import RULES
from tests.browser.words import finnish, press

pytestmark = pytest.mark.browser

DOCUMENT = Path(settings.BASE_DIR) / "home" / "demo" / "samples" / "pyoramatkat-asiakasrekisteri.txt"


def import_document(page: Page) -> NoticePage:
    """Make the draft of the sample."""
    page.goto("/admin/privacy/import/")
    page.locator("[name=file]").set_input_files(DOCUMENT)
    press(page, "Read the notice")
    press(page, "Create draft")
    expect(page.locator(".messages")).to_contain_text(
        finnish("The draft was made. Compare it with the original; the privacy checks tell what is still missing.")
    )
    return NoticePage.objects.get(pk=page.url.split("/")[-3])


def checks(page: Page) -> Locator:
    """Open the panel of the checks; Wagtail opens it again by itself when the page comes back."""
    page.locator("[data-side-panel-toggle='privacy-checks']").click()
    return shown_checks(page)


def shown_checks(page: Page) -> Locator:
    """Give the panel of the checks, which is open."""
    panel = page.locator("[data-side-panel='privacy-checks']")
    expect(panel.locator("meter")).to_be_visible()
    return panel


def section(page: Page, key: str) -> Locator:
    """Give a section of the editor by its type."""
    return page.locator(f"[data-streamfield-child]:has(> input[name$='-type'][value='{key}'])")


def save(page: Page) -> None:
    """Save the draft, and wait for the editor to come back."""
    with page.expect_navigation():
        page.get_by_role("button", name="Tallenna luonnos").click()


def expect_told(panel: Locator, told: int, of: int) -> None:
    """Expect the meter to count so many of the items that the law asks for."""
    expect(panel.locator("meter")).to_have_attribute("value", str(told))
    expect(panel.locator("meter")).to_have_attribute("max", str(of))


def test_imported_notice_is_completed_by_its_findings_and_published(open_browser: Callable[..., Page]) -> None:
    editor = log_in(open_browser, "editor")
    draft = import_document(editor)
    panel = checks(editor)
    missing = panel.locator(".privacy-finding--error", has_text="PN030")
    missing.locator("a[data-privacy-jump]").click()
    rights = section(editor, "rights_overview")
    expect(rights.locator("[name$='-value-fill']")).to_be_in_viewport()
    rights.locator("[name$='-value-fill']").select_option("auto_and_text")
    save(editor)

    panel = shown_checks(editor)
    expect(panel.locator(".privacy-finding--error")).to_have_count(0)
    expect_told(panel, 16, of=17)
    panel.locator("button[data-privacy-add=mandatory_data]").first.click()
    added = section(editor, "mandatory_data")
    expect(added).to_be_in_viewport()
    before = added.locator("xpath=preceding-sibling::*[@data-streamfield-child][1]/input[contains(@name,'-type')]")
    expect(before).to_have_value("sources")
    write_into(added, "Ilman nimeä ja yhteystietoja matkaa ei voi varata.")
    save(editor)

    panel = shown_checks(editor)
    expect_told(panel, 17, of=17)
    # The editor around the panel is Wagtail's.
    assert Axe().run(editor, "[data-side-panel='privacy-checks']", options=RULES).violations_count == 0
    publish(editor)
    assert NoticePage.objects.get(pk=draft.pk).live
    assert NoticeVersion.objects.get(page=draft.pk).findings is not None


def test_panel_makes_way_for_the_editor_on_a_phone(open_browser: Callable[..., Page]) -> None:
    editor = log_in(open_browser, "editor")
    import_document(editor)
    editor.set_viewport_size({"width": 390, "height": 844})
    panel = checks(editor)
    panel.locator("a[data-privacy-jump]").first.click()
    expect(panel).to_be_hidden()
    expect(section(editor, "rights_overview")).to_be_in_viewport()

    panel = checks(editor)
    panel.locator("button[data-privacy-add=mandatory_data]").first.click()
    expect(panel).to_be_hidden()
    expect(section(editor, "mandatory_data")).to_be_in_viewport()
