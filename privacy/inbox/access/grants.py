"""Gives and takes access to the requests of a register, the only road besides the default, and says so in the log."""

from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import LogFormatter, log

from privacy.registers.choices import Permission
from privacy.registers.models.access import RegisterAccess, may_administer
from privacy.registers.models.registers import Register
from privacy.rights.errors import NotAllowed

LOG_ACTION = "privacy.access"

Grant = tuple[int, str]  # key of a group, permission


def complete(grants: Iterable[Grant]) -> set[Grant]:
    """Give the grants with what they rest on: whoever may do anything with requests also sees them."""
    wanted = set(grants)
    return wanted | {(group, Permission.SEE.value) for group, _permission in wanted}


@transaction.atomic
def change_access(*, register: Register, grants: Iterable[Grant], user: Any) -> bool:
    """Make these the grants on a register, and log what was given and taken; false when nothing changes.

    Raises NotAllowed unless the user is a superuser or administers the register.
    """
    if not may_administer(user, register):
        raise NotAllowed
    # The lock makes two administrators who save at the same time one after the other.
    Register.objects.select_for_update().get(pk=register.pk)
    rows = {
        (row.group_id, row.permission): row
        for row in RegisterAccess.objects.filter(register=register).select_related("group")
    }
    wanted = complete(grants)
    taken, given = rows.keys() - wanted, wanted - rows.keys()
    if not taken and not given:
        return False
    names = {group_id: row.group.name for (group_id, _permission), row in rows.items()}
    RegisterAccess.objects.filter(pk__in=[rows[grant].pk for grant in taken]).delete()
    added = [RegisterAccess(register=register, group_id=group, permission=value) for group, value in sorted(given)]
    RegisterAccess.objects.bulk_create(added)
    names |= {row.group_id: row.group.name for row in added}
    data = {"given": _told(given, names), "taken": _told(taken, names)}
    log(instance=register, action=LOG_ACTION, user=user, data=data)
    return True


def _told(grants: Iterable[Grant], names: dict[int, str]) -> list[list[str]]:
    return sorted([names[group], permission] for group, permission in grants)


class AccessLogFormatter(LogFormatter):
    """The words for a change of access to the requests of a register."""

    label = _("Change access to requests")

    def format_message(self, log_entry: Any) -> str:
        """Tell which groups were given or lost which permission."""
        given = _listed(log_entry.data.get("given", []))
        taken = _listed(log_entry.data.get("taken", []))
        parts = [gettext("Given: %(grants)s") % {"grants": given}] if given else []
        parts += [gettext("Taken: %(grants)s") % {"grants": taken}] if taken else []
        return ". ".join(parts)


def _listed(grants: list[list[str]]) -> str:
    labels = {value: str(label) for value, label in Permission.choices}
    return ", ".join(f"{group} ({labels.get(permission, permission)})" for group, permission in grants)
