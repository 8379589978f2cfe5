"""Loads the demo's logins and the groups that decide what they may do."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from wagtail.models import GroupPagePermission, Page

from privacy.models import DefaultAccess, Register, RegisterAccess

HANDLERS = "Tietosuoja"
EDITORS = "Selosteiden toimitus"
CONFIDENTIAL_HANDLERS = "Ilmoituskanavan käsittelijät"
_HANDLER = "handler"
_PAGE_RIGHTS = ("add_page", "change_page", "publish_page")
_RECORD_RIGHTS = ("add", "change", "publish", "view")
_RECORDS = ("controller", "contact", "register", "supervisoryauthority")


@dataclass(frozen=True, slots=True)
class Login:
    """One of the demo's users: what he is called and belongs to."""

    username: str
    first_name: str
    last_name: str
    email: str
    group: str = ""


LOGINS = (
    Login("admin", "Ylläpitäjä", "Esimerkki", "admin@example.fi"),
    Login("editor", "Elina", "Esimerkki", "editor@example.fi", EDITORS),
    Login(_HANDLER, "Maarit", "Harjusela", "asiakasrekisteri@pihkakivi.example.fi", HANDLERS),
)


def load_logins(front_pages: Iterable[Page], password: str) -> dict[str, Any]:
    """Load the groups and users that are missing; give the demo's users by username."""
    if _load_group(HANDLERS, []):
        DefaultAccess.objects.update_or_create(defaults={"group": Group.objects.get(name=HANDLERS)})
    if _load_group(EDITORS, [f"{right}_{record}" for record in _RECORDS for right in _RECORD_RIGHTS]):
        _open_pages(Group.objects.get(name=EDITORS), front_pages)
    return {login.username: _load_user(login, password) for login in LOGINS}


def missing_logins() -> list[str]:
    """Give the usernames of the demo that the site does not have yet."""
    names = [login.username for login in LOGINS]
    present = get_user_model()._default_manager.filter(username__in=names).values_list("username", flat=True)
    return [name for name in names if name not in present]


def _load_group(name: str, codenames: list[str]) -> bool:
    group, created = Group.objects.get_or_create(name=name)
    if created:
        entry = Permission.objects.filter(content_type__app_label="wagtailadmin", codename="access_admin")
        records = Permission.objects.filter(content_type__app_label="privacy", codename__in=codenames)
        translate = Permission.objects.filter(codename="submit_translation")
        group.permissions.add(*entry, *records, *translate)
    return created


def _open_pages(group: Group, front_pages: Iterable[Page]) -> None:
    rights = Permission.objects.filter(content_type__app_label="wagtailcore", codename__in=_PAGE_RIGHTS)
    rows = [GroupPagePermission(group=group, page=page, permission=right) for page in front_pages for right in rights]
    GroupPagePermission.objects.bulk_create(rows)


def _load_user(login: Login, password: str) -> Any:
    users = get_user_model()._default_manager
    found = users.filter(username=login.username).first()
    if found is not None:
        return found
    details = {"email": login.email, "first_name": login.first_name, "last_name": login.last_name}
    if not login.group:
        return users.create_superuser(login.username, password=password, **details)
    user = users.create_user(login.username, password=password, **details)
    user.groups.add(Group.objects.get(name=login.group))
    return user


def open_confidential_registers(users: dict[str, Any]) -> None:
    """Give the confidential registers of the demo handlers of their own, the first time."""
    if not _load_group(CONFIDENTIAL_HANDLERS, []):
        return
    group = Group.objects.get(name=CONFIDENTIAL_HANDLERS)
    permissions = RegisterAccess._meta.get_field("permission").flatchoices
    for register in Register.objects.filter(confidential=True, access__isnull=True):
        RegisterAccess.objects.bulk_create(
            RegisterAccess(group=group, register=register, permission=value) for value, _label in permissions
        )
    users[_HANDLER].groups.add(group)
