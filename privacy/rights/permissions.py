"""Who may see and handle a request: one policy, asked by every screen, export and file."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from privacy.registers.choices import Permission
from privacy.registers.models.registers import Register
from privacy.rights.models.requests import RequestItem, RightsRequest


@dataclass(frozen=True, slots=True)
class ReachedRegister:
    """A register with what the user may do with its requests; the time zone (IANA) is the controller's."""

    pk: int
    name: str
    confidential: bool
    controller: int
    time_zone: str
    permissions: set[str] = field(default_factory=set)
    form_pages: set[int] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Reach:
    """A user with the registers in reach; a superuser reaches everything, with or without a register.

    An item without a register is seen by whoever may handle any non-confidential register of its controller on
    its form page or, where there is no form page, at all.
    """

    user: Any
    reached: dict[int, ReachedRegister]
    everything: bool = False

    def registers(self, permission: Permission = Permission.SEE) -> list[ReachedRegister]:
        """Give the registers on which the user has a permission, by name."""
        return [register for register in self.reached.values() if permission in register.permissions]

    def keys(self, permission: Permission = Permission.SEE) -> list[int]:
        """Give the keys of the registers on which the user has a permission."""
        return [register.pk for register in self.registers(permission)]

    def zones(self) -> set[str]:
        """Give the time zones (IANA) in which the due days of what the user sees are counted."""
        return {register.time_zone for register in self.registers()}

    def items(self, permission: Permission = Permission.SEE) -> Any:
        """Give the items of requests on which the user has a permission."""
        if self.everything:
            return RequestItem.objects.all()
        return RequestItem.objects.filter(Q(register__in=self.keys(permission)) | self._unassigned(permission))

    def covers(self, item: RequestItem, request: RightsRequest, permission: Permission) -> bool:
        """Tell whether the user has a permission on an item that is in memory, by the same rule and no query."""
        if self.everything or item.register_id is not None:
            return self.everything or item.register_id in self.keys(permission)
        wanted = Permission.HANDLE if permission == Permission.SEE else permission
        pages = _pages_by_controller(self.registers(wanted)).get(request.controller_id)
        return pages is not None and (request.form_page_id is None or request.form_page_id in pages)

    def requests(self, permission: Permission = Permission.SEE) -> QuerySet[RightsRequest]:
        """Give the requests of which the user has a permission on at least one item."""
        return RightsRequest.objects.filter(Exists(self.items(permission).filter(request=OuterRef("pk"))))

    def _unassigned(self, permission: Permission) -> Q:
        wanted = Permission.HANDLE if permission == Permission.SEE else permission
        condition = Q(pk__in=[])
        for controller, pages in _pages_by_controller(self.registers(wanted)).items():
            by_form = Q(request__form_page__isnull=True) | Q(request__form_page__in=pages)
            condition |= Q(by_form, register__isnull=True, request__controller=controller)
        return condition


def _pages_by_controller(registers: Iterable[ReachedRegister]) -> dict[int, set[int]]:
    pages: dict[int, set[int]] = {}
    for register in registers:
        if not register.confidential:
            pages.setdefault(register.controller, set()).update(register.form_pages)
    return pages


_READ = ("pk", "name", "confidential", "controller", "controller__time_zone")


def reach_of_user(user: Any) -> Reach:
    """Read what a user may do, in one query; nothing for users who are not active."""
    if not getattr(user, "is_active", False):
        return Reach(user, {})
    rows = Register.objects.order_by("name", "pk")
    if not user.is_superuser:
        rows = rows.filter(access__group__in=user.groups.values("pk"))
        rows = rows.annotate(granted=F("access__permission"), page=F("request_page_rows__page"))
    reached: dict[int, ReachedRegister] = {}
    for row in rows.values(
        "pk", "name", "confidential", "controller", "controller__time_zone", *rows.query.annotations
    ):
        register = reached.setdefault(row["pk"], _register(row))
        register.permissions.update(Permission.values if user.is_superuser else {row["granted"]})
        register.form_pages.update({row["page"]} if row.get("page") else ())
    return Reach(user, reached, everything=user.is_superuser)


def _register(row: dict[str, Any]) -> ReachedRegister:
    return ReachedRegister(*(row[name] for name in _READ))


class RequestPolicy:
    """Answers from RegisterAccess alone, besides superusers; model permissions of Django play no part.

    What a user may do is read anew at each question; a screen that asks several times takes the `reach` and asks
    that.
    """

    def reach(self, user: Any) -> Reach:
        """Give all that a user may do."""
        return reach_of_user(user)

    def registers(self, user: Any, permission: Permission) -> Any:
        """Give the registers on which a user has a permission."""
        return Register.objects.filter(pk__in=self.reach(user).keys(permission))

    def items(self, user: Any, permission: Permission) -> Any:
        """Give the items of requests that a user may see or handle."""
        return self.reach(user).items(permission)

    def requests(self, user: Any, permission: Permission = Permission.SEE) -> QuerySet[RightsRequest]:
        """Give the requests of which a user may see at least one item."""
        return self.reach(user).requests(permission)

    def may(self, user: Any, request: RightsRequest, permission: Permission) -> bool:
        """Tell whether a user has a permission on at least one item of a request."""
        return self.items(user, permission).filter(request=request).exists()

    def has_any(self, user: Any, permission: Permission = Permission.SEE) -> bool:
        """Tell whether a user has a permission on any register."""
        return bool(self.reach(user).keys(permission))


policy = RequestPolicy()
