"""What the user of a page has in reach, asked of the policy once, and the door of every screen of the inbox."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.functional import cached_property
from django.views import View

from privacy.rights.permissions import Reach, policy


def reach_of(request: HttpRequest) -> Reach:
    """Give what the user of a page has in reach."""
    found = getattr(request, "_privacy_reach", None)
    if found is None:
        found = policy.reach(request.user)
        request._privacy_reach = found  # type: ignore[attr-defined]
    return found


class ScopedMixin(View):
    """Lets in who may see at least one register's requests; every view also scopes its rows by the policy."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Refuse users without any register."""
        if not reach_of(request).keys():
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def reach(self) -> Reach:
        """What the user has in reach."""
        return reach_of(self.request)
