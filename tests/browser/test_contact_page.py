"""The contact without an account: opens the case by the letter's link and a code, and marks it answered."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from privacy.models import CaseLink, RightsRequest
from privacy.rights.choices import Outcome, ReasonCode, State
from privacy.rights.steps import EventKind
from tests.browser.answering import fill_answer, open_case, open_link, type_code
from tests.browser.asking import PERSON, VISITOR, sent_to
from tests.browser.letters import code_in, letter_to
from tests.browser.words import finnish, press

pytestmark = pytest.mark.browser

CONTACT = "asiakaspalvelu@kaarnavene.example.fi"
REGISTER = "kaarnavene-asiakkaat"


@pytest.fixture
def request_() -> RightsRequest:
    """Give a request; the contact's letter is in the outbox."""
    return sent_to(REGISTER)


@pytest.fixture
def contact(page: Page, request_: RightsRequest) -> Page:
    """Give the contact's page, on which the link of the letter has been opened."""
    open_link(page, CONTACT)
    return page


def test_link_shows_nothing_of_the_request_and_changes_nothing(page: Page, request_: RightsRequest) -> None:
    before = records_of(request_)
    for _time in range(2):
        open_link(page, CONTACT)
        for personal in (PERSON, VISITOR, request_.number):
            expect(page.locator("body")).not_to_contain_text(personal)
    assert records_of(request_) == before


def records_of(request: RightsRequest) -> list[dict[str, Any]]:
    """Give the rows of a request, of its link, events and letters."""
    related = (CaseLink.objects.filter(request=request), request.events, request.messages)
    return [*RightsRequest.objects.filter(pk=request.pk).values(), *(row for rows in related for row in rows.values())]


def test_wrong_code_is_told_and_opens_nothing(contact: Page, request_: RightsRequest) -> None:
    press(contact, "Send me the code")
    right = code_in(letter_to(CONTACT))
    contact.locator("[name=code]").fill("000000" if right != "000000" else "111111")
    press(contact, "Open the request")

    expect(contact.locator(".error-summary")).to_be_focused()
    expect(contact.locator(".field-code .error")).to_contain_text(
        finnish("The code is not right or not valid any more. Ask for a new one if needed.")
    )
    expect(contact.locator("body")).not_to_contain_text(PERSON)

    type_code(contact, CONTACT)
    expect(contact.locator("body")).to_contain_text(PERSON)


def test_contact_takes_the_request_on_and_marks_it_refused_with_a_copy_of_the_answer(
    contact: Page, request_: RightsRequest, tmp_path: Path
) -> None:
    answer = tmp_path / "vastaus.pdf"
    answer.write_bytes(b"%PDF-1.4 vastaus")
    open_case(contact, CONTACT)
    expect(contact.get_by_role("heading", level=1)).to_contain_text(request_.number)
    expect(contact.locator("body")).to_contain_text(PERSON)

    press(contact, "I am handling this")
    expect(contact.get_by_role("button", name=finnish("I am handling this"))).to_have_count(0)
    request_.refresh_from_db()
    assert request_.state == State.IN_PROGRESS

    fill_answer(contact, Outcome.REFUSED)
    contact.locator("[name=copy]").set_input_files(answer)
    press(contact, "Mark as answered")
    expect(contact.locator(".error-summary")).to_be_focused()
    request_.refresh_from_db()
    assert request_.state == State.IN_PROGRESS

    contact.locator("[name^=reason_]").select_option(ReasonCode.values[0])
    contact.locator("[name=reasons_told]").check()
    contact.locator("[name=copy]").set_input_files(answer)
    press(contact, "Mark as answered")
    expect(contact.locator(".lead")).to_have_text(
        finnish("The request has been answered. You need not do anything more.")
    )
    expect(contact.get_by_role("button", name=finnish("Mark as answered"))).to_have_count(0)

    request_.refresh_from_db()
    item = request_.items.get()
    assert (request_.state, item.outcome, item.reason_code) == (State.CLOSED, Outcome.REFUSED, ReasonCode.values[0])
    assert [attachment.name for attachment in request_.attachments.all()] == ["vastaus.pdf"]
    assert request_.events.filter(kind=EventKind.CLOSED).exists()


def test_closed_page_asks_for_a_code_again(contact: Page, request_: RightsRequest) -> None:
    open_case(contact, CONTACT)
    press(contact, "Close this page")
    expect(contact.get_by_role("button", name=finnish("Send me the code"))).to_be_visible()
    expect(contact.locator("body")).not_to_contain_text(PERSON)


def test_contact_answers_without_scripts(open_browser: Callable[..., Page], request_: RightsRequest) -> None:
    contact = open_browser(java_script_enabled=False)
    open_link(contact, CONTACT)
    open_case(contact, CONTACT)
    fill_answer(contact, Outcome.FULFILLED)
    press(contact, "Mark as answered")
    expect(contact.locator(".lead")).to_have_text(
        finnish("The request has been answered. You need not do anything more.")
    )
