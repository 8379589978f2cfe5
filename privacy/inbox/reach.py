"""What one user has in reach: the registers whose requests he may see, asked of the policy once per page."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest

from privacy.registers.choices import Permission
from privacy.rights.permissions import ALL, policy


@dataclass(frozen=True, slots=True)
class Reach:
    """A user with what he may do with the requests of registers.

    `permissions` has them by the key of the register; `names` and `zones` (IANA, of the controller) are of the
    registers whose requests he may see.
    """

    user: Any
    permissions: dict[int, frozenset[str]]
    names: dict[int, str]
    zones: frozenset[str]

    @property
    def is_empty(self) -> bool:
        """Whether the user may see the requests of no register."""
        return not self.names

    @property
    def registers(self) -> Iterable[int]:
        """The keys of the registers whose requests the user may see."""
        return self.names.keys()

    def may_anywhere(self, permission: Permission) -> bool:
        """Tell whether the user has a permission on any register."""
        return any(permission in granted for granted in self.permissions.values())


def reach_of_user(user: Any) -> Reach:
    """Ask the policy what a user has in reach."""
    permissions: dict[int, frozenset[str]] = {}
    seen = []
    rows = policy.grants(user).order_by("name", "pk").values_list("pk", "granted", "name", "controller__time_zone")
    for register, granted, name, zone in rows:
        own = frozenset(Permission.values) if granted == ALL else frozenset({granted})
        permissions[register] = permissions.get(register, frozenset()) | own
        if Permission.SEE in own:
            seen.append((register, name, zone))
    names = {register: name for register, name, _zone in seen}
    return Reach(user, permissions, names, frozenset(zone for _register, _name, zone in seen))


def reach_of(request: HttpRequest) -> Reach:
    """Give what the user of a page has in reach; the menu, the list and its filters ask once."""
    found = getattr(request, "_privacy_reach", None)
    if found is None:
        found = reach_of_user(request.user)
        request._privacy_reach = found  # type: ignore[attr-defined]
    return found
