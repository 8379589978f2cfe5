"""Every step as a page: who may, what it does, and how an error or a change meanwhile is told."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone, translation

from privacy.inbox.steps.screens import SCREENS
from privacy.mail.choices import MessageKind
from privacy.mail.outbox.writing import write_printed_letter
from privacy.models import RegisterJointController, RightsRequest
from privacy.registers.choices import Permission
from privacy.rights import actions
from privacy.rights.choices import State
from privacy.rights.steps import Step
from tests.factories import ControllerFactory, RegisterFactory, RightsRequestFactory
from tests.privacy.inbox.desks import client_of, handler_of, user_with
from tests.privacy.rights.builders import LETTER, handler_for

pytestmark = pytest.mark.django_db

TODAY = timezone.localdate


def _items(request: RightsRequest) -> list[int]:
    return [item.pk for item in request.items.all()]


def _printed(request: RightsRequest) -> dict[str, Any]:
    letter = write_printed_letter(
        kind=MessageKind.ANSWER, language="fi", subject="Vastaus", text="Vastaus", html="", request=request
    )
    return {"message": str(letter.uuid), "delivered_on": TODAY()}


def _move(request: RightsRequest) -> dict[str, Any]:
    return {"items": _items(request), "registers": [RegisterFactory(controller=request.controller).pk]}


def _joint(request: RightsRequest) -> dict[str, Any]:
    RegisterJointController.objects.create(register=request.items.first().register, controller=ControllerFactory())
    return {}


def _public(request: RightsRequest) -> dict[str, Any]:
    type(request.controller).objects.filter(pk=request.controller_id).update(kind="public_body")
    return {}


def _held(request: RightsRequest) -> dict[str, Any]:
    RightsRequest.objects.filter(pk=request.pk).update(on_hold=True)
    return {"reason": "Ratkaistu"}


POSTS: dict[Step, Callable[[RightsRequest], dict[str, Any]]] = {
    Step.TAKE_ON: lambda request: {},
    Step.ASSIGN: lambda request: {"handler": ""},
    Step.DECLARE_CONFLICT: lambda request: {},
    Step.ASK_IDENTITY: lambda request: {"question": "Mikä on asiakasnumerosi?", "suspend": "on"},
    Step.CONFIRM_IDENTITY: lambda request: {"method": "asked", "answered_on": TODAY()},
    Step.ASK_CLARIFICATION: lambda request: {"question": "Mitä ajanjaksoa?"},
    Step.RECORD_CLARIFICATION: lambda request: {"text": "Viime vuotta", "answered_on": TODAY()},
    Step.REMIND: lambda request: {"question": "Mikä on asiakasnumerosi?"},
    Step.EXTEND: lambda request: {"reason_code": "complexity", "reason": "Laaja pyyntö.", "further_months": 1},
    Step.MOVE: _move,
    Step.PASS_ON: lambda request: {"items": _items(request), "recipient": "Tilaaja Oy"},
    Step.NOT_OURS: lambda request: {"items": _items(request)},
    Step.REOPEN: lambda request: {"items": _items(request), "reason": "Virhe"},
    Step.CORRECT_RECEIPT: lambda request: {"received_on": request.received_on - timedelta(days=1), "reason": "Kirje"},
    Step.NOTE: lambda request: {"text": "Muista"},
    Step.SET_REFERENCE: lambda request: {"reference": "D/1/2026"},
    Step.TELL_RECIPIENTS: lambda request: {"name_0": "Perintä Oy", "status_0": "told"},
    Step.TELL_JOINT_CONTROLLERS: _joint,
    Step.DOCUMENT_REQUEST: _public,
    Step.RENEW_LINK: lambda request: {},
    Step.POST_LETTER: _printed,
    Step.SET_HOLD: lambda request: {"reason": "Kantelu", "review_on": TODAY() + timedelta(days=1)},
    Step.LIFT_HOLD: _held,
}
STATES = {
    Step.RECORD_CLARIFICATION: {"waiting_clarification": True},
    Step.REMIND: {"waiting_identity": True},
    Step.REOPEN: {"closed": True},
}


def address(step: Step, request: RightsRequest) -> str:
    return reverse(f"privacy_requests:step_{step}", args=[request.number])


def client_for(request: RightsRequest) -> Client:
    return client_of(handler_of(*{item.register for item in request.items.all()}))


def send(client: Client, step: Step, request: RightsRequest, values: dict[str, Any]) -> Any:
    """Press the button, and once more below the letter where there is one."""
    posted = {**values, "seen": request.version}
    response = client.post(address(step, request), posted)
    if response.status_code == 200 and response.context.get("letter_form"):
        response = client.post(address(step, request), {**posted, **letter_on(response)})
    return response


def letter_on(page: Any) -> dict[str, Any]:
    shown = page.context["letter_form"]
    values = {name: shown[name].value() for name in ("letter_subject", "letter_text")}
    return {**values, "made": page.context["made"], "made_of": page.context["made_of"]}


def words_of(response: Any) -> str:
    return response.content.decode()


def test_every_step_has_a_page() -> None:
    without = {Step.DECLINE, Step.RECORD_ANSWER, Step.ANSWER}
    assert set(SCREENS) == set(Step) - without == set(POSTS)


@pytest.mark.parametrize("step", POSTS)
def test_step_is_shown_taken_by_post_and_leads_back_to_the_case(step: Step) -> None:
    request = RightsRequestFactory(**STATES.get(step, {}))
    client = client_for(request)
    values = POSTS[step](request)
    page = client.get(address(step, request))
    assert page.status_code == 200
    assert not request.events.exclude(kind="received").exists()
    response = send(client, step, request, values)
    assert response.status_code == 302, words_of(response)
    assert response["Location"] == reverse("privacy_requests:case", args=[request.number])
    request.refresh_from_db()
    assert request.version == 1


@pytest.mark.parametrize("step", POSTS)
def test_who_may_only_read_takes_no_step(step: Step) -> None:
    request = RightsRequestFactory(**STATES.get(step, {}))
    reader = client_of(user_with(Permission.SEE, on=[request.items.get().register]))
    for response in (reader.get(address(step, request)), reader.post(address(step, request), POSTS[step](request))):
        assert (response.status_code, response["Location"]) == (302, reverse("wagtailadmin_home"))
    request.refresh_from_db()
    assert request.version == 0


def test_step_on_a_foreign_request_is_nowhere() -> None:
    request = RightsRequestFactory()
    client = client_of(handler_of(RegisterFactory()))
    assert client.get(address(Step.NOTE, request)).status_code == 404
    assert client.post(address(Step.NOTE, request), {"text": "Hei"}).status_code == 404


def test_second_handler_is_told_what_changed_and_nothing_typed_is_lost() -> None:
    request = RightsRequestFactory()
    client = client_for(request)
    seen = request.version
    actions.take_on_request(request=request, acting=handler_for(request))
    response = client.post(address(Step.NOTE, request), {"text": "Soitin henkilölle", "seen": seen})
    assert "Otettu käsittelyyn" in words_of(response)
    assert "Soitin henkilölle" in words_of(response)
    request.refresh_from_db()
    assert request.version == 1
    again = client.post(address(Step.NOTE, request), {"text": "Soitin henkilölle", "seen": response.context["seen"]})
    assert again.status_code == 302


def test_other_mistakes_do_not_hide_a_change_meanwhile() -> None:
    request = RightsRequestFactory()
    client = client_for(request)
    actions.take_on_request(request=request, acting=handler_for(request))
    response = client.post(address(Step.NOTE, request), {"text": "", "seen": 0})
    assert response.context["seen"] == 0


def test_step_that_is_not_possible_is_told_in_words_on_the_case() -> None:
    request = RightsRequestFactory(closed=True)
    response = client_for(request).get(address(Step.EXTEND, request), follow=True)
    assert response.redirect_chain[0][0] == reverse("privacy_requests:case", args=[request.number])
    assert "ei ole mahdollinen" in words_of(response) or "ei ole mahdollista" in words_of(response)


def test_error_of_the_step_stands_beside_its_field() -> None:
    request = RightsRequestFactory()
    values = {"reason": "Kantelu", "review_on": TODAY(), "seen": 0}
    response = client_for(request).post(address(Step.SET_HOLD, request), values)
    assert "review_on" in response.context["form"].errors


def test_late_question_suspends_only_with_a_reason() -> None:
    request = RightsRequestFactory(days_ago=12)
    client = client_for(request)
    values = {"question": "Mikä on asiakasnumerosi?", "suspend": "on", "seen": 0}
    refused = client.post(address(Step.ASK_IDENTITY, request), values)
    assert "suspend_reason" in refused.context["form"].errors
    client.post(address(Step.ASK_IDENTITY, request), {**values, "suspend_reason": "Järjestelmä oli poissa käytöstä"})
    request.refresh_from_db()
    assert request.suspended_on == TODAY()


def test_clarification_suspends_only_with_much_data() -> None:
    request = RightsRequestFactory(days_ago=1)
    client = client_for(request)
    values = {"question": "Mitä ajanjaksoa?", "suspend": "on", "seen": 0}
    assert "suspend" in client.post(address(Step.ASK_CLARIFICATION, request), values).context["form"].errors
    assert client.post(address(Step.ASK_CLARIFICATION, request), {**values, "much_data": "on"}).status_code == 302


def test_letter_is_printed_only_for_those_who_see_it() -> None:
    request = RightsRequestFactory()
    actions.add_note(request=request, acting=handler_for(request), text="Hei")
    actions.ask_identity(request=request, acting=handler_for(request), letter=LETTER)
    letter = request.messages.get()
    place = reverse("privacy_requests:letter", args=[request.number, letter.uuid])
    assert "Toinen kappale." in words_of(client_for(request).get(place))
    assert client_of(handler_of(RegisterFactory())).get(place).status_code == 404


def test_confidential_register_is_offered_for_moving_to_its_handlers_only() -> None:
    request = RightsRequestFactory()
    secret = RegisterFactory(controller=request.controller, confidential=True, name="Ilmoituskanava")
    plain = RegisterFactory(controller=request.controller, name="Uutiskirje")
    with translation.override("fi"):
        page = words_of(client_for(request).get(address(Step.MOVE, request)))
    assert plain.name in page
    assert secret.name not in page


def test_state_follows_the_take_on_button_of_the_case() -> None:
    request = RightsRequestFactory()
    client_for(request).post(address(Step.TAKE_ON, request), {"seen": 0})
    request.refresh_from_db()
    assert request.state == State.IN_PROGRESS


LETTERS = [Step.EXTEND, Step.MOVE, Step.PASS_ON, Step.NOT_OURS, Step.CORRECT_RECEIPT]


@pytest.mark.parametrize("step", LETTERS)
def test_letter_of_a_step_is_shown_before_anything_happens_and_sent_as_edited(step: Step) -> None:
    request = RightsRequestFactory()
    client = client_for(request)
    values = {**POSTS[step](request), "seen": 0, "tell_person": "on"}
    page = client.post(address(step, request), values)
    letter = letter_on(page)
    assert len(letter["letter_text"]) > 40
    assert not request.messages.exists()
    assert request.events.count() == 1
    letter["letter_text"] += " Lisäys käsin."
    assert client.post(address(step, request), {**values, **letter}).status_code == 302
    sent = request.messages.exclude(kind="notification").get()
    assert "Lisäys käsin." in sent.text
    assert request.number in sent.text


@pytest.mark.parametrize("step", [Step.EXTEND, Step.PASS_ON])
def test_letter_that_no_longer_says_the_reason_is_refused_with_what_was_typed(step: Step) -> None:
    request = RightsRequestFactory()
    client = client_for(request)
    values = {**POSTS[step](request), "seen": 0}
    letter = {**letter_on(client.post(address(step, request), values)), "letter_text": "Hei vaan"}
    page = client.post(address(step, request), {**values, **letter})
    assert page.context["form"].non_field_errors()
    assert page.context["letter_form"]["letter_text"].value() == "Hei vaan"
    assert not request.messages.exists()


def test_letter_edited_before_a_choice_was_changed_is_shown_again_and_kept() -> None:
    request = RightsRequestFactory()
    client = client_for(request)
    values = {**POSTS[Step.EXTEND](request), "seen": 0}
    letter = letter_on(client.post(address(Step.EXTEND, request), values))
    letter["letter_text"] += " Oma lisäys."
    page = client.post(address(Step.EXTEND, request), {**values, **letter, "further_months": 2})
    assert "Oma lisäys." in page.context["letter_form"]["letter_text"].value()
    assert not request.messages.exists()
