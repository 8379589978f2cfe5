"""Who may import a notice, and under which lists of notices."""

from typing import Any

from wagtail.models import Page

from privacy.notices.pages.index import NoticeIndexPage

_ADD = ("privacy.add_controller", "privacy.add_contact", "privacy.add_register")
_PUBLISH = ("privacy.publish_controller", "privacy.publish_contact", "privacy.publish_register")


def parents_for(user: Any) -> list[Page]:
    """Give the lists of notices that a user may add a notice to; none without the right to add records."""
    if not user.has_perms(_ADD):
        return []
    lists = NoticeIndexPage.objects.filter(alias_of__isnull=True).select_related("locale").order_by("path")
    return [page for page in lists if page.permissions_for_user(user).can_add_subpage()]


def may_import(user: Any, parent: Page | None = None) -> bool:
    """Tell whether a user may import a notice: under a list, or anywhere."""
    return any(parent is None or found.pk == parent.pk for found in parents_for(user))


def may_publish_records(user: Any) -> bool:
    """Tell whether the records that a user makes go live."""
    return user.has_perms(_PUBLISH)
