"""Who publishes: the user of the admin at work, else the one who wrote the revision."""

from typing import Any

from django.contrib.auth import get_user_model
from wagtail.log_actions import get_active_log_context
from wagtail.models import Revision


def acting_user(revision_id: int | None = None) -> Any:
    """Give the user that Wagtail's log would name, else the author of a revision; None where nobody is known."""
    user = get_active_log_context().user
    if user is not None or revision_id is None:
        return user
    author = Revision.objects.filter(pk=revision_id).values_list("user", flat=True).first()
    return get_user_model()._default_manager.filter(pk=author).first() if author else None
