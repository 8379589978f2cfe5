"""Who may see a request: access rows alone decide, besides superusers."""

from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.contrib.auth.models import Permission as DjangoPermission
from django.urls import reverse

from privacy.models import RegisterAccess
from privacy.registers.choices import Permission
from privacy.registers.models.access import DefaultAccess, default_group
from privacy.rights.actions import receive_request
from privacy.rights.permissions import policy
from tests.factories import GroupFactory, RegisterFactory, UserFactory
from tests.privacy.inbox.desks import client_of
from tests.privacy.rights.builders import give_access, incoming_for

pytestmark = pytest.mark.django_db


def handler_of(register: Any, permission: Permission) -> Any:
    user = UserFactory()
    give_access(user, register, permission)
    return user


def test_group_with_access_sees_requests_of_its_register_only() -> None:
    mine, other = RegisterFactory(), RegisterFactory()
    own, foreign = (receive_request(incoming=incoming_for(register)) for register in (mine, other))
    user = handler_of(mine, Permission.SEE)
    assert list(policy.requests(user)) == [own]
    assert not policy.may(user, foreign, Permission.SEE)


@pytest.mark.parametrize("permission", Permission.values)
def test_each_permission_is_asked_for_itself(permission: str) -> None:
    register = RegisterFactory()
    request = receive_request(incoming=incoming_for(register))
    user = handler_of(register, Permission(permission))
    assert {asked for asked in Permission if policy.may(user, request, asked)} == {permission}


@pytest.mark.parametrize("user", [AnonymousUser(), None])
def test_nobody_sees_nothing(user: Any) -> None:
    receive_request(incoming=incoming_for(RegisterFactory()))
    assert not policy.requests(user).exists()
    assert not policy.has_any(user)


def test_inactive_user_sees_nothing() -> None:
    register = RegisterFactory()
    receive_request(incoming=incoming_for(register))
    user = handler_of(register, Permission.SEE)
    user.is_active = False
    assert not policy.requests(user).exists()


def test_superuser_sees_everything() -> None:
    receive_request(incoming=incoming_for(RegisterFactory(confidential=True)))
    assert policy.requests(UserFactory(is_superuser=True)).count() == 1


def test_django_permissions_give_nothing() -> None:
    receive_request(incoming=incoming_for(RegisterFactory()))
    assert not policy.requests(UserFactory(is_staff=True)).exists()


def test_item_without_register_is_seen_by_whoever_may_handle_a_register_of_the_controller() -> None:
    register = RegisterFactory()
    request = receive_request(incoming=incoming_for(None, controller=register.controller))
    assert policy.may(handler_of(register, Permission.HANDLE), request, Permission.HANDLE)
    assert list(policy.requests(handler_of(register, Permission.HANDLE), Permission.HANDLE)) == [request]


def test_item_without_register_is_not_seen_by_those_who_only_see_nor_through_a_confidential_one() -> None:
    register = RegisterFactory()
    confidential = RegisterFactory(controller=register.controller, confidential=True)
    request = receive_request(incoming=incoming_for(None, controller=register.controller))
    assert not policy.may(handler_of(register, Permission.SEE), request, Permission.SEE)
    assert not policy.may(handler_of(confidential, Permission.HANDLE), request, Permission.HANDLE)


def test_new_register_is_opened_to_the_default_group_unless_confidential() -> None:
    group = GroupFactory()
    DefaultAccess.objects.create(group=group)
    open_register, closed = RegisterFactory(), RegisterFactory(confidential=True)
    given = set(RegisterAccess.objects.filter(group=group, register=open_register).values_list("permission", flat=True))
    assert given == set(Permission.values)
    assert not RegisterAccess.objects.filter(register=closed).exists()


def test_name_of_a_group_gives_nothing_and_takes_nothing() -> None:
    chosen, other = GroupFactory(name="Tietosuoja"), GroupFactory()
    DefaultAccess.objects.create(group=chosen)
    chosen.name, other.name = "Entinen nimi", "Tietosuoja"
    chosen.save()
    other.save()
    register = RegisterFactory()
    assert set(RegisterAccess.objects.filter(register=register).values_list("group", flat=True)) == {chosen.pk}
    register.confidential = True
    register.save()
    assert not RegisterAccess.objects.filter(register=register).exists()


def test_only_a_superuser_chooses_the_group_of_new_registers() -> None:
    group = GroupFactory()
    group.permissions.add(*DjangoPermission.objects.all())
    setting = DefaultAccess.load()
    address = reverse("wagtailsettings:edit", args=["privacy", "defaultaccess", setting.pk])
    for user, may in ((UserFactory(groups=[group]), False), (UserFactory(superuser=True), True)):
        client_of(user).post(address, {"group": group.pk})
        assert (default_group() == group) is may
        assert (client_of(user).get(address).status_code == 200) is may


def test_register_that_becomes_confidential_is_closed_to_the_default_group() -> None:
    DefaultAccess.objects.create(group=GroupFactory())
    register = RegisterFactory()
    register.confidential = True
    register.save()
    assert not RegisterAccess.objects.filter(register=register).exists()


def test_access_that_was_taken_away_does_not_come_back_by_saving() -> None:
    DefaultAccess.objects.create(group=GroupFactory())
    register = RegisterFactory()
    RegisterAccess.objects.all().delete()
    register.name = "Toinen nimi"
    register.save()
    assert not RegisterAccess.objects.exists()
