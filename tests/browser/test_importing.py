"""An editor imports a notice, by paste and by file, looks it through, and looks at the draft."""

from collections.abc import Callable
from pathlib import Path

import pytest
from django.conf import settings
from playwright.sync_api import Page, expect

from privacy.models import NoticePage
from tests.browser.editing import log_in
from tests.browser.looking import faults_of
from tests.browser.words import finnish, press

pytestmark = pytest.mark.browser

SAMPLES = Path(settings.BASE_DIR) / "home" / "demo" / "samples"
TEXT = SAMPLES / "pyoramatkat-asiakasrekisteri.txt"
WORD = SAMPLES / "koivuranta-jasenet.docx"


@pytest.fixture
def editor(open_browser: Callable[..., Page]) -> Page:
    """Give the editor's page."""
    return log_in(open_browser, "editor")


def open_import(page: Page) -> None:
    """Go the way that an editor finds: by the menu."""
    page.get_by_role("button", name="Tietosuoja", exact=True).click()
    page.get_by_role("link", name=finnish("Import a notice")).click()
    expect(page.locator("[name=text]")).to_be_visible()


def draft_shown(page: Page) -> NoticePage:
    """Wait for the editor of the draft, and give the draft."""
    expect(page.locator(".messages")).to_contain_text(
        finnish("The draft was made. Compare it with the original; the privacy checks tell what is still missing.")
    )
    return NoticePage.objects.get(pk=page.url.split("/")[-3])


def test_pasted_notice_becomes_a_draft(editor: Page) -> None:
    open_import(editor)
    editor.locator("[name=text]").fill(TEXT.read_text())
    press(editor, "Read the notice")

    first = editor.locator(".import-section").first
    expect(first.locator("select")).to_have_value("controller")
    expect(first.locator(".import-source")).to_contain_text("1. REKISTERINPITÄJÄ")
    expect(editor.get_by_label("Y-tunnus")).to_have_value("8765432-1")
    press(editor, "Create draft")

    draft = draft_shown(editor)
    assert not draft.live
    editor.goto(f"/admin/pages/{draft.pk}/view_draft/")
    expect(editor.get_by_role("heading", level=1)).to_have_text("TIETOSUOJASELOSTE")
    expect(editor.locator(".notice-text")).to_contain_text("Ahjokuja 7, 33100 Tampere")
    expect(editor.locator(".notice-text li").filter(has_text="kirjanpito, jota laki edellyttää")).to_be_visible()


PASTE = """([text, html]) => {
    const field = document.querySelector('[name=text]');
    const data = new DataTransfer();
    data.setData('text/html', html);
    field.focus();
    field.dispatchEvent(new ClipboardEvent('paste', {clipboardData: data, bubbles: true}));
    document.execCommand('insertText', false, text);
}"""


def test_what_is_pasted_from_a_page_keeps_its_lists_until_it_is_changed(editor: Page) -> None:
    editor.goto("/admin/privacy/import/")
    editor.evaluate(PASTE, ["Tietosuojaseloste", "<h1>Tietosuojaseloste</h1><ul><li>a</li></ul>"])
    expect(editor.locator("[name=html]")).to_have_value("<h1>Tietosuojaseloste</h1><ul><li>a</li></ul>")
    expect(editor.locator("[name=text]")).to_have_value("Tietosuojaseloste")

    editor.locator("[name=text]").press("x")
    expect(editor.locator("[name=html]")).to_have_value("")


def test_word_file_is_split_and_merged_by_keyboard_and_without_scripts(open_browser: Callable[..., Page]) -> None:
    page = open_browser(java_script_enabled=False)
    page.goto("/admin/login/?next=/admin/privacy/import/")
    page.locator("[name=username]").fill("editor")
    page.locator("[name=password]").fill("esittely-salasana")
    page.locator("[name=password]").press("Enter")
    page.locator("[name=file]").set_input_files(WORD)
    page.locator("button[type=submit]").last.press("Enter")

    sections = page.locator(".import-section")
    before = sections.count()
    page.locator("[name=page-title]").fill("Koivurannan tietosuojaseloste")
    page.locator(".import-split").first.press("Enter")
    expect(sections).to_have_count(before + 1)
    expect(page.locator("[name=page-title]")).to_have_value("Koivurannan tietosuojaseloste")
    split = page.url.partition("#section-")[2]
    page.locator(f"button[value='merge:{split}']").press("Enter")
    expect(sections).to_have_count(before)

    page.locator("button[value=create]").press("Enter", timeout=60_000)
    expect(page.locator(".messages")).to_be_visible()
    draft = NoticePage.objects.get(title="Koivurannan tietosuojaseloste")
    assert [row.register.name for row in draft.register_rows()] == ["Jäsenrekisteri", "Vapaaehtoisten rekisteri"]


def test_errors_are_shown_beside_their_fields_and_nothing_typed_is_lost(editor: Page) -> None:
    editor.goto("/admin/privacy/import/")
    editor.locator("[name=file]").set_input_files(TEXT)
    press(editor, "Read the notice")
    editor.get_by_label("Y-tunnus").fill("8765432-2")
    editor.locator("[name=sections-3-heading]").fill("Mihin tietoja käytetään")
    press(editor, "Create draft")

    expect(editor.locator(".error-message")).to_have_count(1)
    expect(editor.get_by_label("Y-tunnus")).to_have_value("8765432-2")
    expect(editor.locator("[name=sections-3-heading]")).to_have_value("Mihin tietoja käytetään")


def test_import_has_no_faults_wide_or_narrow_light_or_dark(editor: Page) -> None:
    editor.goto("/admin/privacy/import/")
    assert faults_of(editor) == []
    editor.locator("[name=file]").set_input_files(TEXT)
    press(editor, "Read the notice")
    assert faults_of(editor) == []
