"""What a right is, declared once: complete, in one order, and at a place that no later right shifts."""

import pytest
from django.utils import translation

from privacy.inbox.queries import in_order
from privacy.models import RightsRequest
from privacy.notices.sections.rights_texts import right_texts
from privacy.rights.actions import receive_request
from privacy.rights.choices import Right
from privacy.rights.models.requests import RequestItem
from privacy.rights.right_specs import right_specs
from privacy.rights.submission.incoming import AskedItem
from privacy.rights.submission.validation import name_is_optional
from tests.factories import RegisterFactory
from tests.privacy.rights.builders import incoming_for

# What is stored with requests: a number that changes would put old requests in the wrong place.
STORED = {
    "access": 10,
    "rectification": 20,
    "erasure": 30,
    "restriction": 40,
    "portability": 50,
    "objection": 60,
    "marketing_objection": 70,
    "consent_withdrawal": 80,
    "automated_decision": 90,
    "unknown": 100,
}


def test_positions_that_are_stored_with_requests_never_change() -> None:
    assert {key: spec.position for key, spec in right_specs().items() if key in STORED} == STORED


def test_every_list_of_rights_has_the_same_order() -> None:
    by_position = sorted(right_specs(), key=lambda key: right_specs()[key].position)
    assert by_position == Right.values == list(right_specs()) == list(right_texts())
    assert len({spec.position for spec in right_specs().values()}) == len(Right)


@pytest.mark.django_db
def test_requests_stand_in_the_order_of_the_rights_and_those_to_several_registers_last() -> None:
    register = RegisterFactory()
    several = [
        AskedItem(Right.ACCESS, register),
        AskedItem(Right.ACCESS, RegisterFactory(controller=register.controller)),
    ]
    last = receive_request(incoming=incoming_for(register, items=several))
    received = [receive_request(incoming=incoming_for(register, right=right)) for right in reversed(Right)]
    listed = list(in_order(RightsRequest.objects.all(), "rights"))
    assert listed == [*reversed(received), last]


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
@pytest.mark.parametrize("right", Right)
def test_every_right_has_a_name_and_questions_in_every_language(right: Right, language: str) -> None:
    questions = right_specs()[right].questions
    assert questions
    with translation.override(language):
        here = [str(right.label), *(str(text) for question in questions for text in (question.label, question.hint))]
    with translation.override("sv" if language == "fi" else "fi"):
        there = [str(right.label), *(str(text) for question in questions for text in (question.label, question.hint))]
    assert all(text or not other for text, other in zip(here, there, strict=True))
    assert not {text for text in here if text} & {text for text in there if text}


@pytest.mark.parametrize(
    ("language", "name"), [("de", "Right of access"), ("sv-fi", "Rätt till tillgång till uppgifter")]
)
def test_a_language_without_words_gets_those_of_its_family_or_english(language: str, name: str) -> None:
    with translation.override(language):
        assert str(Right.ACCESS.label) == name


def test_a_name_is_optional_only_where_every_right_asked_says_so() -> None:
    assert name_is_optional({"marketing_objection", "consent_withdrawal"})
    assert not name_is_optional({"marketing_objection", "access"})
    assert not name_is_optional(set())


def test_recipients_are_told_of_what_article_19_names() -> None:
    told = {key for key, spec in right_specs().items() if spec.told_onward}
    assert told == {"rectification", "erasure", "restriction"}


def test_a_new_right_needs_no_migration() -> None:
    _name, _path, _args, options = RequestItem._meta.get_field("right").deconstruct()
    assert callable(options["choices"])
