"""What the rights room registers in the admin."""

from typing import Any

from wagtail import hooks
from wagtail.signals import published
from wagtail.snippets.models import register_snippet

from privacy.registers.models.contacts import Contact
from privacy.rights.actions import renew_links_of_contact
from privacy.rights.admin.panels import add_route_panel
from privacy.rights.admin.viewsets import StandardTextViewSet
from privacy.rights.workflow.transition import register_steps

register_snippet(StandardTextViewSet)
hooks.register("construct_privacy_register_panels", add_route_panel)
hooks.register("register_log_actions", register_steps)


def renew_links(instance: Contact, **kwargs: Any) -> None:
    """Send a contact whose mailbox has changed new links to the open requests."""
    renew_links_of_contact(contact=instance)


published.connect(renew_links, sender=Contact, dispatch_uid="privacy_renew_links")
