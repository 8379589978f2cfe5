"""The panel of the admin home by which a new site gets started."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest
from wagtail.admin.ui.components import Component

from privacy.starter.forms import Offers, StarterForm
from privacy.starter.permissions import starting_offers


class StarterPanel(Component):
    """Shows the form of getting started."""

    name = "privacy_starter"
    template_name = "privacy/admin/starter/panel.html"
    order = 50

    def __init__(self, offers: Offers) -> None:
        self.form = StarterForm(offers=offers)

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        """Give the form, and what its protection against forged requests needs."""
        return {"form": self.form, "csrf_token": parent_context["csrf_token"]}


def starter_panels(request: HttpRequest) -> list[StarterPanel]:
    """Give the panel to a user who may get started, nothing once there is a register."""
    offers = starting_offers(request.user)
    return [StarterPanel(offers)] if offers else []
