"""The screens of a notice's versions; each asks Wagtail whether the user may edit or publish the page."""

from typing import Any

from django.shortcuts import get_object_or_404
from django.utils import translation
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView

from privacy.notices.admin.notice_screens import NoticeScreen
from privacy.notices.sections.links import expand_sections
from privacy.notices.versions.history import history_of
from privacy.notices.versions.public.archive_urls import number_of
from privacy.notices.versions.public.differences import differences_between
from privacy.notices.versions.stored_html import ShownNotice, shown_draft, shown_version


class VersionsView(NoticeScreen, TemplateView):
    """All versions of a notice, and what can be compared."""

    page_title = gettext_lazy("Versions")
    template_name = "privacy/admin/versions/list.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the versions and what happened to the notice."""
        events = self.notice.notice_events.select_related("version").order_by("-pk")
        return {
            **super().get_context_data(**kwargs),
            "rows": history_of(self.notice.own_versions).rows,
            "old": self.notice.in_force,
            "events": events,
        }


class CompareView(NoticeScreen, TemplateView):
    """Two versions, or the draft against one of them, word by word."""

    page_title = gettext_lazy("Comparison")
    template_name = "privacy/admin/versions/compare.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the difference; the version in force and the draft are taken where nothing was chosen."""
        rows = history_of(self.notice.own_versions).rows
        old = self._chosen("old") or (self.notice.in_force or self.notice.pending_version)
        new = self._chosen("new")
        context = {**super().get_context_data(**kwargs), "rows": rows, "old": old, "new": new}
        if old is None:
            return context
        return context | {"differences": self._differences(old, new)}

    def _chosen(self, name: str) -> Any:
        value = self.request.GET.get(name, "")
        number = number_of(value)
        if number is None:
            return None
        return get_object_or_404(self.notice.own_versions, major=number[0], minor=number[1])

    def _differences(self, old: Any, new: Any) -> list[Any]:
        with translation.override(self.notice.language):
            before = shown_version(old, superseded=False)
            after = self._draft() if new is None else shown_version(new, superseded=False)
        return differences_between(before.sections, after.sections, expand_sections)

    def _draft(self) -> ShownNotice:
        return shown_draft(self.notice.get_latest_revision_as_object().draft_wording().content)
