"""The inbox as a handler uses it: list, filter, saved view, bulk assign, from the home page, wide and narrow."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from django.urls import reverse
from playwright.sync_api import Page, expect

from privacy.models import Register, RightsRequest
from privacy.rights.choices import State
from tests.browser.editing import log_in
from tests.browser.looking import faults_of
from tests.browser.words import finnish, finnish_right, press
from tests.factories import RightsRequestFactory

pytestmark = pytest.mark.browser

HANDLER = "Maarit Harjusela"
NARROW = {"width": 390, "height": 844}
# A folder for pictures of what the tests see; none are taken without it.
PICTURES = os.environ.get("INBOX_PICTURES", "")


@pytest.fixture
def requests_() -> dict[str, RightsRequest]:
    """Give a few requests to one register in different states, instead of the demo's."""
    RightsRequest.objects.all().delete()
    register = Register.objects.get(slug="pihkakivi-asiakkaat")
    states = {
        "overdue": {"overdue": True, "person": {"name": "Kaisa Myöhäinen"}, "rights": ("access", "erasure")},
        "soon": {"due_soon": True, "person": {"name": "Sanna Pian"}},
        "new": {"person": {"name": "Uolevi Uusi", "email": "uolevi@example.com"}},
        "waiting": {
            "state": State.WAITING_IDENTITY,
            "owner_name": "Maarit Harjusela",
            "person": {"name": "Outi Odottava"},
        },
        "closed": {
            "closed": True,
            "days_ago": 50,
            "owner_name": "Maarit Harjusela",
            "person": {"name": "Valma Valmis"},
        },
    }
    return {name: RightsRequestFactory(register=register, **fields) for name, fields in states.items()}


def picture(page: Page, name: str) -> None:
    if PICTURES:
        page.screenshot(path=Path(PICTURES) / f"{name}.png", full_page=True)


def rows(page: Page) -> list[str]:
    return [row.inner_text() for row in page.locator("#listing-results tbody tr").all()]


def view(page: Page, words: str) -> None:
    """Follow the link of a saved view."""
    page.get_by_role("navigation", name=finnish("Saved views")).get_by_role("link", name=finnish(words)).click()
    page.wait_for_load_state()


def test_overdue_case_is_found_from_the_home_page(
    open_browser: Callable[..., Page], requests_: dict[str, RightsRequest]
) -> None:
    page = log_in(open_browser, "handler")
    picture(page, "home")
    page.get_by_role("link", name=requests_["overdue"].number).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(requests_["overdue"].number)


@pytest.mark.parametrize("size", [{"width": 1280, "height": 900}, NARROW], ids=["wide", "narrow"])
def test_handler_narrows_the_list_and_gives_a_request_to_himself(
    open_browser: Callable[..., Page], requests_: dict[str, RightsRequest], size: dict[str, int]
) -> None:
    page = log_in(open_browser, "handler")
    page.set_viewport_size(size)
    page.goto(reverse("privacy_requests:index"))
    width = size["width"]
    picture(page, f"list-{width}")
    names = ("Kaisa", "Sanna", "Uolevi", "Outi", "Valma")
    assert [name for row in rows(page) for name in names if name in row] == list(names)

    view(page, "Overdue")
    expect(page.locator("#listing-results tbody tr")).to_have_count(1)
    picture(page, f"overdue-{width}")
    view(page, "All")

    # Enter: Wagtail searches once more when the field is left, and a box ticked by then is ticked no more.
    box = page.get_by_role("searchbox").or_(page.locator("#id_q")).first
    box.fill("uolevi@example.com")
    box.press("Enter")
    expect(page.locator("#listing-results tbody tr")).to_have_count(1)
    picture(page, f"search-{width}")
    page.wait_for_load_state("networkidle")

    page.locator("#listing-results tbody input[type=checkbox]").check()
    page.get_by_role("link", name=finnish("Assign the selected requests to a handler")).click()
    picture(page, f"assign-{width}")
    page.locator("select[name=handler]").select_option(label=HANDLER)
    press(page, "Assign")
    requests_["new"].refresh_from_db()
    assert requests_["new"].owner_name == HANDLER
    expect(page.locator("#listing-results tbody tr")).to_have_count(1)
    expect(page.locator("#listing-results")).to_contain_text(HANDLER)


def test_filter_is_chosen_in_the_header_and_shown_as_active(
    open_browser: Callable[..., Page], requests_: dict[str, RightsRequest]
) -> None:
    page = log_in(open_browser, "handler")
    page.goto(reverse("privacy_requests:index"))
    page.locator("#filters-drilldown button").first.click()
    picture(page, "filters")
    page.get_by_role("button", name=finnish("Right"), exact=True).click()
    page.get_by_role("checkbox", name=finnish_right("erasure")).check()
    expect(page.locator("#listing-results tbody tr")).to_have_count(1)
    expect(page.locator("#listing-results")).to_contain_text(finnish_right("erasure"))
    picture(page, "filtered")


@pytest.mark.parametrize("name", ["privacy_requests:index", "privacy_reports:index", "privacy_access:index"])
def test_screens_of_the_inbox_are_without_faults(
    open_browser: Callable[..., Page], requests_: dict[str, RightsRequest], name: str
) -> None:
    page = log_in(open_browser, "admin")
    page.goto(reverse(name))
    picture(page, name.partition(":")[0])
    assert faults_of(page) == []


def test_case_file_and_access_of_a_register_are_without_faults(
    open_browser: Callable[..., Page], requests_: dict[str, RightsRequest]
) -> None:
    page = log_in(open_browser, "admin")
    request = requests_["overdue"]
    register = request.items.first().register
    for name, key in (("print", request.number), ("readings", request.number)):
        page.goto(reverse(f"privacy_requests:{name}", args=[key]))
        picture(page, name)
        assert faults_of(page) == []
    page.goto(reverse("privacy_access:edit", args=[register.pk]))
    picture(page, "access-edit")
    assert faults_of(page) == []
