"""What importing registers in the admin."""

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest
from django.urls import URLPattern, URLResolver, include, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets import Button
from wagtail.models import Page

from privacy.importer.permissions import may_import
from privacy.notices.pages.index import NoticeIndexPage
from privacy.registers.admin.viewsets import MENU_HOOK


class ImportMenuItem(MenuItem):
    """The menu item, for those who may import."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Tell whether the user may import a notice anywhere."""
        return may_import(request.user)


@hooks.register("register_admin_urls")
def register_import_urls() -> list[URLPattern | URLResolver]:
    """Register the screens."""
    return [path("privacy/import/", include("privacy.importer.wizard.urls"))]


@hooks.register(MENU_HOOK)
def register_import_item() -> MenuItem:
    """Put the item last in the menu of the records."""
    label, address = gettext_lazy("Import a notice"), reverse("privacy_importer:read")
    return ImportMenuItem(label, address, name="privacy-import", icon_name="download", order=90)


@hooks.register("register_page_header_buttons")
def add_import_button(page: Page, user: Any, view_name: str, next_url: str | None = None) -> Iterator[Button]:
    """Offer to import below a list of notices, where a notice would be added."""
    if page.specific_class is NoticeIndexPage and may_import(user, page):
        address = f"{reverse('privacy_importer:read')}?parent={page.pk}"
        yield Button(_("Import a notice"), url=address, icon_name="download", priority=16)
