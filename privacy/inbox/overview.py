"""What waits, at a glance: numbers in the menu, and the panel of the admin home, by number only."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component
from wagtail.admin.ui.sidebar import LinkMenuItem

from privacy.inbox.choices import DAYS_OF, ME, Due, StateGroup
from privacy.inbox.due_days import due_within
from privacy.inbox.list.columns import due_facts
from privacy.inbox.queries import BY_DUE_DAY, in_order, rights_of, seen, with_persons
from privacy.inbox.scope import reach_of
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


SHOWN = 5


@dataclass(frozen=True, slots=True)
class InboxGroup:
    """Some requests under one heading; `address` leads to all of them."""

    heading: str | Promise
    rows: list[dict[str, Any]]
    has_more: bool
    address: str


class InboxPanel(Component):
    """Shows what waits for the user. No names: the home page is what others see over one's shoulder."""

    name = "privacy_inbox"
    template_name = "privacy/admin/home_panel.html"
    order = 60

    def __init__(self, reach: Reach) -> None:
        self.reach = reach

    def get_context_data(self, parent_context: Mapping[str, Any]) -> dict[str, Any]:
        """Give the heaps; each is one query for its first rows."""
        mine = Q(owner=self.reach.user.pk)
        soon, late = (due_within(*DAYS_OF[due], zones=self.reach.zones()) for due in (Due.WEEK, Due.OVERDUE))
        heaps = [
            self._heap(_("Overdue"), late, f"due={Due.OVERDUE}"),
            self._heap(_("Due within 7 days"), soon, f"due={Due.WEEK}"),
            self._heap(_("Handled by me"), mine, f"state={StateGroup.OPEN}&handler={ME}"),
        ]
        return {"heaps": heaps, "inbox": reverse("privacy_requests:index")}

    def _heap(self, heading: str | Promise, condition: Q, query: str) -> InboxGroup:
        found = with_persons(self.reach.requests()).filter(condition, state__in=OPEN_STATES)
        # The order of the inbox has an index that begins with what is open.
        requests = list(in_order(found, BY_DUE_DAY)[: SHOWN + 1])
        rows = [
            {"number": row.request.number, "rights": rights_of(row), **due_facts(row.request)}
            for row in seen(requests[:SHOWN], self.reach)
        ]
        address = f"{reverse('privacy_requests:index')}?{query}"
        return InboxGroup(heading, rows, len(requests) > SHOWN, address)


def inbox_panels(request: HttpRequest) -> list[InboxPanel]:
    """Give the panel to users who may see requests of some register."""
    reach = reach_of(request)
    return [InboxPanel(reach)] if reach.keys() else []
