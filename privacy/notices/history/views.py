"""The screens of a notice's versions; each asks Wagtail whether the user may edit or publish the page."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import translation
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin.views.generic import WagtailAdminTemplateMixin

from privacy.notices.archive.differences import differences_between
from privacy.notices.archive.places import number_of
from privacy.notices.links import expand_sections
from privacy.notices.pages import NoticePage
from privacy.notices.versions.reading import history_of
from privacy.notices.versions.rendering import ShownNotice, shown_draft, shown_version


class NoticeScreen(WagtailAdminTemplateMixin):
    """A screen about one notice, for those who may edit it."""

    header_icon = "history"
    needs_publishing = False
    request: HttpRequest
    kwargs: dict[str, Any]

    @cached_property
    def notice(self) -> NoticePage:
        """Give the notice of the address."""
        return get_object_or_404(NoticePage.objects.select_related("locale"), pk=self.kwargs["pk"])

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Refuse users who may not edit the page, or not publish it where that is what is done."""
        may = self.notice.permissions_for_user(request.user)
        if not (may.can_publish() if self.needs_publishing else may.can_edit()):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_page_subtitle(self) -> str:
        """Name the notice."""
        return self.notice.get_admin_display_title()

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Lead back to the editor."""
        edit = reverse("wagtailadmin_pages:edit", args=[self.notice.pk])
        return [
            *super().get_breadcrumbs_items(),
            {"url": edit, "label": self.notice.get_admin_display_title()},
            {"url": "", "label": self.page_title, "sublabel": self.get_page_subtitle()},
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the notice."""
        return {**super().get_context_data(**kwargs), "notice": self.notice}


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
