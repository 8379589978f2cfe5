"""The four steps of a contact's page, and what they write to the person and to the next contact."""

from typing import Any

import pytest
from django.test import Client

from privacy.models import CaseLink, RightsRequest
from privacy.rights import actions
from privacy.rights.choices import State
from tests.factories import ContactFactory, RegisterFactory
from tests.privacy.rights.browsing import Visitor
from tests.privacy.rights.builders import PERSON, handler_for, incoming_for

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site")]


@pytest.fixture
def request_() -> RightsRequest:
    contacts = [ContactFactory(email="eka@example.fi"), ContactFactory(email="toka@example.fi")]
    return actions.receive_request(incoming=incoming_for(RegisterFactory(contacts=contacts, routes=contacts)))


@pytest.fixture
def contact(client: Client, request_: RightsRequest) -> Visitor:
    token = request_.messages.get(kind="notification").text.split("/privacy/case/")[1].split("/")[0]
    visitor = Visitor(client, f"/privacy/case/{token}/").open().press("code")
    code = request_.messages.get(kind="case_code").text.split("\n")[0]
    return visitor.press("open", code="".join(filter(str.isdigit, code))).open()


def test_question_goes_to_the_person_through_the_system(contact: Visitor, request_: RightsRequest) -> None:
    contact.press("ask", about="clarification", question="Mitä vuotta tarkoitat?")
    letter = request_.messages.get(kind="clarification_question")
    assert (letter.to, letter.language) == (PERSON.email, "fi")
    assert "Mitä vuotta tarkoitat?" in letter.text
    request_.refresh_from_db()
    assert (request_.state, request_.suspended_on) == (State.WAITING_CLARIFICATION, None)
    contact.open().press("resume")
    request_.refresh_from_db()
    assert request_.state == State.IN_PROGRESS


def test_prompt_question_about_identity_stops_the_clock(contact: Visitor, request_: RightsRequest) -> None:
    contact.press("ask", about="identity", question="Mistä osoitteesta asioit?")
    request_.refresh_from_db()
    assert (request_.state, request_.suspended_on) == (State.WAITING_IDENTITY, request_.received_on)
    contact.open().press("resume")
    request_.refresh_from_db()
    assert (request_.state, request_.suspended_on) == (State.IN_PROGRESS, None)


def test_empty_question_is_told_on_the_page(contact: Visitor, request_: RightsRequest) -> None:
    contact.press("ask", about="identity", question=" ")
    assert contact.soup.select_one(".error-summary")
    assert not request_.messages.filter(kind="identity_question").exists()


def test_request_is_passed_on_and_the_link_closes_in_words(contact: Visitor, request_: RightsRequest) -> None:
    contact.press("decline", reason="Kuuluu laskutukseen")
    assert contact.response.status_code == 303
    contact.open()
    assert "välitettiin" in contact.text
    assert request_.messages.filter(kind="notification").last().to == "toka@example.fi"
    assert "välitettiin" not in contact.open().text


def test_page_that_is_out_of_date_saves_nothing_and_says_what_changed(
    contact: Visitor, request_: RightsRequest
) -> None:
    fields = contact.fields()
    actions.take_on_request(request=request_, acting=handler_for(request_))
    contact.press("ask", about="clarification", question="Mitä?", seen=fields["seen"][0])
    assert "Otettu käsittelyyn" in contact.text
    assert not request_.messages.filter(kind="clarification_question").exists()


@pytest.mark.parametrize("seen", ["x", "", "-1", "9" * 40, None])
def test_version_that_is_no_number_is_passed_over(contact: Visitor, request_: RightsRequest, seen: Any) -> None:
    assert contact.press("take-on", seen=seen).response.status_code == 303


def test_sheet_is_for_opened_cases_only_and_holds_the_request(
    contact: Visitor, request_: RightsRequest, client: Client
) -> None:
    page = client.get(f"{contact.address}sheet/")
    assert PERSON.name in page.content.decode()
    assert "no-store" in page.headers["Cache-Control"]
    stranger = Client().get(f"{contact.address}sheet/")
    assert stranger.status_code == 302
    assert Client().get("/privacy/case/x/sheet/").status_code == 404


def test_contact_whose_mailbox_changes_gets_a_new_link_when_it_is_published(request_: RightsRequest) -> None:
    contact = CaseLink.objects.get().contact
    assert contact is not None
    contact.email = "uusi@example.fi"
    contact.save_revision().publish()
    assert request_.messages.filter(kind="notification").last().to == "uusi@example.fi"
    assert CaseLink.objects.valid().get().email == "uusi@example.fi"
