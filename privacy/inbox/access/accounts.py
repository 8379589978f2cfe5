"""Who may change whose account: whoever manages users must not come by access to requests that way.

A user manager who is no superuser passes on only what he administers. He cannot put anybody into a group with access to
registers that he does not administer, nor make a superuser, nor take over the account of somebody who has such access:
by a new password, name or email, by a token of the API, or by setting an account that rests at work again. He may take
access away and correct names. The screens that ask this stand in `account_screens.py`.
"""

from collections.abc import Iterable
from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.db.models import Exists, OuterRef, Q, QuerySet

from privacy.registers.choices import Permission
from privacy.registers.models.access import DefaultAccess, RegisterAccess
from privacy.rights.permissions import policy


def _groups_beyond(manager: Any) -> QuerySet[Group]:
    """Give the groups with access that the manager does not administer, or that the next register gives them."""
    own = policy.registers(manager, Permission.ADMINISTER).values("pk")
    access = RegisterAccess.objects.filter(group=OuterRef("pk"))
    promised = Q(pk__in=DefaultAccess.objects.values("group")) & ~Exists(access)
    return Group.objects.filter(Exists(access.exclude(register__in=own)) | promised)


def groups_beyond(manager: Any, groups: Iterable[Any]) -> list[str]:
    """Give the names of those groups that have access to a register which the manager does not administer."""
    if manager.is_superuser:
        return []
    return list(_groups_beyond(manager).filter(pk__in=groups).order_by("name").values_list("name", flat=True))


def accounts_beyond(manager: Any) -> QuerySet[Any]:
    """Give the accounts that the manager must not act as: superusers, and members of groups with access beyond his."""
    users = get_user_model()._default_manager
    if manager.is_superuser:
        return users.none()
    members = users.filter(groups__in=_groups_beyond(manager).values("pk")).values("pk")
    return users.filter(Q(pk__in=members) | Q(is_superuser=True)).exclude(pk=manager.pk)


def is_beyond(manager: Any, account: Any) -> bool:
    """Tell whether the manager must not act as an account."""
    return account.pk is not None and accounts_beyond(manager).filter(pk=account.pk).exists()
