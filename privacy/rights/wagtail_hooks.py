"""What the rights room registers in the admin."""

from wagtail import hooks

from privacy.rights.panels import add_route_panel

hooks.register("construct_privacy_register_panels", add_route_panel)
