"""Wagtail lets whoever manages users put anybody into any group: not into one that has access to requests."""

from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import pytest
import wagtail
from django.apps import apps
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.contrib.auth.models import Permission as DjangoPermission
from django.core.exceptions import PermissionDenied
from django.test import Client, RequestFactory
from django.urls import reverse
from wagtail.users.views.users import UserViewSet

from privacy.checks import check_accounts
from privacy.inbox.access.account_screens import (
    LOCKED,
    NOT_THESE_GROUPS,
    AccountViewSetMixin,
    guard_accounts,
    guard_tokens,
)
from privacy.models import DefaultAccess, Register
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


def bulk(manager: Any, action: str, *users: Any, **chosen: Any) -> str:
    """Do something with several users at once, and give the page that follows."""
    address = reverse("wagtail_bulk_action", args=["auth", "user", action])
    query = "&".join(f"id={user.pk}" for user in users)
    return client_of(manager).post(f"{address}?{query}", chosen, follow=True).content.decode()


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


def test_user_manager_cannot_wait_for_the_next_register_in_its_group(manager: Any) -> None:
    chosen = GroupFactory()
    DefaultAccess.objects.create(group=chosen)
    edit(client_of(manager), manager, manager.groups.get(), chosen)
    RegisterFactory()
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


@pytest.mark.parametrize("victim", ["handler", "superuser"])
def test_accounts_are_not_copied_which_would_save_over_them(manager: Any, handlers: Any, victim: str) -> None:
    user = UserFactory(groups=[handlers]) if victim == "handler" else UserFactory(superuser=True)
    taken = form_of(manager, username="anastettu", password1="oma-Salasana-1", password2="oma-Salasana-1")
    index = reverse("wagtailusers_users:index")
    assert client_of(manager).post(f"{index}copy/{user.pk}/", taken).status_code == 404
    assert client_of(UserFactory(superuser=True)).get(f"{index}copy/{user.pk}/").status_code == 404
    before = (user.username, user.password)
    user.refresh_from_db()
    assert (user.username, user.password) == before


@pytest.mark.parametrize("victim", ["handler", "superuser"])
def test_user_manager_reads_why_he_cannot_change_the_login_of_such_an_account(
    manager: Any, handlers: Any, victim: str
) -> None:
    user = UserFactory(groups=[handlers]) if victim == "handler" else UserFactory(superuser=True)
    page = client_of(manager).get(reverse("wagtailusers_users:edit", args=[user.pk])).content.decode()
    assert str(LOCKED) in page
    before = user.username
    edit(client_of(manager), user, *user.groups.all(), username="toinen")
    user.refresh_from_db()
    assert user.username == before


def test_user_manager_cannot_set_a_handler_at_work_again(manager: Any, handlers: Any) -> None:
    user = UserFactory(groups=[handlers], is_active=False)
    edit(client_of(manager), user, handlers)
    assert bulk(manager, "set_active_state", user, mark_as_active="True")
    user.refresh_from_db()
    assert not user.is_active


def test_user_manager_lets_several_handlers_rest(manager: Any, handlers: Any) -> None:
    user = UserFactory(groups=[handlers])
    bulk(manager, "set_active_state", user, mark_as_active="False")
    user.refresh_from_db()
    assert not user.is_active


def test_user_manager_deletes_no_account_that_sees_requests(manager: Any, handlers: Any) -> None:
    user, superuser, plain = UserFactory(groups=[handlers]), UserFactory(superuser=True), UserFactory()
    for one in (user, superuser, plain):
        client_of(manager).post(reverse("wagtailusers_users:delete", args=[one.pk]))
    there = get_user_model().objects.filter(pk__in=[user.pk, superuser.pk, plain.pk])
    assert set(there) == {user, superuser}
    assert user.username in bulk(manager, "delete", user, UserFactory())
    assert get_user_model().objects.filter(pk=user.pk).exists()


def test_group_with_access_is_deleted_by_who_administers_it(manager: Any, register: Register, handlers: Any) -> None:
    manager.groups.get().permissions.add(DjangoPermission.objects.get(codename="delete_group"))
    plain = GroupFactory()
    for group in (handlers, plain):
        client_of(manager).post(reverse("wagtailusers_groups:delete", args=[group.pk]))
    assert list(Group.objects.filter(pk__in=[handlers.pk, plain.pk])) == [handlers]
    client_of(UserFactory(superuser=True)).post(reverse("wagtailusers_groups:delete", args=[handlers.pk]))
    assert not Group.objects.filter(pk=handlers.pk).exists()


def test_refused_new_user_keeps_what_was_typed(manager: Any, handlers: Any) -> None:
    new = get_user_model()(username="uusi", email="uusi@example.fi")
    passwords = {"password1": "jokin-Pitka-1", "password2": "jokin-Pitka-1"}
    page = client_of(manager).post(reverse("wagtailusers_users:add"), form_of(new, handlers, **passwords))
    assert page.status_code == 200
    assert 'value="uusi@example.fi"' in page.content.decode()
    assert page.context["form"].errors["groups"] == [str(NOT_THESE_GROUPS) % {"groups": "Käsittelijät"}]


@pytest.mark.skipif(wagtail.VERSION < (8, 0), reason="tokens of the API came with Wagtail 8")
def test_user_manager_makes_no_token_for_an_account_that_sees_requests(manager: Any, handlers: Any) -> None:
    from wagtail.models import APIToken
    from wagtail.users.views.api_tokens import APITokenViewSet

    guard_tokens()
    manager.groups.get().permissions.add(*DjangoPermission.objects.filter(content_type__model="apitoken"))
    user, plain = UserFactory(groups=[handlers]), UserFactory()
    made = {owner: APIToken.create_token(user=owner, name="vanha")[0] for owner in (user, plain)}
    viewset, request = APITokenViewSet("tokens"), RequestFactory().get("/")
    request.user = get_user_model().objects.get(pk=manager.pk)
    form = viewset.add_view_class(model=APIToken, form_class=viewset.get_form_class())
    form.setup(request)
    offered = set(form.get_form_kwargs()["manageable_users"])
    assert plain in offered
    assert user not in offered
    with pytest.raises(PermissionDenied):
        form.form_valid(SimpleNamespace(cleaned_data={"user": user, "name": "uusi"}))
    for view_class in (viewset.edit_view_class, viewset.delete_view_class):
        view = view_class(model=APIToken)
        view.request = request
        assert list(view.get_queryset()) == [made[plain]]


@pytest.fixture
def users_app() -> Iterator[Any]:
    config = apps.get_app_config("wagtailusers")
    before = (config.user_viewset, config.group_viewset)
    yield config
    config.user_viewset, config.group_viewset = before


class HostUserViewSet(UserViewSet):
    """What a host puts in the place of Wagtail's screens."""


class CopyingUserViewSet(AccountViewSetMixin, UserViewSet):
    """What a host guards, and opens again."""

    copy_view_enabled = True


def test_screens_of_a_host_are_left_alone_and_named_where_they_are_not_guarded(users_app: Any) -> None:
    assert check_accounts(None) == []
    for viewset in (HostUserViewSet, CopyingUserViewSet):
        users_app.user_viewset = f"{__name__}.{viewset.__name__}"
        guard_accounts()
        assert users_app.user_viewset == f"{__name__}.{viewset.__name__}"
        assert [one.id for one in check_accounts(None)] == ["privacy.E004"]


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
