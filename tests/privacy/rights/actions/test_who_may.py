"""Who may take a step: the handlers of the register, superusers, and nobody else."""

from collections.abc import Callable
from typing import Any

import pytest

from privacy.registers.choices import Permission
from privacy.registers.models.access import RegisterAccess
from privacy.rights import actions
from privacy.rights.choices import State
from privacy.rights.errors import ConflictDeclared, NotAllowed
from privacy.rights.models.requests import RightsRequest
from privacy.rights.steps import Step, is_possible
from privacy.rights.workflow.actors import ActingPerson
from tests.factories import RegisterFactory, RightsRequestFactory, UserFactory
from tests.privacy.rights.actions.calls import take
from tests.privacy.rights.builders import contact_for, handler_for, handler_of, in_state

pytestmark = pytest.mark.django_db

HANDLER_STEPS = [step for step in Step if step != Step.DECLINE]


def one_who_sees(request: RightsRequest) -> ActingPerson:
    return handler_of(request.items.get().register, permission=Permission.SEE)


def one_who_left(request: RightsRequest) -> ActingPerson:
    acting = handler_for(request)
    acting.user.is_active = False
    return acting


def handler_of_another_register(_request: RightsRequest) -> ActingPerson:
    return handler_of(RegisterFactory())


def contact_of_another_request(_request: RightsRequest) -> ActingPerson:
    return contact_for(RightsRequestFactory())


OUTSIDERS = [one_who_sees, one_who_left, handler_of_another_register, contact_of_another_request]


def state_for(step: Step) -> str:
    return next(state for state in State.values if is_possible(step, state))


@pytest.mark.parametrize("outsider", OUTSIDERS)
@pytest.mark.parametrize("step", Step)
def test_outsider_takes_no_step(step: Step, outsider: Callable[[Any], ActingPerson]) -> None:
    request = in_state(state_for(step))
    with pytest.raises(NotAllowed):
        take(step, request, outsider(request))
    assert request.events.count() == 1


@pytest.mark.parametrize("step", HANDLER_STEPS)
def test_superuser_takes_every_step(step: Step) -> None:
    request = in_state(state_for(step))
    take(step, request, ActingPerson.handler(UserFactory(superuser=True)))
    assert request.events.count() > 1


@pytest.mark.parametrize("step", HANDLER_STEPS)
def test_handler_who_declared_a_conflict_takes_no_further_step(step: Step) -> None:
    request = in_state(State.NEW)
    acting = handler_for(request)
    actions.declare_conflict(request=request, acting=acting)
    RightsRequest.objects.filter(pk=request.pk).update(state=state_for(step))
    with pytest.raises(ConflictDeclared):
        take(step, request, acting)


def test_items_of_another_register_are_not_answered_along() -> None:
    request = in_state(State.NEW)
    request.items.create(right="erasure", register=RegisterFactory(controller=request.controller))
    acting = handler_of(request.items.first().register)
    with pytest.raises(NotAllowed):
        take(Step.ANSWER, request, acting)
    assert not request.items.exclude(outcome="").exists()


def while_waiting_for_the_lock(monkeypatch: pytest.MonkeyPatch, happens: Callable[[], object]) -> None:
    """Let something be committed by others between the moment a step asks for the row and the moment it gets it."""
    rows = RightsRequest.objects.select_for_update

    def lock(*args: Any, **kwargs: Any) -> Any:
        happens()
        return rows(*args, **kwargs)

    monkeypatch.setattr(RightsRequest.objects, "select_for_update", lock)


@pytest.mark.parametrize("step", HANDLER_STEPS)
def test_handler_who_lost_access_while_waiting_takes_no_step(step: Step, monkeypatch: pytest.MonkeyPatch) -> None:
    request = in_state(state_for(step))
    acting = handler_for(request)
    while_waiting_for_the_lock(monkeypatch, RegisterAccess.objects.all().delete)
    with pytest.raises(NotAllowed):
        take(step, request, acting)
    assert request.events.count() == 1


@pytest.mark.parametrize("step", [Step.TAKE_ON, Step.ANSWER, Step.EXTEND])
def test_item_that_moved_away_while_waiting_is_not_handled(step: Step, monkeypatch: pytest.MonkeyPatch) -> None:
    request = in_state(State.NEW)
    acting, elsewhere = handler_for(request), RegisterFactory()
    while_waiting_for_the_lock(monkeypatch, lambda: request.items.update(register=elsewhere))
    with pytest.raises(NotAllowed):
        take(step, request, acting)
    assert request.events.count() == 1
