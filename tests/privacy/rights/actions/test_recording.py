"""A handler records what came by letter, telephone, visit or email."""

from typing import Any

import pytest

from privacy.models import RightsRequest
from privacy.registers.choices import Permission
from privacy.rights import actions
from privacy.rights.choices import Channel
from privacy.rights.errors import DayNotPossible, NotAllowed
from tests.factories import RegisterFactory
from tests.privacy.rights.builders import days_ago, handler_of, incoming_for

pytestmark = pytest.mark.django_db


def record(register: Any, acting: Any = None, days: int = 4, **changes: Any) -> RightsRequest:
    incoming = incoming_for(register, **{"channel": Channel.PHONE, **changes})
    return actions.record_request(incoming=incoming, acting=acting or handler_of(register), received_on=days_ago(days))


def test_clock_starts_on_the_day_of_receipt_and_the_handler_stands_in_the_history() -> None:
    register = RegisterFactory()
    acting = handler_of(register)
    request = record(register, acting)
    event = request.events.get(kind="received")
    assert (request.received_on, request.channel, event.actor, event.user) == (
        days_ago(4),
        "phone",
        "user",
        acting.user,
    )
    assert request.messages.filter(kind="acknowledgement").count() == 1


def test_day_in_the_future_is_refused() -> None:
    with pytest.raises(DayNotPossible):
        record(RegisterFactory(), days=-1)


@pytest.mark.parametrize("channel", [Channel.WEB, Channel.API])
def test_handler_does_not_pretend_to_be_the_form(channel: str) -> None:
    with pytest.raises(NotAllowed):
        record(RegisterFactory(), channel=channel)


def test_only_handlers_of_the_register_record() -> None:
    register = RegisterFactory()
    for acting in (handler_of(register, permission=Permission.SEE), handler_of(RegisterFactory())):
        with pytest.raises(NotAllowed):
            record(register, acting)


def test_request_to_an_unknown_register_is_recorded_by_a_handler_of_the_controller() -> None:
    register, secret = RegisterFactory(), RegisterFactory(confidential=True)
    assert record(None, handler_of(register), controller=register.controller).items.get().register is None
    with pytest.raises(NotAllowed):
        record(None, handler_of(secret), controller=secret.controller)
