"""The reports on a page that can be printed, and as CSV."""

import csv
from datetime import date
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext, gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin.views.generic import WagtailAdminTemplateMixin
from wagtail.admin.widgets import AdminDateInput
from wagtail.admin.widgets.button import Button

from privacy.inbox.exports import neutral
from privacy.inbox.reports.figures import Scope
from privacy.inbox.reports.tables import Report, make_report
from privacy.inbox.scope import ScopedMixin
from privacy.registers.models.registers import Register
from privacy.rights.permissions import Reach


class ReportForm(forms.Form):
    """Between which days of receipt, and of which register."""

    first = forms.DateField(label=gettext_lazy("Received from"), required=False, widget=AdminDateInput)
    last = forms.DateField(label=gettext_lazy("Received until"), required=False, widget=AdminDateInput)
    register = forms.ModelChoiceField(
        label=gettext_lazy("Register"),
        queryset=Register.objects.none(),
        required=False,
        empty_label=gettext_lazy("All"),
    )

    def __init__(self, *args: Any, reach: Reach, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["register"]
        field.queryset = Register.objects.filter(pk__in=reach.keys())

    def scope(self, reach: Reach, today: date) -> Scope:
        """Give what is asked for; by default the last twelve months."""
        values = self.cleaned_data if self.is_valid() else {}
        last = values.get("last") or today
        first = values.get("first") or last.replace(year=last.year - 1, day=1)
        register = values.get("register")
        return Scope(reach, first, last, register.pk if register else None)


class ReportView(ScopedMixin, WagtailAdminTemplateMixin, TemplateView):
    """Figures over the requests that the user may see."""

    template_name = "privacy/admin/report.html"
    page_title = gettext_lazy("Report on rights requests")
    header_icon = "table"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Show the report, or send it as CSV."""
        return self._csv() if request.GET.get("export") == "csv" else super().get(request, *args, **kwargs)

    @cached_property
    def form(self) -> ReportForm:
        """The form with what was asked for."""
        return ReportForm(self.request.GET, reach=self.reach)

    @cached_property
    def scope(self) -> Scope:
        """What the report is about."""
        return self.form.scope(self.reach, timezone.localdate())

    @cached_property
    def report(self) -> Report:
        """The figures."""
        return make_report(self.scope)

    @cached_property
    def header_more_buttons(self) -> list[Button]:
        """The same as a file."""
        parameters = self.request.GET.copy()
        parameters["export"] = "csv"
        return [Button(gettext("Download CSV"), url=f"?{parameters.urlencode()}", icon_name="download")]

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Stand alone below the home page."""
        return [*super().get_breadcrumbs_items(), {"url": "", "label": self.get_page_title()}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the form and the figures."""
        context = super().get_context_data(**kwargs)
        return {**context, "form": self.form, "media": self.form.media, "scope": self.scope, "report": self.report}

    def _csv(self) -> HttpResponse:
        response = HttpResponse("\ufeff", content_type="text/csv; charset=utf-8")
        response.headers["Content-Disposition"] = f'attachment; filename="{gettext("report")}-{self.scope.last}.csv"'
        response.headers["Cache-Control"] = "no-store, private"
        writer = csv.writer(response)
        for row in _lines(self.report):
            writer.writerow([neutral(value) for value in row])
        return response


def _lines(report: Report) -> list[list[Any]]:
    times = report.timeliness
    head: list[list[Any]] = [
        [gettext("Report"), "", gettext("Number")],
        [gettext("Requests"), "", report.requests],
        [gettext("Requests with an extended time limit"), "", report.extended],
        [gettext("Rights answered"), "", times.answered],
        [gettext("Answered in time"), "", times.in_time],
        [gettext("Median of days to the answer"), "", times.median],
        [gettext("Nine in ten answered within days"), "", times.ninetieth],
    ]
    return head + [[table.title, label, value] for table in report.tables for label, value in table.rows]
