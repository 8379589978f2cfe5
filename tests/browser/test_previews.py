"""Wagtail's live preview shows what is being typed, before it is saved."""

from collections.abc import Callable

import pytest
from playwright.sync_api import FrameLocator, Page, expect

from privacy.models import NoticePage, Register
from tests.browser.editing import log_in, open_watched, write_into

pytestmark = pytest.mark.browser


@pytest.fixture
def editor(open_browser: Callable[..., Page]) -> Page:
    """Give the editor's page."""
    return log_in(open_browser, "editor")


def preview_in(page: Page) -> FrameLocator:
    """Open the preview beside the form."""
    panel = page.locator("[data-side-panel-toggle=preview]")
    if panel.get_attribute("aria-expanded") == "false":
        panel.click()
    return page.frame_locator("#w-preview-iframe")


def test_notice_is_previewed_with_its_self_filled_sections_and_what_is_typed(editor: Page) -> None:
    notice = NoticePage.objects.get(slug="asiakasrekisterin-tietosuojaseloste")
    introduction = next(block.id for block in notice.body if block.block_type == "introduction")
    open_watched(editor, f"/admin/pages/{notice.pk}/edit/")
    preview = preview_in(editor)
    expect(preview.get_by_role("heading", level=1)).to_have_text(notice.title)
    expect(preview.locator(".notice-text")).to_contain_text("Villapaja Kajo, Aino Tuulenkari")

    write_into(editor.locator(f"[data-contentpath='{introduction}']"), " Kerromme myös lampaista.")
    expect(preview.locator(".notice-text")).to_contain_text("Kerromme myös lampaista.")
    assert "lampaista" not in str(NoticePage.objects.get(pk=notice.pk).body.raw_data[0])


def test_register_is_previewed_with_the_name_that_is_typed(editor: Page) -> None:
    register = Register.objects.get(slug="villapaja-asiakkaat")
    open_watched(editor, f"/admin/snippets/privacy/register/edit/{register.pk}/")
    preview = preview_in(editor)
    expect(preview.locator("body")).to_contain_text("Asiakasrekisteri")

    editor.locator("#id_name").fill("Lankakaupan rekisteri")
    expect(preview.locator("body")).to_contain_text("Lankakaupan rekisteri")
