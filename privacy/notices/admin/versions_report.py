"""The report of all notices in the admin: what is in force, what is to come, what is to be reviewed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import django_filters
from dateutil.relativedelta import relativedelta
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.reports import ReportView
from wagtail.models import Locale
from wagtail.permission_policies.pages import PagePermissionPolicy

from privacy.notices.admin.finding_counts import FOUND, Counts, counts_of, pages_with
from privacy.notices.pages.notice import NoticePage
from privacy.notices.versions.days import local_day
from privacy.notices.versions.families import Families, families_of
from privacy.notices.versions.history import VersionState, timeline


@dataclass(frozen=True, slots=True)
class ReportRow:
    """One notice: its version in force and the one to come, its reviews, and what lags behind."""

    page: NoticePage
    in_force: Any = None
    pending: Any = None
    reviewed_at: datetime | None = None
    review_due: date | None = None
    behind: tuple[str, ...] = ()
    counts: Counts = Counts()

    @property
    def errors(self) -> int:
        """How many errors are open."""
        return self.counts.errors

    @property
    def warnings(self) -> int:
        """How many warnings are open."""
        return self.counts.warnings

    @property
    def title(self) -> str:
        """The title, for spreadsheets; the other columns below likewise."""
        return self.page.title

    @property
    def language(self) -> str:
        """The language's code."""
        return self.page.locale.language_code

    @property
    def number(self) -> str:
        """The number of the version in force."""
        return self.in_force.number if self.in_force else ""

    @property
    def in_force_from(self) -> date | None:
        """Its first day."""
        return self.in_force.effective_from if self.in_force else None

    @property
    def pending_number(self) -> str:
        """The number of the version to come."""
        return self.pending.number if self.pending else ""

    @property
    def pending_from(self) -> date | None:
        """Its first day."""
        return self.pending.effective_from if self.pending else None

    @property
    def lagging(self) -> str:
        """What lags behind, in one text."""
        return ", ".join(self.behind)

    @property
    def is_overdue(self) -> bool:
        """Whether the review is due."""
        return self.review_due is not None and self.review_due < local_day(timezone.now(), self.page.time_zone)


def report_rows(pages: Sequence[NoticePage]) -> list[ReportRow]:
    """Give what the report says of notices; each comes with its locale and its register's controller."""
    families = families_of(pages)
    counts = counts_of([page.pk for page in pages])
    return [_row(page, families, counts.get(page.pk, Counts())) for page in pages]


def _row(page: NoticePage, families: Families, counts: Counts) -> ReportRow:
    rows = timeline(families.versions.get(page.pk, []), families.ended, timezone.now())
    found = {row.state: row.version for row in reversed(rows)}
    main_language = page.main_register.controller.main_language if page.main_register else ""
    reviewed = families.last_reviewed(page.pk)
    return ReportRow(
        page=page,
        in_force=found.get(VersionState.IN_FORCE),
        pending=found.get(VersionState.PENDING),
        reviewed_at=reviewed,
        review_due=local_day(reviewed, page.time_zone) + relativedelta(months=page.review_months) if reviewed else None,
        behind=tuple(families.headings_behind(page.pk, families.main_page(page, main_language))),
        counts=counts,
    )


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
