"""What importing registers in the admin."""

from collections.abc import Iterator
from typing import Any

from django.urls import URLPattern, URLResolver, include, path, reverse
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin.widgets import Button
from wagtail.models import Page

from privacy.importer.permissions import may_import
from privacy.notices.pages.index import NoticeIndexPage


@hooks.register("register_admin_urls")
def register_import_urls() -> list[URLPattern | URLResolver]:
    """Register the screens."""
    return [path("privacy/import/", include("privacy.importer.wizard.urls"))]


@hooks.register("register_page_header_buttons")
def add_import_button(page: Page, user: Any, view_name: str, next_url: str | None = None) -> Iterator[Button]:
    """Offer to import below a list of notices, where a notice would be added."""
    if page.specific_class is NoticeIndexPage and may_import(user, page):
        address = f"{reverse('privacy_importer:read')}?parent={page.pk}"
        yield Button(_("Import a notice"), url=address, icon_name="download", priority=16)
