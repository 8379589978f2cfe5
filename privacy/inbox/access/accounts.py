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
from django.db.models import Q, QuerySet

from privacy.registers.choices import Permission
from privacy.registers.models.access import RegisterAccess
from privacy.rights.permissions import policy


def _access_beyond(manager: Any) -> QuerySet[RegisterAccess]:
    own = policy.registers(manager, Permission.ADMINISTER).values("pk")
    return RegisterAccess.objects.exclude(register__in=own)


def groups_beyond(manager: Any, groups: Iterable[Any]) -> list[str]:
    """Give the names of those groups that have access to a register which the manager does not administer."""
    if manager.is_superuser:
        return []
    beyond = _access_beyond(manager).filter(group__in=groups)
    return list(Group.objects.filter(pk__in=beyond.values("group")).order_by("name").values_list("name", flat=True))


def accounts_beyond(manager: Any) -> QuerySet[Any]:
    """Give the accounts that the manager must not act as: superusers, and members of groups with access beyond his."""
    users = get_user_model()._default_manager
    if manager.is_superuser:
        return users.none()
    members = Q(pk__in=users.filter(groups__in=_access_beyond(manager).values("group")).values("pk"))
    return users.filter(members | Q(is_superuser=True)).exclude(pk=manager.pk)


def is_beyond(manager: Any, account: Any) -> bool:
    """Tell whether the manager must not act as an account."""
    return account.pk is not None and accounts_beyond(manager).filter(pk=account.pk).exists()
