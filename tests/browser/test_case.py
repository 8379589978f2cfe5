"""A new handler at the page of a case: answers, refuses, extends, records a call, and finds what is late."""

import os
import re
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import Page, expect

from privacy.models import RightsRequest
from privacy.rights.choices import Outcome, State
from tests.browser.asking import VISITOR, sent_to
from tests.browser.editing import log_in
from tests.browser.letters import letter_to
from tests.browser.looking import faults_of
from tests.browser.words import finnish

pytestmark = pytest.mark.browser

# A folder for pictures of what the tests see; none are taken without it.
PICTURES = os.environ.get("INBOX_PICTURES", "")


def picture(page: Page, name: str) -> None:
    if PICTURES:
        page.screenshot(path=Path(PICTURES) / f"{name}.png", full_page=True)


def of_person(name: str) -> RightsRequest:
    """Give the newest request of a person of the demo."""
    return RightsRequest.objects.filter(persons__name=name).latest("received_at")


def case_of(request: RightsRequest) -> str:
    return reverse("privacy_requests:case", args=[request.number])


def cut_off(page: Page) -> list[str]:
    """Give what can be read or filled in and reaches beyond the right edge of the window."""
    return page.evaluate(
        """() => [...document.querySelectorAll("main :is(p, dd, li, input, select, textarea, button, svg)")]
        .filter((part) => part.checkVisibility() && part.getBoundingClientRect().right > innerWidth + 1)
        .map((part) => part.outerHTML.slice(0, 120))"""
    )


def follow(page: Page, words: str) -> None:
    """Follow a button of the case page that leads to a step."""
    page.locator("#case-next-section").get_by_role("link", name=finnish(words), exact=True).click()


def finish(page: Page) -> None:
    """Press the button of the form."""
    page.locator("footer button[type=submit]").first.click()


@pytest.mark.parametrize("width", [1280, 390])
def test_access_request_is_answered_by_the_letter_that_is_made_of_the_outcome(
    open_browser: Callable[..., Page], width: int
) -> None:
    request = sent_to("pihkakivi-asiakkaat")
    item = request.items.get()
    page = log_in(open_browser, "handler")
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(case_of(request))
    picture(page, f"case-{width}")
    assert cut_off(page) == []
    follow(page, "Answer")
    page.locator(f"[name=outcome_{item.pk}]").select_option("fulfilled")
    page.locator(f"[name=facts_{item.pk}]").fill("Nimesi, osoitteesi ja kaksi tilausta.")
    expect(page.locator("[name=text]")).to_have_value(_containing("kaksi tilausta"))
    expect(page.locator("[name=answered_on]")).to_be_hidden()
    copy = {"name": "tiedot.csv", "mimeType": "text/csv", "buffer": b"nimi;osoite"}
    page.locator("[name=enclosures]").set_input_files(copy)  # type: ignore[arg-type]
    picture(page, f"answer-{width}")
    assert cut_off(page) == []
    finish(page)
    expect(page).to_have_url(_ending(case_of(request)))
    request.refresh_from_db()
    assert request.state == State.CLOSED
    letter = letter_to(VISITOR)
    assert "kaksi tilausta" in letter.body
    assert "/privacy/files/" in letter.body
    assert letter.attachments == []


def test_erasure_is_refused_with_reasons_and_what_is_missing_is_told_beside_the_field(
    open_browser: Callable[..., Page],
) -> None:
    request = of_person("Selma Rantakoivu")
    item = request.items.get()
    page = log_in(open_browser, "handler")
    page.goto(case_of(request))
    follow(page, "Answer")
    page.locator(f"[name=outcome_{item.pk}]").select_option("refused")
    finish(page)
    expect(page.get_by_text(finnish("Choose the reason: the person must be told it."))).to_be_visible()
    picture(page, "answer-missing")
    page.locator(f"[name=reason_{item.pk}]").select_option("legal_obligation")
    page.locator(f"[name=facts_{item.pk}]").fill("Kuitit säilytetään kuusi vuotta.")
    text = page.locator("[name=text]")
    expect(text).to_have_value(_containing("kuusi vuotta"))
    text.fill(f"{text.input_value()}\n\nTervetuloa käymään.")
    # Enter neither sends the letter nor writes it anew.
    page.locator("[name=subject]").press("Enter")
    expect(text).to_have_value(_containing("Tervetuloa käymään."))
    finish(page)
    expect(page).to_have_url(_ending(case_of(request)))
    item.refresh_from_db()
    assert (item.outcome, item.reasons_told) == (Outcome.REFUSED, True)
    body = letter_to("selma.rantakoivu@example.com").body
    assert "tietosuojavaltuutetun" in body
    assert "kuusi vuotta" in body
    assert "Tervetuloa käymään." in body


