"""What one user has in reach: the registers whose requests he may see, asked of the policy once per page."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest

from privacy.registers.choices import Permission
from privacy.rights.permissions import policy


@dataclass(frozen=True, slots=True)
class Reach:
    """A user with the keys of the registers whose requests he may see, each with its controller's time zone."""

    user: Any
    zones_by_register: dict[int, str]

    @property
    def is_empty(self) -> bool:
        """Whether the user may see the requests of no register."""
        return not self.zones_by_register

    @property
    def registers(self) -> Collection[int]:
        """The keys of the registers."""
        return self.zones_by_register.keys()

    @property
    def zones(self) -> set[str]:
        """The time zones (IANA) in which due days are counted."""
        return set(self.zones_by_register.values())


def reach_of_user(user: Any) -> Reach:
    """Ask the policy what a user has in reach."""
    rows = policy.registers(user, Permission.SEE).values_list("pk", "controller__time_zone")
    return Reach(user, dict(rows))


def reach_of(request: HttpRequest) -> Reach:
    """Give what the user of a page has in reach; the menu, the list and its filters ask once."""
    found = getattr(request, "_privacy_reach", None)
    if found is None:
        found = reach_of_user(request.user)
        request._privacy_reach = found  # type: ignore[attr-defined]
    return found
