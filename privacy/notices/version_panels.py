"""What the notice editor shows of versions: what the next one is, and those there are."""

from typing import Any

from wagtail.admin.panels import MultiFieldPanel, Panel

from privacy.notices.versions.reading import history_of
from privacy.notices.versions.suggestions import suggested_for

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
        """The versions of one notice."""

        template_name = "privacy/admin/versions_panel.html"

        def is_shown(self) -> bool:
            """Tell whether the notice was saved yet."""
            return bool(self.instance.pk) and super().is_shown()

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            """Add the versions."""
            rows = history_of(self.instance.own_versions).rows
            return {
                **super().get_context_data(parent_context),
                "page": self.instance,
                "rows": rows[:VERSIONS_SHOWN],
                "more": len(rows) > VERSIONS_SHOWN,
            }
