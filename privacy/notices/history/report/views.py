"""The report of all notices in the admin: what is in force, what is to come, what is to be reviewed."""

from typing import Any

import django_filters
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.reports import ReportView
from wagtail.models import Locale
from wagtail.permission_policies.pages import PagePermissionPolicy

from privacy.notices.findings.counting import FOUND, pages_with
from privacy.notices.history.report.rows import ReportRow, report_rows
from privacy.notices.pages import NoticePage


class NoticesFilterSet(WagtailFilterSet):
    """Narrows the report."""

    locale = django_filters.ModelChoiceFilter(label=_("Language"), queryset=Locale.objects.all())
    checks = django_filters.ChoiceFilter(label=_("Checks"), method="filter_checks", choices=FOUND)

    class Meta:
        model = NoticePage
        fields = ["locale", "live"]

    def filter_checks(self, queryset: QuerySet[NoticePage], name: str, value: str) -> QuerySet[NoticePage]:
        """Leave the notices where such findings are open."""
        return queryset.filter(pk__in=pages_with(queryset, value))


class NoticeColumn(Column):
    """A column that is drawn by a template of ours."""

    cell_template_name = "privacy/admin/versions/report_cell.html"

    def get_cell_context_data(self, instance: ReportRow, parent_context: dict[str, Any]) -> dict[str, Any]:
        """Add the row."""
        return {**super().get_cell_context_data(instance, parent_context), "row": instance, "what": self.name}


class NoticesReportView(ReportView):
    """All notices that the user may edit."""

    model = NoticePage
    page_title = _("Privacy notices")
    header_icon = "doc-full"
    filterset_class = NoticesFilterSet
    index_url_name = "privacy_versions:report"
    index_results_url_name = "privacy_versions:report_results"
    permission_policy = PagePermissionPolicy()
    any_permission_required = ["add", "change", "publish"]
    default_ordering = "title"
    columns = [
        NoticeColumn("notice", label=_("Notice")),
        NoticeColumn("in_force", label=_("In force")),
        NoticeColumn("pending", label=_("To come")),
        NoticeColumn("reviewed", label=_("Last reviewed")),
        NoticeColumn("due", label=_("Review due")),
        NoticeColumn("behind", label=_("Behind the main language")),
        NoticeColumn("checks", label=_("Checks")),
    ]
    export_headings = {
        "title": _("Notice"),
        "language": _("Language"),
        "number": _("In force"),
        "in_force_from": _("In force from"),
        "pending_number": _("To come"),
        "pending_from": _("Takes effect on"),
        "reviewed_at": _("Last reviewed"),
        "review_due": _("Review due"),
        "lagging": _("Behind the main language"),
        "errors": _("Errors"),
        "warnings": _("Warnings"),
    }
    list_export = list(export_headings)
    _rows: tuple[list[int], list[ReportRow]] | None = None

    def get_queryset(self) -> QuerySet[NoticePage]:
        """Give the notices with what the rows need of them."""
        allowed = self.permission_policy.instances_user_has_any_permission_for(
            self.request.user, self.any_permission_required
        )
        notices = NoticePage.objects.filter(pk__in=allowed.values("pk"), alias_of__isnull=True)
        return notices.select_related("locale", "main_register__controller").order_by("title", "pk")

    def get_table(self, object_list: Any) -> Any:
        """Draw rows instead of pages."""
        return super().get_table(self._rows_of(object_list))

    def decorate_paginated_queryset(self, object_list: Any) -> list[ReportRow]:
        """Give a row for each notice, for spreadsheets."""
        return self._rows_of(object_list)

    def _rows_of(self, notices: Any) -> list[ReportRow]:
        """Give the rows of notices; Wagtail asks for them once as a table and once as a list."""
        pages = list(notices)
        keys = [page.pk for page in pages]
        if self._rows is None or self._rows[0] != keys:
            self._rows = (keys, report_rows(pages))
        return self._rows[1]


class NoticesReportResultsView(NoticesReportView):
    """The report's table alone, for the filters."""

    results_only = True
