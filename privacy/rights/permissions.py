"""Who may see and handle a request: one policy, asked by every screen, export and file."""

from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.db.models import F, Q, QuerySet, Value

from privacy.registers.access import RegisterAccess
from privacy.registers.choices import Permission
from privacy.registers.filing import Register
from privacy.rights.records import RequestItem, RightsRequest

ALL = "*"  # what `grants` gives for a superuser: every permission at once


class RequestPolicy:
    """Answers from RegisterAccess alone, besides superusers; model permissions of Django play no part.

    An item without a register is seen by whoever may handle any non-confidential register of its controller on
    its form page or, where there is no form page, at all.
    """

    def registers(self, user: Any, permission: Permission) -> Any:
        """Give the registers on which a user has a permission."""
        if not getattr(user, "is_active", False):
            return Register.objects.none()
        if user.is_superuser:
            return Register.objects.all()
        rows = RegisterAccess.objects.filter(group__in=user.groups.values("pk"), permission=permission)
        return Register.objects.filter(pk__in=rows.values("register"))

    def grants(self, user: Any) -> Any:
        """Give (register, permission) for each permission of a user, as a queryset of registers with `granted`."""
        if not getattr(user, "is_active", False):
            return Register.objects.none().annotate(granted=Value(""))
        if user.is_superuser:
            return Register.objects.annotate(granted=Value(ALL))
        own = Register.objects.filter(access__group__in=user.groups.values("pk"))
        return own.annotate(granted=F("access__permission")).distinct()

    def items(self, user: Any, permission: Permission) -> Any:
        """Give the items of requests that a user may see or handle."""
        if not getattr(user, "is_active", False):
            return RequestItem.objects.none()
        if user.is_superuser:
            return RequestItem.objects.all()
        mine = self.registers(user, permission)
        wanted = Permission.HANDLE if permission == Permission.SEE else permission
        plain = self.registers(user, wanted).filter(confidential=False)
        by_form = Q(
            request__form_page__registers__register__in=plain,
            request__form_page__registers__register__controller=F("request__controller"),
        )
        by_controller = Q(request__form_page__isnull=True, request__controller__registers__in=plain)
        return RequestItem.objects.filter(
            Q(register__in=mine) | Q(pk__in=_unassigned().filter(by_form | by_controller).values("pk"))
        )

    def requests(self, user: Any, permission: Permission = Permission.SEE) -> QuerySet[RightsRequest]:
        """Give the requests of which a user may see at least one item."""
        return RightsRequest.objects.filter(pk__in=self.items(user, permission).values("request"))

    def may(self, user: Any, request: RightsRequest, permission: Permission) -> bool:
        """Tell whether a user has a permission on at least one item of a request."""
        return self.items(user, permission).filter(request=request).exists()

    def has_any(self, user: Any, permission: Permission = Permission.SEE) -> bool:
        """Tell whether a user has a permission on any register."""
        return not isinstance(user, AnonymousUser) and self.registers(user, permission).exists()


def _unassigned() -> Any:
    return RequestItem.objects.filter(register__isnull=True)


policy = RequestPolicy()
