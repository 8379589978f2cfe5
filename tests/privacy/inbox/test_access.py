"""The screen that gives access to the requests of a register."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models.audit_log import ModelLogEntry

from privacy.models import Register, RegisterAccess
from privacy.registers.choices import Permission
from tests.factories import GroupFactory, RegisterFactory, RightsRequestFactory, UserFactory
from tests.privacy.inbox.desks import client_of, handler_of, user_with

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site")]

INDEX = "privacy_access:index"


@pytest.fixture
def register() -> Register:
    return RegisterFactory(name="Asiakkaat")


@pytest.fixture
def administrator(register: Register) -> Any:
    return user_with(Permission.SEE, Permission.ADMINISTER, on=[register])


def screen(register: Register) -> str:
    return reverse("privacy_access:edit", args=[register.pk])


def box(group: Any, permission: Permission) -> str:
    return f"group-{group.pk}-{permission.value}"


def grants_on(register: Register) -> set[tuple[int, str]]:
    return set(RegisterAccess.objects.filter(register=register).values_list("group_id", "permission"))


def test_administrator_of_the_register_gives_and_takes_access(register: Register, administrator: Any) -> None:
    own, other = administrator.groups.get(), GroupFactory()
    client = client_of(administrator)
    boxes = {box(own, Permission.SEE): "on", box(own, Permission.ADMINISTER): "on", box(other, Permission.HANDLE): "on"}
    client.post(screen(register), boxes)
    # Whoever handles requests sees them.
    assert grants_on(register) == {(own.pk, "see"), (own.pk, "administer"), (other.pk, "handle"), (other.pk, "see")}
    del boxes[box(other, Permission.HANDLE)]
    client.post(screen(register), boxes)
    assert grants_on(register) == {(own.pk, "see"), (own.pk, "administer")}


def test_changes_are_logged_and_shown(register: Register, administrator: Any) -> None:
    own, other = administrator.groups.get(), GroupFactory(name="Puhelinpalvelu")
    client = client_of(administrator)
    kept = {box(own, Permission.SEE): "on", box(own, Permission.ADMINISTER): "on"}
    client.post(screen(register), {**kept, box(other, Permission.SEE): "on"})
    client.post(screen(register), kept)
    first, second = ModelLogEntry.objects.filter(action="privacy.access").order_by("pk")
    assert (first.user, first.data) == (administrator, {"given": [["Puhelinpalvelu", "see"]], "taken": []})
    assert second.data == {"given": [], "taken": [["Puhelinpalvelu", "see"]]}
    page = client.get(screen(register)).content.decode()
    assert page.count("Puhelinpalvelu (Pyyntöjen katselu)") == 2


def test_saving_without_a_change_logs_nothing(register: Register, administrator: Any) -> None:
    group = administrator.groups.get()
    boxes = {box(group, Permission.SEE): "on", box(group, Permission.ADMINISTER): "on"}
    client_of(administrator).post(screen(register), boxes)
    assert not ModelLogEntry.objects.filter(action="privacy.access").exists()


@pytest.mark.parametrize("who", ["handler", "editor", "administrator of another"])
def test_others_neither_see_nor_change_access(register: Register, editor: Any, who: str) -> None:
    users = {
        "handler": lambda: handler_of(register),
        "editor": lambda: editor,
        "administrator of another": lambda: user_with(Permission.SEE, Permission.ADMINISTER, on=[RegisterFactory()]),
    }
    user = users[who]()
    client = client_of(user)
    before = grants_on(register)
    expected = 404 if who == "administrator of another" else 302
    assert client.get(screen(register)).status_code == expected
    group = user.groups.first()
    assert client.post(screen(register), {box(group, Permission.HANDLE): "on"}).status_code == expected
    assert grants_on(register) == before
    assert register.name not in client.get(reverse(INDEX), follow=True).content.decode()


def test_superuser_sees_every_register_in_few_queries(django_assert_max_num_queries: Any) -> None:
    client = client_of(UserFactory(superuser=True))
    group = GroupFactory(name="Käsittelijät")
    for _number in range(5):
        RegisterAccess.objects.create(group=group, register=RegisterFactory(), permission="see")
    client.get(reverse(INDEX))
    with django_assert_max_num_queries(15):
        page = client.get(reverse(INDEX)).content.decode()
    assert page.count("Käsittelijät") == 5


def test_menu_offers_the_screen_to_administrators_only(register: Register, administrator: Any) -> None:
    home = reverse("wagtailadmin_home")
    assert reverse(INDEX) in client_of(administrator).get(home).content.decode()
    assert reverse(INDEX) not in client_of(handler_of(register)).get(home).content.decode()


def readings(request: Any) -> str:
    return reverse("privacy_requests:readings", args=[request.number])


def test_reading_a_case_is_logged_and_shown_to_its_administrators(register: Register, administrator: Any) -> None:
    request = RightsRequestFactory(register=register)
    reader = handler_of(register)
    client_of(reader).get(reverse("privacy_requests:case", args=[request.number]))
    assert [(row.user, row.kind) for row in request.readings.all()] == [(reader, "page")]
    client = client_of(administrator)
    assert reader.get_full_name() in client.get(readings(request)).content.decode()
    assert client_of(reader).get(readings(request)).status_code == 302


def test_list_and_a_case_that_may_not_be_seen_log_no_reading(register: Register) -> None:
    request = RightsRequestFactory(register=register)
    client_of(handler_of(register)).get(reverse("privacy_requests:index"))
    stranger = client_of(handler_of(RegisterFactory()))
    for name in ("case", "print", "readings"):
        assert stranger.get(reverse(f"privacy_requests:{name}", args=[request.number])).status_code == 404
    assert not request.readings.exists()


def test_register_editor_changes_no_access_by_any_form(register: Register, editor_client: Client) -> None:
    before = grants_on(register)
    editor_client.post(f"/admin/snippets/privacy/register/edit/{register.pk}/", {"access": "1", "name": "Uusi"})
    assert grants_on(register) == before
