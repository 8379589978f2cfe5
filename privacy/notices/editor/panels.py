"""What the notice editor shows of the checks and of versions."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail import VERSION
from wagtail.admin.panels import MultiFieldPanel, ObjectList, Panel

from privacy.notices.compliance.evaluate import check_page
from privacy.notices.compliance.presentation import Presented, lines_of
from privacy.notices.editor.forms import NoticePageForm
from privacy.notices.versions.changes import suggested_for
from privacy.notices.versions.history import history_of


class ConfirmPanel(MultiFieldPanel):
    """One box with the open errors that stand in the way of publishing; not there until somebody tries."""

    class BoundPanel(MultiFieldPanel.BoundPanel):
        template_name = "privacy/admin/checks/confirm_panel.html"

        def is_shown(self) -> bool:
            """Tell whether something is asked."""
            return isinstance(self.form, NoticePageForm) and bool(self.form.asked) and super().is_shown()

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            return {
                **super().get_context_data(parent_context),
                "lines": lines_of(self.form.asked, self.form.checked),
                "gate": self.form.gate,
            }


class ChecksPanel(Panel):
    """What the checks find in the draft, errors first, and how complete it is."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "privacy/admin/checks/panel.html"

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            context = super().get_context_data(parent_context)
            return {**context, "checked": Presented(check_page(self.instance))}


def checks_tab() -> list[ObjectList]:
    """Give the tab of the checks where Wagtail has no side panels of our own (before 8.0)."""
    return [] if VERSION >= (8, 0) else [ObjectList([ChecksPanel()], heading=_("Checks"))]


VERSIONS_SHOWN = 10


class ThisVersionPanel(MultiFieldPanel):
    """Kind, summary and day of the next version, with a suggestion; the first version is asked its day only."""

    class BoundPanel(MultiFieldPanel.BoundPanel):
        """The next version of one notice."""

        template_name = "privacy/admin/this_version_panel.html"

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            """Add what the draft suggests."""
            page = self.instance
            suggested = suggested_for(page, list(page.body.raw_data), page.title)
            return {
                **super().get_context_data(parent_context),
                "suggested": suggested,
                "pending": page.pending_version if page.pk else None,
                "in_force": page.in_force if page.pk else None,
            }

        @property
        def visible_children(self) -> list[Any]:
            """Leave out kind and summary while there is no version: the first one is 1.0."""
            page = self.instance
            children = list(super().visible_children)
            if page.pk and (page.in_force or page.pending_version):
                return children
            return [child for child in children if getattr(child, "field_name", "") == "effective_from"]


class VersionsPanel(Panel):
    """The latest versions, with links to their texts and differences and to what can be done with them."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "privacy/admin/versions_panel.html"

        def is_shown(self) -> bool:
            """Tell whether the notice was saved yet."""
            return bool(self.instance.pk) and super().is_shown()

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            rows = history_of(self.instance.own_versions).rows
            return {
                **super().get_context_data(parent_context),
                "page": self.instance,
                "rows": rows[:VERSIONS_SHOWN],
                "more": len(rows) > VERSIONS_SHOWN,
            }
