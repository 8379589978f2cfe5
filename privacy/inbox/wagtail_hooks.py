"""What the inbox registers in the admin."""

from wagtail import hooks
from wagtail.admin.viewsets.base import ViewSet

from privacy.inbox.viewsets import request_viewset


@hooks.register("register_admin_viewset")
def register_requests() -> ViewSet:
    """Register the inbox."""
    return request_viewset
