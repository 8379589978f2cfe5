"""The list of requests, for those who may see them, with the views that everybody has as links above it."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, QueryDict
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import Promise, cached_property
from django.utils.translation import gettext, gettext_lazy, pgettext_lazy
from django.utils.translation import gettext_lazy as _
from wagtail.admin import messages
from wagtail.admin.views import generic

from privacy.inbox.choices import ME, NOBODY, Due, StateGroup
from privacy.inbox.exports import TooManyRows, export_requests, export_response
from privacy.inbox.list.columns import COLUMNS
from privacy.inbox.list.filters import RequestFilterSet
from privacy.inbox.list.paging import LENGTHS, BoundedPaginator, length_of_page
from privacy.inbox.list.search import MOST_READ, Found, search
from privacy.inbox.queries import BY_DUE_DAY, Requests, in_order, seen, with_persons
from privacy.inbox.scope import ScopedMixin
from privacy.registers.choices import Permission
from privacy.rights.models.requests import RightsRequest


@dataclass(frozen=True, slots=True)
class SavedView:
    """A name with the values of the filters that it stands for."""

    label: str | Promise
    filters: dict[str, str]

    @property
    def query(self) -> str:
        """The parameters of its address."""
        return urlencode(self.filters)

    def is_shown(self, parameters: QueryDict) -> bool:
        """Tell whether the list is narrowed by exactly these filters; order, page and length do not matter."""
        others = {name for name in parameters if name not in _BESIDE and any(parameters.getlist(name))}
        return others == set(self.filters) and all(
            parameters.getlist(name) == [value] for name, value in self.filters.items()
        )


_BESIDE = frozenset({"ordering", "p", "per_page", "export", "_w_filter_fragment"})

SAVED_VIEWS = (
    SavedView(pgettext_lazy("requests", "All"), {}),
    SavedView(pgettext_lazy("requests", "Mine"), {"state": StateGroup.OPEN.value, "handler": ME}),
    SavedView(pgettext_lazy("requests", "Unassigned"), {"state": StateGroup.OPEN.value, "handler": NOBODY}),
    SavedView(_("Due within 7 days"), {"due": Due.WEEK.value}),
    SavedView(_("Overdue"), {"due": Due.OVERDUE.value}),
    SavedView(_("Waiting for the person"), {"state": StateGroup.WAITING.value}),
    SavedView(pgettext_lazy("requests", "Closed"), {"state": StateGroup.CLOSED.value}),
)


class RequestIndexView(ScopedMixin, generic.IndexView):
    """The list of requests: open ones first, by their due dates."""

    model = RightsRequest
    page_title = gettext_lazy("Rights requests")
    header_icon = "mail"
    index_url_name = "privacy_requests:index"
    index_results_url_name = "privacy_requests:index_results"
    template_name = "privacy/admin/index.html"
    results_template_name = "privacy/admin/index_results.html"
    columns = COLUMNS
    default_ordering = BY_DUE_DAY
    filterset_class = RequestFilterSet
    paginator_class = BoundedPaginator
    is_searchable = True
    permission_policy = None
    any_permission_required = None

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Show the list, or send it as a file."""
        return self._export() if self.is_export else super().get(request, *args, **kwargs)

    def _export(self) -> HttpResponseBase:
        if not self.show_export_buttons:
            return redirect(self.index_url)
        kind = self.request.GET["export"]
        try:
            export = export_requests(reach=self.reach, requests=self.narrowed, parameters=self.request.GET, kind=kind)
        except TooManyRows as error:
            text = gettext("An XLSX file takes up to %(most)s requests. Narrow the list, or choose CSV.")
            messages.error(self.request, text % {"most": error.most})
            parameters = self.request.GET.copy()
            del parameters["export"]
            return redirect(f"{self.index_url}?{parameters.urlencode()}")
        return export_response(export.rows(self.ordering), kind)

    @cached_property
    def found(self) -> Found:
        """What the filters and the search leave: the search looks into the rows themselves."""
        return search(self.filter_queryset(self.reach.requests()), self.search_query, self.reach)

    @property
    def narrowed(self) -> Requests:
        """The requests that the filters and the search leave, in no order."""
        return self.found.requests

    def get_queryset(self) -> Requests:
        """Give the rows of the list with what the columns show."""
        return in_order(with_persons(self.narrowed), self.ordering)

    def get_table(self, object_list: Any) -> Any:
        """Give the table of the requests, each with the items that the user may see."""
        return super().get_table(seen(object_list, self.reach))

    def get_paginate_by(self, queryset: Requests) -> int:
        """Give the rows of a page."""
        return length_of_page(self.request)

    def get_paginator(self, *args: Any, **kwargs: Any) -> BoundedPaginator:
        """Give a paginator that counts up to a bound."""
        return BoundedPaginator(*args, countable=self.narrowed, **kwargs)

    add_item_label = gettext_lazy("Record a request")

    @cached_property
    def add_url(self) -> str | None:
        """The page on which a request is recorded, for those who handle any register."""
        return reverse("privacy_requests:record") if self.reach.keys(Permission.HANDLE) else None

    @cached_property
    def show_export_buttons(self) -> bool:
        """Whether the user may export the requests of any register."""
        return bool(self.reach.keys(Permission.EXPORT))

    def get_context_data(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the saved views and the lengths of a page."""
        parameters = self.request.GET
        shown = [(view, view.is_shown(parameters)) for view in SAVED_VIEWS]
        context = super().get_context_data(*args, **kwargs)
        return {
            **context,
            "searched": MOST_READ if self.found.is_cut(context["object_list"]) else 0,
            "saved_views": shown,
            "lengths": LENGTHS,
            "length": length_of_page(self.request),
        }
