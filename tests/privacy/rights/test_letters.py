"""The letters of a new request: to the right mailbox, in its language, with no more than they may hold."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
import time_machine

from privacy.mail.models import Message
from privacy.models import CaseLink, Contact, Register
from privacy.registers.choices import NotificationContent, Permission
from privacy.rights.actions import receive_request
from privacy.rights.choices import ReplyChannel
from privacy.rights.submission.incoming import Person
from tests.factories import ContactFactory, RegisterFactory, UserFactory
from tests.privacy.rights.builders import PERSON, SECRET_TEXT, give_access, incoming_for

pytestmark = pytest.mark.django_db


def notification(register: Register | None, **changes: Any) -> Message:
    request = receive_request(incoming=incoming_for(register, **changes))
    return request.messages.get(kind="notification")


def acknowledgement(register: Register, **changes: Any) -> Message:
    return receive_request(incoming=incoming_for(register, **changes)).messages.get(kind="acknowledgement")


def register_with(*contacts: Contact, **changes: Any) -> Register:
    return RegisterFactory(contacts=list(contacts), routes=list(contacts), **changes)


def test_first_contact_with_an_email_is_written_to() -> None:
    first, second = ContactFactory(email="eka@example.fi"), ContactFactory(email="toka@example.fi")
    assert notification(register_with(first, second)).to == "eka@example.fi"


def test_letter_past_a_contact_without_email_begins_with_that_contact() -> None:
    silent = ContactFactory(kind="person", name="Veikko Vailla", email="", phone="+358401234567")
    letter = notification(register_with(silent, ContactFactory(email="toka@example.fi")))
    assert letter.to == "toka@example.fi"
    assert "Veikko Vailla" in letter.text.splitlines()[0]
    assert "040 123 4567" in letter.text.splitlines()[0]


def test_fallback_mailbox_is_next() -> None:
    register = register_with(ContactFactory(email=""), fallback_email="vara@example.fi")
    assert notification(register).to == "vara@example.fi"


def test_controller_comes_after_the_fallback_mailbox() -> None:
    register = register_with(ContactFactory(email=""), fallback_email="", controller__email="rp@example.fi")
    assert notification(register).to == "rp@example.fi"


def test_register_without_any_mailbox_goes_to_the_sites_default() -> None:
    register = register_with(ContactFactory(email=""), fallback_email="", controller__email="")
    letter = notification(register)
    assert letter.to == "oletus@example.fi"
    assert letter.request.events.get(kind="routed").data["problem"] == "site_default"


def test_unknown_register_goes_to_the_controller() -> None:
    controller = RegisterFactory(controller__email="rp@example.fi").controller
    assert notification(None, controller=controller).to == "rp@example.fi"


def test_data_protection_officer_is_not_written_to_unless_on_the_routing_list() -> None:
    dpo, contact = ContactFactory(role="dpo", email="dpo@example.fi"), ContactFactory(email="apu@example.fi")
    assert notification(RegisterFactory(contacts=[dpo, contact], routes=[])).to == "apu@example.fi"


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_letter_is_in_the_language_of_the_contact(language: str) -> None:
    letter = notification(register_with(ContactFactory(language=language)))
    words = {"fi": "Siihen on vastattava viimeistään", "sv": "Den ska besvaras senast", "en": "It must be answered by"}
    assert letter.language == language
    assert words[language] in letter.text


def test_letter_to_a_contact_holds_nothing_personal_by_default() -> None:
    letter = notification(register_with(ContactFactory()), message=SECRET_TEXT)
    for secret in (PERSON.name, PERSON.email, SECRET_TEXT):
        assert secret not in letter.subject + letter.text + letter.html


def test_letter_to_a_contact_holds_the_text_where_the_register_says_so() -> None:
    register = register_with(ContactFactory(), notification_content=NotificationContent.WITH_TEXT)
    letter = notification(register, message="Kiitos jo etukäteen")
    assert SECRET_TEXT in letter.text
    assert "Kiitos jo etukäteen" in letter.text
    assert PERSON.name not in letter.subject


def test_typed_html_is_shown_as_text() -> None:
    register = register_with(ContactFactory(), notification_content=NotificationContent.WITH_TEXT)
    letter = notification(register, message="<script>alert(1)</script>")
    assert "<script>" not in letter.html
    assert "&lt;script&gt;" in letter.html


def test_contact_without_an_account_gets_a_link_of_their_own() -> None:
    letter = notification(register_with(ContactFactory(email="apu@example.fi")))
    assert "https://www.example.fi/privacy/case/" in letter.text
    assert CaseLink.objects.get().email == "apu@example.fi"


def test_contact_with_an_account_that_may_see_the_request_gets_the_admin() -> None:
    user = UserFactory()
    register = register_with(ContactFactory(user=user))
    give_access(user, register, Permission.SEE)
    letter = notification(register)
    assert f"https://hallinta.example.fi/admin/privacy/requests/{letter.request.number}/" in letter.text
    assert not CaseLink.objects.exists()


def test_contact_with_an_account_that_may_not_see_the_request_gets_a_link_of_their_own() -> None:
    assert "/privacy/case/" in notification(register_with(ContactFactory(user=UserFactory()))).text


def test_confidential_register_writes_to_its_handlers_only() -> None:
    handler = UserFactory(email="kasittelija@example.fi")
    register = register_with(ContactFactory(email="apu@example.fi"), confidential=True, fallback_email="v@example.fi")
    give_access(handler, register, Permission.HANDLE)
    letter = notification(register)
    assert letter.to == "kasittelija@example.fi"
    assert register.name not in letter.subject + letter.text + letter.html


def test_confidential_register_without_handlers_tells_the_sites_default_the_number_alone() -> None:
    register = register_with(ContactFactory(email="apu@example.fi"), confidential=True)
    letter = notification(register)
    assert letter.to == "oletus@example.fi"
    assert letter.request.number in letter.text
    assert "/privacy/case/" not in letter.text
    assert register.name not in letter.subject + letter.text + letter.html


def test_acknowledgement_repeats_nothing_that_was_typed() -> None:
    letter = acknowledgement(register_with(ContactFactory()), message=SECRET_TEXT)
    for typed in (SECRET_TEXT, PERSON.name):
        assert typed not in letter.subject + letter.text + letter.html


def test_acknowledgement_tells_number_due_date_register_and_contact() -> None:
    register = register_with(ContactFactory(title="Asiakaspalvelu", email="apu@example.fi"))
    letter = acknowledgement(register)
    for fact in (letter.request.number, register.name, register.controller.name, "apu@example.fi"):
        assert fact in letter.text
        assert fact in letter.html
    assert letter.request.number in letter.subject


def test_acknowledgement_of_a_confidential_register_names_neither_right_nor_register() -> None:
    register = register_with(confidential=True, name="Ilmoituskanava")
    letter = acknowledgement(register)
    assert "Ilmoituskanava" not in letter.text + letter.html
    assert "pääsy tietoihin" not in letter.text + letter.html


def test_sixth_acknowledgement_to_a_mailbox_within_an_hour_is_held_back() -> None:
    register = register_with(ContactFactory())
    with time_machine.travel("2026-11-23T08:00:00+00:00", tick=False) as clock:
        requests = []
        for _number in range(6):
            requests.append(receive_request(incoming=incoming_for(register)))
            clock.shift(timedelta(minutes=10))
        sent = [request.messages.filter(kind="acknowledgement").count() for request in requests]
        assert sent == [1, 1, 1, 1, 1, 0]
        assert requests[5].acknowledged_at is None
        # The clock stands an hour after the first: that one counts for the last time.
        assert not receive_request(incoming=incoming_for(register)).acknowledged_at
        clock.shift(timedelta(seconds=1))
        assert receive_request(incoming=incoming_for(register)).acknowledged_at
        assert not receive_request(incoming=incoming_for(register)).acknowledged_at


def test_acknowledgements_to_another_mailbox_do_not_count() -> None:
    register = register_with(ContactFactory())
    for _number in range(5):
        receive_request(incoming=incoming_for(register))
    other = replace(PERSON, email="toinen.asiakas@example.com")
    assert receive_request(incoming=incoming_for(register, requester=other)).acknowledged_at


def test_person_without_email_gets_no_acknowledgement() -> None:
    person = Person(name="Maija", postal_address="Esimerkkitie 1, 00100 Helsinki")
    incoming = incoming_for(register_with(ContactFactory()), requester=person, reply_channel=ReplyChannel.POST)
    assert not receive_request(incoming=incoming).messages.filter(kind="acknowledgement").exists()


def test_subjects_hold_no_name_and_no_register() -> None:
    register = register_with(ContactFactory(), name="Potilasrekisteri")
    for letter in receive_request(incoming=incoming_for(register)).messages.all():
        assert "Potilasrekisteri" not in letter.subject
        assert PERSON.name not in letter.subject
