"""The menu item of importing."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy
from wagtail.admin.menu import MenuItem

from privacy.importer.permissions import may_import


class ImportMenuItem(MenuItem):
    """The menu item, for those who may import."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Tell whether the user may import a notice anywhere."""
        return may_import(request.user)


def import_menu_item() -> MenuItem:
    """Give the item, last in the menu of the records."""
    label, address = gettext_lazy("Import a notice"), reverse("privacy_importer:read")
    return ImportMenuItem(label, address, name="privacy-import", icon_name="download", order=90)
