"""Forwarding is three things, and each tells the person another thing."""

from typing import Any

import pytest

from privacy.models import RegisterRoute, RightsRequest
from privacy.registers.choices import Permission
from privacy.rights import actions
from privacy.rights.choices import State
from privacy.rights.errors import GroundMissing, RegisterNotPossible, StepNotPossible, TextMissing
from tests.factories import ContactFactory, ControllerFactory, RegisterFactory, RightsRequestFactory
from tests.privacy.rights.builders import contact_for, give_access, handler_for, handler_of

pytestmark = pytest.mark.django_db


def test_item_moves_to_another_register_with_the_clock_unchanged() -> None:
    request = RightsRequestFactory()
    acting, item, due = handler_for(request), request.items.get(), request.due_on
    target = RegisterFactory(
        controller=request.controller, routes=[ContactFactory(email="toinen@example.fi")], name="Laskutus"
    )
    request = actions.move_items(request=request, acting=acting, items=[item], registers=[target])
    assert (request.items.get().register, request.due_on, request.state) == (target, due, State.NEW)
    assert request.messages.get(kind="notification").to == "toinen@example.fi"
    assert "Laskutus" in request.messages.get(kind="moved").text


def test_contact_of_the_former_register_loses_the_link_when_nothing_is_left_for_it() -> None:
    request = RightsRequestFactory(rights=("access", "erasure"))
    acting, (first, second) = handler_for(request), request.items.all()
    link = contact_for(request).link
    assert link is not None
    target = RegisterFactory(controller=request.controller)
    for item, closed in ((first, False), (second, True)):
        actions.move_items(request=request, acting=acting, items=[item], registers=[target])
        give_access(acting.user, target, Permission.HANDLE)
        link.refresh_from_db()
        assert (link.revoked_at is not None) is closed


def test_confidential_register_is_not_named_to_the_person() -> None:
    request = RightsRequestFactory()
    target = RegisterFactory(controller=request.controller, confidential=True, name="Ilmoituskanava")
    actions.move_items(
        request=request, acting=handler_for(request), items=list(request.items.all()), registers=[target]
    )
    assert "Ilmoituskanava" not in request.messages.get(kind="moved").text


def test_item_of_an_unknown_register_is_spread_over_registers_and_the_person_is_not_bothered() -> None:
    controller = ControllerFactory()
    registers = [RegisterFactory(controller=controller) for _ in range(3)]
    request = RightsRequestFactory(register=None, controller=controller)
    item = request.items.get()
    actions.move_items(request=request, acting=handler_of(registers[0]), items=[item], registers=registers)
    rows = list(request.items.values_list("register", "right"))
    assert sorted(rows) == sorted((register.pk, "access") for register in registers)
    assert not request.messages.filter(kind="moved").exists()


@pytest.mark.parametrize("target", [{"controller": None}, {"retired": True}, {"draft": True}])
def test_register_of_another_controller_or_out_of_use_is_refused(target: dict[str, Any]) -> None:
    request = RightsRequestFactory()
    fields = {"controller": request.controller, **target}
    register = RegisterFactory(**{name: value for name, value in fields.items() if value is not None})
    with pytest.raises(RegisterNotPossible):
        actions.move_items(
            request=request, acting=handler_for(request), items=list(request.items.all()), registers=[register]
        )


def test_request_to_a_processor_ends_here_as_passed_on() -> None:
    request = RightsRequestFactory()
    acting, items = handler_for(request), list(request.items.all())
    with pytest.raises(TextMissing):
        actions.pass_on_to_controller(request=request, acting=acting, items=items, recipient=" ")
    request = actions.pass_on_to_controller(request=request, acting=acting, items=items, recipient="Tilaaja Oy")
    assert (request.state, request.items.get().outcome) == (State.CLOSED, "forwarded")
    letter = request.messages.get(kind="forwarded").text
    assert "Tilaaja Oy" in letter
    assert "Vastaamme viimeistään" not in letter


def tell(request: RightsRequest, **changes: Any) -> RightsRequest:
    items = list(request.items.all())
    return actions.tell_not_controller(request=request, acting=handler_for(request), items=items, **changes)


def test_request_of_another_controller_is_refused_with_its_address_and_the_remedies() -> None:
    request = tell(RightsRequestFactory(), recipient="Naapuri ry, naapuri@example.com")
    item = request.items.get()
    assert (item.outcome, item.reason_code, item.reasons_told) == ("refused", "not_controller", True)
    letter = request.messages.get(kind="answer").text
    assert "Naapuri ry, naapuri@example.com" in letter
    assert "77 artikla" in letter


@pytest.mark.parametrize(
    ("postal_address", "line"),
    [
        ("", "Kunnantie 1, 99998 Esimerkkilä"),
        ("PL 10", "PL 10, 99998 Esimerkkilä"),
        ("PL 10, 99997 ESIMERKKILÄ", "PL 10, 99997 ESIMERKKILÄ"),
        ("PB 10, FI-999 97 Exempelby", "PB 10, FI-999 97 Exempelby"),
    ],
)
def test_letter_names_one_address_of_the_controller(postal_address: str, line: str) -> None:
    place = {"street_address": "Kunnantie 1", "postal_code": "99998", "city": "Esimerkkilä"}
    register = RegisterFactory(controller=ControllerFactory(postal_address=postal_address, business_id="", **place))
    letter = tell(RightsRequestFactory(register=register), recipient="Virasto").messages.get(kind="answer").text
    assert f": {register.controller.name}, {line}\n" in letter


def test_request_is_passed_on_with_consent_only_and_it_is_recorded() -> None:
    with pytest.raises(GroundMissing):
        tell(RightsRequestFactory(), recipient="Naapuri ry", passed_on_ground="habit")
    request = tell(RightsRequestFactory(), recipient="Naapuri ry", passed_on_ground="consent")
    assert request.items.get().outcome == "forwarded"
    assert request.events.get(kind="not_ours").data["ground"] == "consent"


def test_only_an_authority_has_the_duty_to_pass_on() -> None:
    with pytest.raises(GroundMissing):
        tell(RightsRequestFactory(), recipient="Virasto", passed_on_ground="authority_duty")
    register = RegisterFactory(controller=ControllerFactory(kind="public_body"))
    request = tell(RightsRequestFactory(register=register), recipient="Virasto", passed_on_ground="authority_duty")
    assert request.state == State.CLOSED


def test_answered_item_is_not_moved() -> None:
    request = RightsRequestFactory(rights=("access", "erasure"))
    acting = handler_for(request)
    first = request.items.first()
    actions.pass_on_to_controller(request=request, acting=acting, items=[first], recipient="Tilaaja Oy")
    target = RegisterFactory(controller=request.controller)
    with pytest.raises(StepNotPossible):
        actions.move_items(request=request, acting=acting, items=[first], registers=[target])
    assert RegisterRoute.objects.count() == 0
