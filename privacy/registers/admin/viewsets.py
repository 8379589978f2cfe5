"""The records in the admin: listings, editors, choosers and the menu."""

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.admin.panels import ObjectList
from wagtail.admin.ui.tables import LiveStatusTagColumn, StatusFlagColumn, UpdatedAtColumn
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from privacy.registers.admin.choosers import ContactChooserViewSet, LiveChooserViewSet, RegisterChooserViewSet
from privacy.registers.admin.extensions import MENU_ITEMS
from privacy.registers.admin.panels import AUTHORITY, CONTACT, CONTROLLER, register_edit_handler
from privacy.registers.models.authorities import SupervisoryAuthority
from privacy.registers.models.bases import Record
from privacy.registers.models.contacts import Contact
from privacy.registers.models.controllers import Controller
from privacy.registers.models.registers import Register


class RecordStatusColumn(LiveStatusTagColumn):
    """Wagtail's column without its query for each row: records are never scheduled."""

    def get_value(self, instance: Record) -> str:
        """Give the state in Wagtail's words."""
        if not instance.live:
            return gettext("draft")
        return gettext("live + draft") if instance.has_unpublished_changes else gettext("live")


# Labels are given because Wagtail's own would be fixed in the language of the server's start.
STATUS = RecordStatusColumn(label=_("Status"))
UPDATED = UpdatedAtColumn(label=_("Updated"))


class RecordViewSet(SnippetViewSet):
    """What the records share.

    Copies make no sense: a record describes one thing of the world. Searching goes through the database and
    not the search index, because the filters and orders of a listing need not be in the index then.
    """

    copy_view_enabled = False
    search_backend_name = None
    list_per_page = 50


class ControllerViewSet(RecordViewSet):
    model = Controller
    icon = "home"
    menu_order = 20
    edit_handler = CONTROLLER
    chooser_viewset_class = LiveChooserViewSet
    list_display = ["name", "business_id", "city", STATUS, UPDATED]
    list_filter = ["kind", "live"]
    search_fields = ["name", "business_id", "city"]


class ContactViewSet(RecordViewSet):
    model = Contact
    icon = "user"
    menu_order = 30
    edit_handler = CONTACT
    chooser_viewset_class = ContactChooserViewSet
    list_display = ["__str__", "role", "email", "phone", STATUS, UPDATED]
    list_filter = ["role", "kind", "live"]
    search_fields = ["name", "title", "email"]


class RegisterViewSet(RecordViewSet):
    """Registers. Who sees their requests (RegisterAccess) is not edited here."""

    model = Register
    icon = "folder-open-inverse"
    menu_order = 10
    chooser_viewset_class = RegisterChooserViewSet
    list_display = [
        "name",
        "controller",
        StatusFlagColumn("confidential", label=_("Confidential"), true_label=_("Confidential")),
        "retired_on",
        STATUS,
        UPDATED,
    ]
    list_filter = ["controller", "confidential", "live"]
    search_fields = ["name", "controller__name"]

    @property
    def edit_handler(self) -> ObjectList:
        """Give the panels, those of other rooms among them."""
        return register_edit_handler()

    def get_queryset(self, request: HttpRequest) -> Any:
        """Load controllers together with their registers."""
        return Register.objects.select_related("controller")


class AuthorityViewSet(RecordViewSet):
    """Supervisory authorities: bundled data that an editor may correct."""

    model = SupervisoryAuthority
    icon = "globe"
    menu_order = 40
    edit_handler = AUTHORITY
    list_display = ["name", "code", "website", "last_checked", UPDATED]
    list_filter = ["scope"]
    search_fields = ["name", "name_en", "code"]


class PrivacyViewSetGroup(SnippetViewSetGroup):
    """The menu of the records: who we are."""

    items = (RegisterViewSet, ControllerViewSet, ContactViewSet, AuthorityViewSet)
    menu_label = pgettext_lazy("the app", "Privacy")
    menu_name = "privacy"
    menu_icon = "lock"
    menu_order = 150

    def get_submenu_items(self) -> list[MenuItem]:
        """Add what other rooms offer here."""
        return [*super().get_submenu_items(), *(make() for make in MENU_ITEMS.values())]
