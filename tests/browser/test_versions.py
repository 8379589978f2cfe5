"""What a notice said before, as visitors read it, and how an editor makes and withdraws a version."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Locator, Page, expect

from privacy.models import NoticePage
from tests.browser.editing import log_in, publish, write_into
from tests.browser.looking import faults_of
from tests.browser.words import finnish, press

pytestmark = pytest.mark.browser

LAST_SUMMER = timezone.localdate() - timedelta(weeks=12)
SUMMARY = "Säilytämme tositteet kymmenen vuotta."


def notice(register: str = "varhaiskasvatus") -> NoticePage:
    """Give the Finnish notice of a register."""
    return NoticePage.objects.get(main_register__slug=register, locale__language_code="fi")


def decoration(element: Locator) -> str:
    """Give the line that is drawn through or under an element."""
    return str(element.first.evaluate("element => getComputedStyle(element).textDecorationLine"))


@pytest.mark.parametrize(
    "rest",
    [
        "",
        "versions/",
        "versions/1-0/",
        "versions/4-0/",
        "versions/1-0/compare/2-0/",
        "versions/3-1/compare/4-0/",
        f"on/{LAST_SUMMER}/",
        "on/2017-05-03/",
    ],
)
def test_pages_of_the_archive_are_without_faults(page: Page, rest: str) -> None:
    answer = page.goto(f"{notice().get_url()}{rest}")
    assert answer is not None
    assert answer.status == 200
    assert faults_of(page) == []


def test_archive_of_an_unpublished_notice_says_so_and_is_without_faults(page: Page) -> None:
    unpublished = notice("kivikoura-verkkokauppa")
    address = unpublished.get_url()
    unpublished.unpublish()
    page.goto(f"{address}versions/")
    expect(page.locator(".note-important")).to_be_visible()
    expect(page.locator(".versions .mark").first).to_have_text(finnish("Last in force"))
    assert faults_of(page) == []


def test_difference_is_found_and_read_without_javascript(open_browser: Callable[..., Page]) -> None:
    page = open_browser(java_script_enabled=False)
    page.goto(notice().get_url())
    page.locator(".facts-box").get_by_role("link", name=finnish("All versions")).click()
    expect(page.locator(".versions > li")).to_have_count(6)
    page.get_by_role("link", name=finnish("What changed from version %(number)s") % {"number": "2.1"}).click()
    expect(page).to_have_url(re.compile("versions/2-1/compare/3-0/$"))
    expect(page.locator("ins", has_text="ja avointa toimintaa")).to_be_visible()
    page.locator("details summary").first.click()
    expect(page.locator("details").first).to_have_attribute("open", "")


def test_changed_words_are_told_apart_without_colour(page: Page) -> None:
    page.goto(f"{notice().get_url()}versions/2-1/compare/3-0/")
    assert "underline" in decoration(page.locator(".section ins"))
    assert "line-through" in decoration(page.locator(".section del"))


def test_difference_is_walked_with_the_keyboard(page: Page) -> None:
    page.goto(f"{notice().get_url()}versions/3-1/compare/4-0/")
    page.locator(".changed-sections a").first.focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("#"))
    page.locator(".changed-sections a").last.focus()
    page.keyboard.press("Tab")
    expect(page.locator("details summary").first).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("details").first).to_have_attribute("open", "")


def test_version_on_paper_names_itself_on_every_sheet_and_has_no_navigation(page: Page) -> None:
    page.goto(f"{notice().get_url()}versions/1-0/")
    digest = page.locator(".digest").inner_text()
    page.emulate_media(media="print")
    for navigation in ("nav.languages", ".contents", ".skip-link", ".site-footer", ".note .no-print"):
        expect(page.locator(navigation)).to_be_hidden()
    sheet = page.evaluate("getComputedStyle(document.documentElement).getPropertyValue('--sheet')")
    assert "1.0" in sheet
    assert digest in sheet
    assert page.pdf(format="A4").startswith(b"%PDF")


def test_editor_publishes_a_material_change_that_visitors_can_compare(open_browser: Callable[..., Page]) -> None:
    changed = notice("kaarnavene-asiakkaat")
    block = next(block.id for block in changed.body if block.block_type == "introduction")
    admin = log_in(open_browser, "editor")
    admin.goto(f"/admin/pages/{changed.pk}/edit/")
    write_into(admin.locator(f"[data-contentpath='{block}']"), " Myymme myös vuokravälineitä.")
    admin.locator("[name=version_kind]").select_option("major")
    admin.locator("[name=version_summary]").fill(SUMMARY)
    publish(admin)

    visitor = open_browser()
    visitor.goto(f"{changed.get_url()}versions/")
    newest = visitor.locator(".versions > li").first
    expect(newest).to_contain_text(finnish("Version %(number)s") % {"number": "3.0"})
    expect(newest).to_contain_text(SUMMARY)
    newest.get_by_role("link", name=finnish("What changed from version %(number)s") % {"number": "2.0"}).click()
    expect(visitor.locator("ins", has_text="Myymme myös vuokravälineitä.")).to_be_visible()


def test_editor_withdraws_a_version_that_is_to_come(open_browser: Callable[..., Page]) -> None:
    page = notice()
    visitor = open_browser()
    visitor.goto(page.get_url())
    expect(visitor.get_by_role("link", name=finnish("What changes"))).to_be_visible()

    admin = log_in(open_browser, "editor")
    admin.goto(f"/admin/pages/{page.pk}/edit/")
    admin.get_by_role("tab", name=finnish("Versions")).click()
    admin.get_by_role("link", name="Peru 4.0", exact=True).click()
    expect(admin.locator("#header-title")).to_contain_text("4.0")
    admin.locator("[name=reason]").fill("Käyttöönotto siirtyy.")
    press(admin, "Withdraw")
    expect(admin.locator("main, #main").first).to_contain_text("Käyttöönotto siirtyy.")

    visitor.reload()
    expect(visitor.get_by_role("link", name=finnish("What changes"))).to_have_count(0)
    visitor.goto(f"{page.get_url()}versions/")
    state = visitor.locator(".versions > li").first.locator(".mark")
    expect(state).to_have_text("Peruttu ennen voimaantuloa")
