"""What the inbox shows in the menu: the number of open requests and of those that are overdue."""

from dataclasses import dataclass

from django.db.models import Count, Q
from django.http import HttpRequest
from django.utils.translation import gettext
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.sidebar import LinkMenuItem

from privacy.inbox.days import due_within
from privacy.inbox.reaching import reach_of
from privacy.rights.choices import OPEN_STATES
from privacy.rights.permissions import Reach


@dataclass(frozen=True, slots=True)
class OpenCases:
    """How many requests are open, and how many of these are overdue."""

    open: int
    overdue: int

    def __str__(self) -> str:
        if not self.overdue:
            return str(self.open) if self.open else ""
        return gettext("%(open)s, %(overdue)s late") % {"open": self.open, "overdue": self.overdue}


def count_open_cases(reach: Reach) -> OpenCases:
    """Count the open requests that a user may see, in one query."""
    late: Q = due_within(None, -1, zones=reach.zones())
    found = reach.requests().filter(state__in=OPEN_STATES)
    counts = found.aggregate(open=Count("pk"), overdue=Count("pk", filter=late))
    return OpenCases(counts["open"], counts["overdue"])


class ReachMenuItem(MenuItem):
    """A menu item for those who may see requests of some register."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Tell whether the user may see requests of any register."""
        return bool(reach_of(request).keys())


class RequestsMenuItem(ReachMenuItem):
    """The menu item of the inbox, with the number of open requests."""

    def render_component(self, request: HttpRequest) -> LinkMenuItem:
        """Add the numbers to the label."""
        component = super().render_component(request)
        if counted := str(count_open_cases(reach_of(request))):
            component.label = f"{self.label} ({counted})"
            component.classname = "privacy-counted"
        return component
