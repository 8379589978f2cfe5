"""Shows beside a record which published notices will be renewed with it."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import Panel

from privacy.registers.watching import pages_that_show


class RenewalPanel(Panel):
    """Lists the notices that show a record, before it is saved."""

    def __init__(self, **kwargs: Any) -> None:
        """Give the panel its heading."""
        kwargs.setdefault("heading", _("Notices that show this"))
        kwargs.setdefault("icon", "doc-full")
        super().__init__(**kwargs)

    class BoundPanel(Panel.BoundPanel):
        """The notices of one record."""

        template_name = "privacy/admin/renewal_panel.html"

        def is_shown(self) -> bool:
            """Tell whether the record is there and published: drafts are shown nowhere."""
            return bool(self.instance.pk) and getattr(self.instance, "live", True) and super().is_shown()

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            """Add the published notices."""
            return {**super().get_context_data(parent_context), "pages": pages_that_show(self.instance)}
