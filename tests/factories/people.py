"""Users and groups of the admin."""

from collections.abc import Iterable
from typing import Any

import factory
from django.conf import settings
from django.contrib.auth.models import Group
from django.contrib.auth.models import Permission as DjangoPermission
from factory.django import DjangoModelFactory, Password
from wagtail.models import GroupPagePermission, Page

from privacy.registers.choices import Permission
from privacy.registers.models.access import RegisterAccess
from privacy.registers.models.registers import Register

RECORDS = ("controller", "contact", "register", "supervisoryauthority")


class UserFactory(DjangoModelFactory):
    """A user who can log in with the password "salasana"; superuser is a state, `groups` takes groups."""

    class Meta:
        model = settings.AUTH_USER_MODEL
        skip_postgeneration_save = True

    class Params:
        superuser = factory.Trait(is_superuser=True, is_staff=True)

    username = factory.Sequence(lambda number: f"kayttaja{number}")
    first_name = "Testi"
    last_name = factory.Sequence(lambda number: f"Käyttäjä {number}")
    email = factory.Sequence(lambda number: f"kayttaja{number}@example.fi")
    password = Password("salasana")

    @factory.post_generation
    def groups(self: Any, create: bool, extracted: Iterable[Group] | None, **kwargs: Any) -> None:
        """Put the user into groups."""
        self.groups.add(*(extracted or []))


class GroupFactory(DjangoModelFactory):
    """A group that may enter the admin.

    `editor=True` also edits the records and all pages. `sees=[register]` and `handles=[register]` give access
    to the requests of registers.
    """

    class Meta:
        model = Group
        skip_postgeneration_save = True

    name = factory.Sequence(lambda number: f"Ryhmä {number}")

    @factory.post_generation
    def editor(self: Any, create: bool, extracted: bool | None, **kwargs: Any) -> None:
        """Let the group enter the admin and, if asked, edit records and pages."""
        self.permissions.add(DjangoPermission.objects.get(codename="access_admin"))
        if extracted:
            records = DjangoPermission.objects.filter(content_type__app_label="privacy")
            self.permissions.add(*records.filter(content_type__model__in=RECORDS))
            pages = ("add_page", "change_page", "publish_page")
            for permission in DjangoPermission.objects.filter(codename__in=pages):
                GroupPagePermission.objects.create(group=self, page=Page.get_first_root_node(), permission=permission)

    @factory.post_generation
    def sees(self: Any, create: bool, extracted: Iterable[Register] | None, **kwargs: Any) -> None:
        """Let the group see the requests of registers."""
        _grant(self, extracted, [Permission.SEE])

    @factory.post_generation
    def handles(self: Any, create: bool, extracted: Iterable[Register] | None, **kwargs: Any) -> None:
        """Let the group see and handle the requests of registers."""
        _grant(self, extracted, [Permission.SEE, Permission.HANDLE])


def _grant(group: Group, registers: Iterable[Register] | None, permissions: list[Permission]) -> None:
    for register in registers or []:
        for permission in permissions:
            RegisterAccess.objects.get_or_create(group=group, register=register, permission=permission)
