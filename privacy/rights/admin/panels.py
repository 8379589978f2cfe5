"""What the rights room shows in the editors of other rooms."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import Panel
from wagtail.admin.utils import get_user_display_name

from privacy.registers.identifiers import format_phone
from privacy.registers.models.contacts import Contact
from privacy.registers.models.registers import Register
from privacy.rights.models.standard_texts import bundled, fields_of
from privacy.rights.routing import Recipient, route_for_register


class RoutePanel(Panel):
    """Tells the editor of a register who is told of its requests, or that nobody can be."""

    class BoundPanel(Panel.BoundPanel):
        """The route of one register, as it is published: drafts route nothing."""

        template_name = "privacy/admin/route_panel.html"

        def is_shown(self) -> bool:
            """Tell whether there is a register yet."""
            return bool(self.instance.pk) and super().is_shown()

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            """Add the route of the row in the database, not of the draft that is being edited."""
            register = Register.objects.select_related("controller").get(pk=self.instance.pk)
            route = route_for_register(register)
            country = register.controller.country
            return {
                **super().get_context_data(parent_context),
                "register": register,
                "problem": route.problem,
                "recipients": [] if register.confidential else [_told(recipient) for recipient in route.recipients],
                "handlers": len(route.recipients) if register.confidential and not route.problem else 0,
                "skipped": [(contact, format_phone(contact.phone, country)) for contact in route.skipped],
            }


class BundledTextPanel(Panel):
    """Shows an editor the bundled text and the placeholders that are filled in in it."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "privacy/admin/bundled_text_panel.html"

        def is_shown(self) -> bool:
            """Tell whether the row says which text it is."""
            return bool(self.instance.pk) and super().is_shown()

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            """Add the bundled text and the names of the placeholders."""
            code, language = self.instance.code, self.instance.language
            fields = [f"{{{name}}}" for name in fields_of(code)]
            return {
                **super().get_context_data(parent_context),
                "bundled": bundled(code, language),
                "fields": fields,
            }


def route_panel() -> Panel:
    """Give the panel with the route, which stands after the fields that decide it."""
    return RoutePanel(heading=_("Where requests go"), icon="mail")


def _told(recipient: Recipient) -> tuple[Contact | str, str]:
    user = get_user_display_name(recipient.user) if recipient.user else ""
    return recipient.contact or user, recipient.email
