"""Who may see and handle a request: one policy, asked by every screen, export and file."""

from typing import Any

from django.db.models import QuerySet

from privacy.registers.choices import Permission
from privacy.registers.models.registers import Register
from privacy.rights.reach import Reach, reach_of_user
from privacy.rights.records import RightsRequest


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
