"""Notices in Wagtail's page listing and editor: a column, a filter, and on Wagtail 8 a side panel."""

from typing import Any
from weakref import WeakKeyDictionary

import django_filters
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail import VERSION
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.pages.listing import ExplorableIndexView, PageFilterSet
from wagtail.admin.viewsets.pages import PageViewSet

from privacy.notices.admin.finding_counts import FOUND, Counts, counts_of, pages_with
from privacy.notices.pages.index import NoticeIndexPage
from privacy.notices.pages.notice import NoticePage

if VERSION >= (8, 0):
    from privacy.notices.admin.compliance.editor_views import NoticeCreateView, NoticeEditView, NoticeWorkflowActionView
else:
    from privacy.notices.admin.compliance.older_editor_views import wrap_views

    wrap_views()


class ChecksColumn(Column):
    """Open errors and warnings; all rows of a table are checked together."""

    cell_template_name = "privacy/admin/checks/cell.html"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._counts: WeakKeyDictionary[Any, dict[int, Counts]] = WeakKeyDictionary()

    def get_cell_context_data(self, instance: Any, parent_context: dict[str, Any]) -> dict[str, Any]:
        table = parent_context["table"]
        if table not in self._counts:
            self._counts[table] = counts_of([row.pk for row in table.data])
        counts = self._counts[table].get(instance.pk)
        return {**super().get_cell_context_data(instance, parent_context), "counts": counts, "notice": instance.pk}


class NoticeFilterSet(PageFilterSet):
    """Narrows the listing by what the checks find."""

    checks = django_filters.ChoiceFilter(label=_("Checks"), method="filter_checks", choices=FOUND)

    class Meta:
        model = NoticePage
        fields = ["live"]

    def filter_checks(self, queryset: QuerySet[Any], name: str, value: str) -> QuerySet[Any]:
        """Leave the notices where such findings are open."""
        return queryset.filter(pk__in=pages_with(queryset, value))


class NoticeViewSet(PageViewSet):
    model = NoticePage
    icon = "doc-full"
    parent_models = [NoticeIndexPage]
    columns = [*ExplorableIndexView.base_columns, ChecksColumn("checks", label=_("Checks"))]
    filterset_class = NoticeFilterSet

    if VERSION >= (8, 0):
        edit_view_class = NoticeEditView
        add_view_class = NoticeCreateView
        workflow_action_view_class = NoticeWorkflowActionView
