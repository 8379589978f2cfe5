"""The form of the notice editor."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.forms import WagtailAdminPageForm

from privacy.notices.compliance.choices import Gate
from privacy.notices.compliance.dismissals import confirm_findings
from privacy.notices.compliance.evaluate import CheckedNotice, EvaluatedFinding, check_drafts
from privacy.notices.compliance.gate import asked_in_form
from privacy.notices.compliance.models import chosen_gate
from privacy.notices.compliance.page_facts import Draft
from privacy.notices.versions.changes import Suggested, suggested_for
from privacy.notices.versions.choices import VersionKind
from privacy.notices.versions.days import local_day


class ReasonField(forms.CharField):
    """Why notices are published with open errors."""

    def __init__(self, **kwargs: Any) -> None:
        """Give the words and the size of the box."""
        words: dict[str, Any] = {
            "label": gettext_lazy("Why it is published with them"),
            "help_text": gettext_lazy("The reason holds until the section changes, and is kept with the notice."),
            "max_length": 500,
            "widget": forms.Textarea({"rows": 2}),
        }
        super().__init__(**words | kwargs)


class NoticePageForm(WagtailAdminPageForm):
    """Asks an editor who publishes what the next version is, and why it has open errors; a draft always saves."""

    publication_reason = ReasonField(required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Begin with nothing asked."""
        super().__init__(*args, **kwargs)
        self.gate = Gate.SHOW
        self.checked: CheckedNotice | None = None
        self.asked: list[EvaluatedFinding] = []

    def clean(self) -> dict[str, Any]:
        """Check what only matters at publication."""
        cleaned = super().clean()
        if self.is_deferred_validation:
            return cleaned
        rows = self._register_rows()
        if rows:
            try:
                self.instance.refuse_second_notice(rows[0]["register"].pk)
            except ValidationError as error:
                self.add_error(None, error)
        if not self.errors:
            suggested = suggested_for(self.instance, self._blocks(cleaned), cleaned.get("title", ""))
            self._check_version(cleaned, suggested)
            if suggested.changes_anything:
                self._check_findings(cleaned, rows)
        return cleaned

    def save(self, commit: bool = True) -> Any:
        """Save, and keep the reason given for open errors."""
        page = super().save(commit=commit)
        if self.asked and self.gate == Gate.CONFIRM:
            reason = self.cleaned_data["publication_reason"]
            confirm_findings(page=page, findings=self.asked, user=self.for_user, reason=reason)
        return page

    def _register_rows(self) -> list[dict[str, Any]]:
        formset = self.formsets.get("registers")
        if formset is None or not formset.is_valid():
            return []
        rows = [row for row in formset.cleaned_data if row.get("register") and not row.get("DELETE")]
        return sorted(rows, key=lambda row: row.get("ORDER") or 0)

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

    def _check_findings(self, cleaned: dict[str, Any], rows: list[dict[str, Any]]) -> None:
        self.gate = chosen_gate()
        if self.gate == Gate.SHOW:
            return
        registers = [(row["register"], row.get("concerns") or "") for row in rows]
        draft = Draft(self.instance, cleaned.get("title", ""), self._blocks(cleaned), registers)
        (self.checked,) = check_drafts([draft])
        self.asked = asked_in_form(self.checked, self.gate)
        if not self.asked:
            return
        if self.gate == Gate.BLOCK:
            self.add_error(
                None, _("The notice cannot be published while errors are open. Save it as a draft meanwhile.")
            )
        elif not (cleaned.get("publication_reason") or "").strip():
            self.add_error("publication_reason", _("Correct the errors above, or say why the notice is published."))
