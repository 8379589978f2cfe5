"""The table of groups and permissions of one register."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib.auth.models import Group
from django.db.models import Count, Q
from django.utils.translation import gettext

from privacy.inbox.access.grants import Grant
from privacy.registers.choices import Permission
from privacy.registers.models.access import RegisterAccess
from privacy.registers.models.registers import Register


@dataclass(frozen=True, slots=True)
class AccessRow:
    """A group with its check boxes, in the order of the permissions."""

    group: Group
    boxes: list[forms.BoundField]


class AccessForm(forms.Form):
    """One check box for each group and permission."""

    def __init__(self, *args: Any, register: Register, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        members = Count("user", filter=Q(user__is_active=True))
        self.groups = list(Group.objects.annotate(members=members).order_by("name"))
        present = set(RegisterAccess.objects.filter(register=register).values_list("group_id", "permission"))
        for group in self.groups:
            for permission in Permission:
                self.fields[_name(group.pk, permission)] = forms.BooleanField(
                    required=False,
                    initial=(group.pk, permission.value) in present,
                    label=gettext("%(group)s: %(permission)s")
                    % {"group": group.name, "permission": str(permission.label).lower()},
                )

    def rows(self) -> Iterator[AccessRow]:
        """Give the rows of the table."""
        for group in self.groups:
            yield AccessRow(group, [self[_name(group.pk, permission)] for permission in Permission])

    def grants(self) -> set[Grant]:
        """Give what was ticked."""
        return {
            (group.pk, permission.value)
            for group in self.groups
            for permission in Permission
            if self.cleaned_data[_name(group.pk, permission)]
        }


def _name(group: int, permission: str) -> str:
    return f"group-{group}-{permission}"
