"""What the rights room registers in the admin."""

from wagtail import hooks
from wagtail.snippets.models import register_snippet

from privacy.rights.log_actions import register_steps
from privacy.rights.panels import add_route_panel
from privacy.rights.viewsets import StandardTextViewSet

register_snippet(StandardTextViewSet)
hooks.register("construct_privacy_register_panels", add_route_panel)
hooks.register("register_log_actions", register_steps)
