"""The form of the notice editor."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.admin.forms import WagtailAdminPageForm

from privacy.notices.versions.choices import VersionKind
from privacy.notices.versions.days import local_day
from privacy.notices.versions.suggestions import Suggested, suggested_for


class NoticePageForm(WagtailAdminPageForm):
    """Asks an editor who publishes what the next version is; a draft always saves."""

    def clean(self) -> dict[str, Any]:
        """Check what only matters at publication."""
        cleaned = super().clean()
        if self.is_deferred_validation:
            return cleaned
        main = self._main_register()
        if main is not None:
            try:
                self.instance.refuse_second_notice(main.pk)
            except ValidationError as error:
                self.add_error(None, error)
        if not self.errors:
            self._check_version(cleaned, suggested_for(self.instance, self._blocks(cleaned), cleaned.get("title", "")))
        return cleaned

    def _main_register(self) -> Any:
        formset = self.formsets.get("registers")
        if formset is None or not formset.is_valid():
            return None
        rows = [row for row in formset.cleaned_data if row.get("register") and not row.get("DELETE")]
        return min(rows, key=lambda row: row.get("ORDER") or 0)["register"] if rows else None

    def _blocks(self, cleaned: dict[str, Any]) -> list[dict[str, Any]]:
        body = cleaned.get("body")
        return list(body.get_prep_value()) if body is not None else []

    def _check_version(self, cleaned: dict[str, Any], suggested: Suggested) -> None:
        day = cleaned.get("effective_from")
        if day and not suggested.is_first and day < local_day(timezone.now(), self.instance.time_zone):
            message = _("A version cannot take effect in the past. Leave the day empty to have it take effect today.")
            self.add_error("effective_from", message)
        if not suggested.changes_anything or suggested.is_first:
            return
        kind = cleaned.get("version_kind") or suggested.kind
        if kind == VersionKind.MAJOR and not (cleaned.get("version_summary") or "").strip():
            message = _("Say in the language of the notice what changed: this is a material change. %(reasons)s")
            self.add_error("version_summary", message % {"reasons": suggested.reasons_in_words})
