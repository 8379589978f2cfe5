"""The form of the notice editor."""

from typing import Any

from django.core.exceptions import ValidationError
from wagtail.admin.forms import WagtailAdminPageForm


class NoticePageForm(WagtailAdminPageForm):
    """Tells an editor who publishes that the register already has a notice; a draft always saves."""

    def clean(self) -> dict[str, Any]:
        """Check what only matters at publication."""
        cleaned = super().clean()
        formset = self.formsets.get("registers")
        if self.is_deferred_validation or formset is None or not formset.is_valid():
            return cleaned
        rows = [row for row in formset.cleaned_data if row.get("register") and not row.get("DELETE")]
        if rows:
            main = min(rows, key=lambda row: row.get("ORDER") or 0)["register"]
            try:
                self.instance.refuse_second_notice(main.pk)
            except ValidationError as error:
                self.add_error(None, error)
        return cleaned
