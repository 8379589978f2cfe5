"""Notes, case numbers, paper letters, parties that are told, documents, holds and new links."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from privacy.models import CaseLink, RegisterJointController
from privacy.rights import actions
from privacy.rights.actions.notify import PartyEntry
from privacy.rights.errors import (
    DayNotPossible,
    NobodyElse,
    NotPublicBody,
    ReasonMissing,
    ReviewDayMissing,
    StepNotPossible,
    TextMissing,
)
from tests.factories import ContactFactory, ControllerFactory, RegisterFactory, RightsRequestFactory
from tests.privacy.rights.builders import LETTER, days_ago, handler_for, handler_of, incoming_for

pytestmark = pytest.mark.django_db


def test_note_is_kept_in_the_history_and_sent_to_nobody() -> None:
    request = RightsRequestFactory()
    actions.add_note(request=request, acting=handler_for(request), text=" Soitettu, ei vastausta ")
    assert request.events.get(kind="noted").text == "Soitettu, ei vastausta"
    assert not request.messages.exists()
    with pytest.raises(TextMissing):
        actions.add_note(request=request, acting=handler_for(request), text=" ")


def test_case_number_stands_in_letters() -> None:
    request = RightsRequestFactory()
    actions.set_case_number(request=request, acting=handler_for(request), reference="D/12/2026")
    actions.ask_identity(request=request, acting=handler_for(request), letter=LETTER)
    assert "D/12/2026" in request.messages.get(kind="identity_question").text


def test_printed_letter_is_delivered_once_and_on_a_possible_day() -> None:
    request = RightsRequestFactory(reply_channel="post", person={"email": "", "postal_address": "Tie 1"})
    acting = handler_for(request)
    actions.ask_clarification(request=request, acting=acting, letter=LETTER)
    letter = request.messages.get()
    with pytest.raises(DayNotPossible):
        actions.mark_letter_delivered(request=request, acting=acting, message=letter, delivered_on=days_ago(-1))
    actions.mark_letter_delivered(request=request, acting=acting, message=letter)
    letter.refresh_from_db()
    assert letter.state == "sent"
    with pytest.raises(StepNotPossible):
        actions.mark_letter_delivered(request=request, acting=acting, message=letter)


def test_checklist_of_recipients_is_kept_and_updated() -> None:
    request = RightsRequestFactory()
    acting = handler_for(request)
    today = timezone.localdate()
    with pytest.raises(ReasonMissing):
        actions.tell_recipients(request=request, acting=acting, entries=[PartyEntry("Perintä Oy", "impossible")])
    entry = PartyEntry("Perintä Oy", "impossible", reason="Yritys on lopetettu")
    actions.tell_recipients(request=request, acting=acting, entries=[entry])
    told = PartyEntry("Perintä Oy", told_on=today, method="kirje")
    actions.tell_recipients(request=request, acting=acting, entries=[told])
    party = request.told_parties.get()
    assert (party.status, party.told_on, party.method, party.reason) == ("told", today, "kirje", "")


def test_other_joint_controllers_are_told_without_naming_the_person() -> None:
    register = RegisterFactory(name="Yhteinen")
    others = [ControllerFactory(email="kumppani@example.com", main_language="sv"), ControllerFactory(email="")]
    for other in others:
        RegisterJointController.objects.create(register=register, controller=other)
    request = RightsRequestFactory(register=register)
    actions.tell_joint_controllers(request=request, acting=handler_for(request))
    letter = request.messages.get()
    assert (letter.to, letter.language) == ("kumppani@example.com", "sv")
    assert "Oona" not in letter.text + letter.html
    days = dict(request.told_parties.values_list("name", "told_on"))
    assert days == {others[0].name: timezone.localdate(), others[1].name: None}


def test_register_of_one_controller_has_nobody_else_to_tell() -> None:
    request = RightsRequestFactory()
    with pytest.raises(NobodyElse):
        actions.tell_joint_controllers(request=request, acting=handler_for(request))


def test_document_request_has_its_shorter_limit_beside_the_other() -> None:
    request = RightsRequestFactory(register=RegisterFactory(controller=ControllerFactory(kind="public_body")))
    due = request.due_on
    request = actions.take_as_document_request(request=request, acting=handler_for(request))
    assert (request.document_due_on, request.due_on) == (request.received_on + timedelta(days=14), due)
    assert "julkisuudesta" in request.messages.get(kind="document_request").text
    company = RightsRequestFactory()
    with pytest.raises(NotPublicBody):
        actions.take_as_document_request(request=company, acting=handler_for(company))


def test_hold_needs_a_reason_and_a_day_of_review() -> None:
    request = RightsRequestFactory(closed=True)
    acting, later = handler_for(request), days_ago(-90)
    with pytest.raises(ReasonMissing):
        actions.set_hold(request=request, acting=acting, reason="", review_on=later)
    with pytest.raises(ReviewDayMissing):
        actions.set_hold(request=request, acting=acting, reason="Kantelu", review_on=days_ago(0))
    request = actions.set_hold(request=request, acting=acting, reason="Kantelu", review_on=later)
    assert (request.on_hold, request.hold_review_on) == (True, later)
    request = actions.lift_hold(request=request, acting=acting, reason="Ratkaistu")
    assert not request.on_hold
    with pytest.raises(StepNotPossible):
        actions.lift_hold(request=request, acting=acting, reason="Ratkaistu")


def test_new_link_closes_the_former_one() -> None:
    request = actions.receive_request(incoming=incoming_for(RegisterFactory(routes=[ContactFactory()])))
    old = CaseLink.objects.get()
    actions.renew_link(request=request, acting=handler_for(request))
    new = CaseLink.objects.valid().get()
    assert new.pk != old.pk
    assert request.messages.filter(kind="notification").count() == 2


def test_new_link_for_an_unknown_register_closes_the_former_one_too() -> None:
    register = RegisterFactory(controller__email="rp@example.fi")
    request = actions.receive_request(incoming=incoming_for(None, controller=register.controller))
    actions.renew_link(request=request, acting=handler_of(register))
    assert CaseLink.objects.count() == 2
    assert CaseLink.objects.valid().count() == 1


def test_contact_with_a_new_mailbox_gets_new_links_to_open_requests_only(settings: Any) -> None:
    contact = ContactFactory(email="vanha@example.fi")
    register = RegisterFactory(routes=[contact])
    first, second = (actions.receive_request(incoming=incoming_for(register)) for _ in range(2))
    type(second).objects.filter(pk=second.pk).update(state="closed")
    contact.email = "uusi@example.fi"
    contact.save()
    assert actions.renew_links_of_contact(contact=contact) == 1
    assert first.messages.filter(to="uusi@example.fi", kind="notification").count() == 1
    assert not second.messages.filter(to="uusi@example.fi").exists()
    assert list(CaseLink.objects.valid().values_list("email", flat=True)) == ["uusi@example.fi"]
