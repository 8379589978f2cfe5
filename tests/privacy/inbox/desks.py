"""Users at their desks, and what they read."""

from typing import Any

from django.contrib.auth.models import Permission as DjangoPermission
from django.test import Client
from django.urls import reverse

from privacy.models import Register, RegisterAccess
from privacy.registers.choices import Permission
from tests.factories import GroupFactory, UserFactory

INDEX = "privacy_requests:index"
RESULTS = "privacy_requests:index_results"


def user_with(*permissions: Permission, on: list[Register]) -> Any:
    """Give a user of the admin with permissions on the requests of registers."""
    group = GroupFactory()
    for register in on:
        for permission in permissions:
            RegisterAccess.objects.create(group=group, register=register, permission=permission)
    return UserFactory(groups=[group])


def handler_of(*registers: Register) -> Any:
    """Give a user who sees and handles the requests of registers."""
    return user_with(Permission.SEE, Permission.HANDLE, on=list(registers))


def client_of(user: Any) -> Client:
    """Give a client that is logged in."""
    client = Client()
    client.force_login(user)
    return client


def manager_of_users(*groups: Any) -> Any:
    """Give a user who may make and change users, and belongs to groups."""
    group = GroupFactory()
    codenames = ("add_user", "change_user", "delete_user")
    group.permissions.add(*DjangoPermission.objects.filter(codename__in=codenames))
    return UserFactory(groups=[group, *groups])


def numbers_in_list(client: Client, **parameters: Any) -> list[str]:
    """Give the numbers that the list shows with these parameters, in their order."""
    response = client.get(reverse(RESULTS), parameters)
    assert response.status_code == 200
    return [request.number for request in response.context["object_list"]]
