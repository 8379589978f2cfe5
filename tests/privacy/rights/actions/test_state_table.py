"""What may follow what: every step in every state."""

from typing import Any

import pytest
from django.utils import translation
from wagtail.models import ModelLogEntry

from privacy.models import RightsRequest
from privacy.rights.choices import State
from privacy.rights.errors import NotAllowed, StepNotPossible
from privacy.rights.steps import Step, is_possible, possible_steps
from tests.factories import ContactFactory, RegisterFactory
from tests.privacy.rights.actions.calls import CALLS, take
from tests.privacy.rights.builders import contact_for, handler_for, in_state

pytestmark = pytest.mark.django_db

# A closed request has no open items, so these need one more fact than the state; their own tests have it.
BY_CONTACT_ONLY = {Step.DECLINE}


def test_every_step_has_a_rule_and_a_test() -> None:
    assert set(Step) == set(CALLS)
    assert all(step.spec.states and step.spec.event for step in Step)


@pytest.mark.parametrize("state", State.values)
@pytest.mark.parametrize("step", Step)
def test_step_is_possible_exactly_where_the_table_says(step: Step, state: str) -> None:
    request = in_state(state, register=RegisterFactory(routes=[ContactFactory(), ContactFactory()]))
    acting = contact_for(request) if step in BY_CONTACT_ONLY else handler_for(request)
    before = RightsRequest.objects.get(pk=request.pk).version
    if is_possible(step, state):
        take(step, request, acting)
        request.refresh_from_db()
        assert request.version == before + 1
        assert request.events.filter(version=request.version).exists()
        assert ModelLogEntry.objects.filter(action=f"privacy.request.{step}", object_id=str(request.pk)).count() == 1
        return
    with pytest.raises(StepNotPossible):
        take(step, request, acting)
    request.refresh_from_db()
    assert (request.version, request.state, request.events.count()) == (before, state, 1)


@pytest.mark.parametrize("step", Step)
def test_contact_without_account_takes_only_the_steps_of_its_page(step: Step) -> None:
    request = in_state(State.WAITING_CLARIFICATION if step == Step.RECORD_CLARIFICATION else State.NEW)
    acting = contact_for(request)
    if step.spec.by_contact:
        take(step, request, acting)
    else:
        with pytest.raises(NotAllowed):
            take(step, request, acting)


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_impossible_step_is_told_in_words(language: str) -> None:
    request = in_state(State.CLOSED)
    with translation.override(language), pytest.raises(StepNotPossible) as error:
        take(Step.EXTEND, request, handler_for(request))
    with translation.override(language):
        assert str(Step.EXTEND.label) in str(error.value)
        assert str(State.CLOSED.label) in str(error.value)


def test_steps_offered_to_a_contact_are_those_of_its_page() -> None:
    offered: dict[str, Any] = {state: possible_steps(state, by_contact=True) for state in State.values}
    assert offered[State.NEW] == [
        Step.TAKE_ON,
        Step.DECLINE,
        Step.ASK_IDENTITY,
        Step.CONFIRM_IDENTITY,
        Step.ASK_CLARIFICATION,
        Step.RECORD_ANSWER,
    ]
    assert offered[State.CLOSED] == offered[State.ANONYMISED] == []
