"""What the notice editor shows of the checks, and what it asks at publication."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import VERSION
from wagtail.admin.panels import MultiFieldPanel, ObjectList, Panel

from privacy.notices.checking.deciding import check_page
from privacy.notices.checking.presenting import Presented, lines_of


class ConfirmPanel(MultiFieldPanel):
    """One box with the open errors that stand in the way of publishing; not there until somebody tries."""

    class BoundPanel(MultiFieldPanel.BoundPanel):
        """The box of one form."""

        template_name = "privacy/admin/checks/confirm_panel.html"

        def is_shown(self) -> bool:
            """Tell whether something is asked."""
            return bool(getattr(self.form, "asked", ())) and super().is_shown()

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            """Add what is asked."""
            return {
                **super().get_context_data(parent_context),
                "lines": lines_of(self.form.asked, self.form.checked),
                "gate": self.form.gate,
            }


class ChecksPanel(Panel):
    """What the checks find in the draft, errors first, and how complete it is."""

    class BoundPanel(Panel.BoundPanel):
        """The checks of one notice."""

        template_name = "privacy/admin/checks/panel.html"

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            """Add the findings."""
            context = super().get_context_data(parent_context)
            return {**context, "checked": Presented(check_page(self.instance))}


def checks_tab() -> list[ObjectList]:
    """Give the tab of the checks where Wagtail has no side panels of our own (before 8.0)."""
    return [] if VERSION >= (8, 0) else [ObjectList([ChecksPanel()], heading=_("Checks"))]