def test_time_limit_is_extended_from_the_menu(open_browser: Callable[..., Page]) -> None:
    request = of_person("Cordelia Thackeray")
    page = log_in(open_browser, "handler")
    page.goto(case_of(request))
    follow(page, "Extend the time limit")
    page.locator("[name=reason_code][value=complexity]").check()
    page.locator("[name=reason]").fill("Your data are in six systems.")
    picture(page, "extend")
    finish(page)
    page.locator("[name=letter_text]").fill(page.locator("[name=letter_text]").input_value() + " Sorry for the wait.")
    picture(page, "extend-letter")
    finish(page)
    expect(page).to_have_url(_ending(case_of(request)))
    old = request.due_on
    request.refresh_from_db()
    assert request.due_on > old + timedelta(days=50)
    picture(page, "extended")
    assert "Sorry for the wait." in letter_to("cordelia.thackeray@example.com").body


def test_telephone_call_is_recorded_from_the_list(open_browser: Callable[..., Page]) -> None:
    page = log_in(open_browser, "handler")
    page.goto(reverse("privacy_requests:index"))
    page.get_by_role("link", name=finnish("Record a request")).first.click()
    page.locator("[name=register]").select_option(label="Kaarnaveneen verkkokaupan asiakasrekisteri")
    page.locator("[name=rights][value=marketing_objection]").check()
    page.locator("[name=finding_details]").fill("040 000 0199")
    page.locator("[name=reply_channel][value=phone]").check()
    finish(page)
    expect(page.locator("[name=finding_details]")).to_have_value("040 000 0199")
    picture(page, "record-missing")
    page.locator("[name=phone]").fill("+358400000199")
    finish(page)
    newest = RightsRequest.objects.latest("pk")
    expect(page).to_have_url(_ending(case_of(newest)))
    assert (newest.channel, newest.received_on) == ("phone", timezone.localdate())


def test_overdue_case_is_found_from_the_home_page_and_tells_that_it_is_late(
    open_browser: Callable[..., Page],
) -> None:
    request = of_person("Unto Pihlajamaa")
    page = log_in(open_browser, "handler")
    page.get_by_role("link", name=request.number).first.click()
    expect(page.locator("#case-clock-section")).to_contain_text("myöhässä")
    picture(page, "overdue-case")


def test_pages_of_a_case_are_without_faults(open_browser: Callable[..., Page]) -> None:
    page = log_in(open_browser, "admin")
    waiting, late = of_person("Linnea Björklund"), of_person("Unto Pihlajamaa")
    addresses = [
        case_of(waiting),
        case_of(late),
        reverse("privacy_requests:step_answer", args=[late.number]),
        reverse("privacy_requests:step_ask_identity", args=[late.number]),
        reverse("privacy_requests:step_move", args=[late.number]),
        reverse("privacy_requests:step_tell_recipients", args=[late.number]),
        reverse("privacy_requests:record"),
    ]
    faults = []
    for place, address in enumerate(addresses):
        page.goto(address)
        picture(page, f"faultless-{place}")
        faults += faults_of(page)
    assert faults == []


def _containing(words: str) -> re.Pattern[str]:
    return re.compile(re.escape(words))


def _ending(path: str) -> re.Pattern[str]:
    return re.compile(re.escape(path) + "$")
