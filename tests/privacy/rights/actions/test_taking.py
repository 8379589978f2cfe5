"""Who handles a request: taken on, given, passed to the next, or left because of a conflict."""

import pytest

from privacy.models import CaseLink, RightsRequest
from privacy.registers.choices import Permission
from privacy.rights import actions
from privacy.rights.choices import State
from privacy.rights.code_links import find_case_link
from privacy.rights.errors import HandlerNotPossible, NobodyElse
from privacy.rights.workflow.actors import ActingPerson
from tests.factories import ContactFactory, RegisterFactory, RightsRequestFactory, UserFactory
from tests.privacy.rights.builders import give_access, handler_for, handler_of, incoming_for

pytestmark = pytest.mark.django_db


def test_request_is_given_to_a_handler_and_taken_back() -> None:
    request = RightsRequestFactory()
    acting, other = handler_for(request), handler_for(request)
    request = actions.assign_request(request=request, acting=acting, handler=other.user)
    assert (request.state, request.owner, request.owner_name) == (State.IN_PROGRESS, other.user, other.name)
    request = actions.assign_request(request=request, acting=acting, handler=None)
    assert (request.owner, request.owner_name) == (None, "")


def test_request_is_not_given_to_who_only_sees_it_or_stood_aside() -> None:
    request = RightsRequestFactory()
    acting, other = handler_for(request), handler_for(request)
    sees = handler_of(request.items.get().register, permission=Permission.SEE)
    actions.declare_conflict(request=request, acting=other)
    for user in (sees.user, other.user, UserFactory()):
        with pytest.raises(HandlerNotPossible):
            actions.assign_request(request=request, acting=acting, handler=user)


def test_other_handlers_are_told_by_number_when_one_stands_aside() -> None:
    request = RightsRequestFactory()
    acting, other = handler_for(request), handler_for(request)
    actions.take_on_request(request=request, acting=acting)
    request = actions.declare_conflict(request=request, acting=acting, reason="Pyytäjä on veljeni")
    letter = request.messages.get()
    assert (letter.to, letter.kind) == (other.user.email, "handler_needed")
    assert (request.state, request.owner) == (State.NEW, None)
    assert "veljeni" not in letter.text
    assert request.number in letter.text


def received_link(*contacts: ContactFactory) -> tuple[RightsRequest, ActingPerson]:
    request = actions.receive_request(incoming=incoming_for(RegisterFactory(routes=list(contacts))))
    return request, ActingPerson.by_link(CaseLink.objects.latest("pk"))


def test_contact_passes_the_request_to_the_next_and_loses_the_link() -> None:
    first, second = ContactFactory(email="eka@example.fi"), ContactFactory(email="toka@example.fi")
    request, acting = received_link(first, second)
    token = request.messages.get(kind="notification").text.split("/case/")[1].split("/")[0]
    actions.take_on_request(request=request, acting=acting)
    request = actions.decline_request(request=request, acting=acting, reason="En hoida asiakkaita")
    assert (request.state, request.owner_name) == (State.NEW, "")
    assert find_case_link(token) is None
    told = request.messages.filter(kind="notification").values_list("to", flat=True)
    assert list(told) == ["eka@example.fi", "toka@example.fi"]


def test_request_goes_round_each_mailbox_once_and_stays_with_the_last() -> None:
    request, acting = received_link(ContactFactory(email="eka@example.fi"))
    for _mailbox in ("the controller", "the site's default"):
        actions.decline_request(request=request, acting=acting)
        acting = ActingPerson.by_link(CaseLink.objects.latest("pk"))
    with pytest.raises(NobodyElse):
        actions.decline_request(request=request, acting=acting)
    assert find_case_link("x") is None
    assert CaseLink.objects.valid().count() == 1


def test_handler_without_an_email_is_not_written_to() -> None:
    request = RightsRequestFactory()
    acting = handler_for(request)
    give_access(UserFactory(email=""), request.items.get().register, Permission.HANDLE)
    actions.declare_conflict(request=request, acting=acting)
    assert not request.messages.filter(kind="handler_needed").exists()
