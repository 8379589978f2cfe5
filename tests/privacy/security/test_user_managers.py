"""Wagtail lets whoever manages users put anybody into any group: not into one that has access to requests."""

from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import reverse

from privacy.models import Register
from privacy.registers.choices import Permission
from privacy.rights.permissions import policy
from tests.factories import GroupFactory, RegisterFactory, RightsRequestFactory, UserFactory
from tests.privacy.inbox.desks import client_of, manager_of_users, user_with

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site")]


@pytest.fixture
def register() -> Register:
    return RegisterFactory()


@pytest.fixture
def handlers(register: Register) -> Any:
    return GroupFactory(name="Käsittelijät", handles=[register])


@pytest.fixture
def manager() -> Any:
    return manager_of_users()


def form_of(user: Any, *groups: Any, **changes: Any) -> dict[str, Any]:
    names = {"username": user.username, "email": user.email, "first_name": "Testi", "last_name": "Käyttäjä"}
    return {**names, "is_active": "on", "groups": [group.pk for group in groups], **changes}


def edit(client: Client, user: Any, *groups: Any, **changes: Any) -> Any:
    return client.post(
        reverse("wagtailusers_users:edit", args=[user.pk]), form_of(user, *groups, **changes), follow=True
    )


def sees_anything(user: Any) -> bool:
    return policy.has_any(get_user_model().objects.get(pk=user.pk))


def test_user_manager_cannot_give_access_to_himself(manager: Any, handlers: Any) -> None:
    page = edit(client_of(manager), manager, manager.groups.get(), handlers).content.decode()
    assert not sees_anything(manager)
    assert "Käsittelijät" in page


def test_user_manager_cannot_give_access_to_another(manager: Any, handlers: Any) -> None:
    other = UserFactory()
    edit(client_of(manager), other, handlers)
    assert not sees_anything(other)


def test_user_manager_cannot_give_access_to_several_at_once(manager: Any, handlers: Any) -> None:
    other = UserFactory()
    address = reverse("wagtail_bulk_action", args=["auth", "user", "assign_role"])
    client_of(manager).post(f"{address}?id={other.pk}&id={manager.pk}", {"role": handlers.pk})
    assert not sees_anything(other)
    assert not sees_anything(manager)


@pytest.mark.parametrize("gift", ["group", "superuser"])
def test_user_manager_cannot_make_a_user_who_sees_requests(manager: Any, handlers: Any, gift: str) -> None:
    RightsRequestFactory(register=handlers.register_access.first().register)
    new = get_user_model()(username="uusi", email="uusi@example.fi")
    passwords = {"password1": "jokin-Pitka-1", "password2": "jokin-Pitka-1"}
    groups, extra = ([handlers], {}) if gift == "group" else ([], {"is_superuser": "on"})
    client_of(manager).post(reverse("wagtailusers_users:add"), form_of(new, *groups, **passwords, **extra))
    made = get_user_model().objects.filter(username="uusi").first()
    assert made is None or not policy.requests(made).exists()


def test_user_manager_cannot_make_somebody_a_superuser(manager: Any, register: Register) -> None:
    other = UserFactory()
    edit(client_of(manager), other, is_superuser="on")
    other.refresh_from_db()
    assert not other.is_superuser


@pytest.mark.parametrize(
    "change", [{"email": "oma@example.com"}, {"password1": "oma-Salasana-1", "password2": "oma-Salasana-1"}]
)
@pytest.mark.parametrize("victim", ["handler", "superuser"])
def test_user_manager_cannot_take_over_an_account_that_sees_requests(
    manager: Any, handlers: Any, change: dict[str, str], victim: str
) -> None:
    user = UserFactory(groups=[handlers]) if victim == "handler" else UserFactory(superuser=True)
    before = (user.email, user.password)
    groups = [handlers] if victim == "handler" else []
    edit(client_of(manager), user, *groups, **change)
    user.refresh_from_db()
    assert (user.email, user.password) == before


def test_user_manager_changes_names_of_a_handler_and_lets_him_go(manager: Any, handlers: Any) -> None:
    user = UserFactory(groups=[handlers])
    client = client_of(manager)
    edit(client, user, handlers, first_name="Uusi")
    user.refresh_from_db()
    assert user.first_name == "Uusi"
    edit(client, user)
    assert not sees_anything(user)


def test_user_manager_works_freely_with_other_groups(manager: Any) -> None:
    plain, user = GroupFactory(), UserFactory()
    edit(client_of(manager), user, plain, email="uusi@example.fi")
    user.refresh_from_db()
    assert (user.email, user.groups.get()) == ("uusi@example.fi", plain)


def test_administrator_of_all_registers_of_a_group_may_add_to_it(register: Register, handlers: Any) -> None:
    administrators = user_with(Permission.SEE, Permission.ADMINISTER, on=[register]).groups.all()
    manager, other = manager_of_users(*administrators), UserFactory()
    client = client_of(manager)
    edit(client, other, handlers)
    assert sees_anything(other)
    wider = GroupFactory(handles=[register, RegisterFactory()])
    stranger = UserFactory()
    edit(client, stranger, wider)
    assert not sees_anything(stranger)


def test_superuser_adds_anybody_to_any_group(handlers: Any) -> None:
    other = UserFactory()
    edit(client_of(UserFactory(superuser=True)), other, handlers)
    assert sees_anything(other)
