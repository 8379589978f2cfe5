"""What the room adds to lower ones: the forms that notices lead to, and requests that follow the records."""

from collections.abc import Collection
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.utils.html import format_html
from django.utils.translation import get_language
from wagtail.rich_text import LinkHandler
from wagtail.rich_text.feature_registry import FeatureRegistry

from privacy.registers.models.contacts import Contact
from privacy.rights.actions import renew_links_of_contact
from privacy.rights.form.page import RequestPageRegister, form_address


class RequestFormPages:
    """The pages where rights are used, for the notices that lead to them."""

    def serving(self, register: int) -> QuerySet[Any]:
        """Give the keys of the forms that serve a register."""
        return RequestPageRegister.objects.filter(register=register).values("page")

    def near(self, register: int) -> QuerySet[Any]:
        """Give the keys of the forms that serve a register of the same controller."""
        return RequestPageRegister.objects.filter(register__controller__registers=register).values("page")

    def published_for(self, registers: Collection[int]) -> Collection[tuple[int, int]]:
        """Give the published forms for registers, each with a register that it serves."""
        rows = RequestPageRegister.objects.filter(page__live=True, register__in=registers)
        return list(rows.order_by().values_list("page", "register"))


def renew_links(contact: Contact) -> None:
    """Send a contact whose mailbox has changed new links to the open requests."""
    renew_links_of_contact(contact=contact)


class RequestLinkHandler(LinkHandler):
    """The link to the form of a register, in stored rich text that Wagtail itself expands.

    Notices expand theirs with the pages that they have found already (notices/sections/links.py).
    """

    identifier = "request-form"

    @classmethod
    def expand_db_attributes(cls, attrs: dict[str, str]) -> str:
        """Give the opening tag; without an address where no published form serves the register."""
        try:
            register = str(UUID(attrs.get("register", "")))
        except ValueError:
            return "<a>"
        address = form_address(register, get_language() or "")
        return format_html('<a class="button" href="{}">', address) if address else "<a>"


def register_request_link(features: FeatureRegistry) -> None:
    """Make the link known to Wagtail's rich text."""
    features.register_link_type(RequestLinkHandler)
