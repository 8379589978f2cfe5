"""The inbox as a part of the Wagtail admin."""

from typing import Any

from django.http import HttpRequest
from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.menu import MenuItem
from wagtail.admin.viewsets.base import ViewSet

from privacy.inbox.access.views import AccessIndexView, AccessView
from privacy.inbox.case.views import (
    AcknowledgementView,
    AttachmentView,
    CaseFileView,
    CaseView,
    LetterView,
    ReadingsView,
)
from privacy.inbox.list.views import RequestIndexView
from privacy.inbox.overview import ReachMenuItem, RequestsMenuItem
from privacy.inbox.reports.views import ReportView
from privacy.inbox.scope import reach_of
from privacy.inbox.steps.answer_view import AnswerView
from privacy.inbox.steps.record_request import RecordView
from privacy.inbox.steps.screens import SCREENS
from privacy.inbox.steps.views import StepView
from privacy.registers.choices import Permission
from privacy.rights.steps import Step


class RequestViewSet(ViewSet):
    """Addresses of the list, the case page with its steps, print and log, letters and files."""

    name = "privacy_requests"
    url_prefix = "privacy/requests"
    icon = "mail"
    # Short, so that the numbers after it are seen in Wagtail's narrow menu.
    menu_label = pgettext_lazy("menu", "Requests")
    menu_order = 160
    add_to_admin_menu = True
    menu_item_class = RequestsMenuItem

    def get_urlpatterns(self) -> list[URLPattern]:
        """Give the addresses; numbers, not keys, name a case."""
        results = RequestIndexView.as_view(results_only=True)
        return [
            path("", RequestIndexView.as_view(), name="index"),
            path("results/", results, name="index_results"),
            path("record/", RecordView.as_view(), name="record"),
            path("<str:number>/", CaseView.as_view(), name="case"),
            path("<str:number>/print/", CaseFileView.as_view(), name="print"),
            path("<str:number>/print/pdf/", CaseFileView.as_view(as_pdf=True), name="print_pdf"),
            path("<str:number>/acknowledgement/", AcknowledgementView.as_view(), name="acknowledgement"),
            path("<str:number>/readings/", ReadingsView.as_view(), name="readings"),
            path("<str:number>/files/<int:pk>/", AttachmentView.as_view(), name="attachment"),
            path("<str:number>/letters/<uuid:uuid>/", LetterView.as_view(), name="letter"),
            *(_step_address(step, StepView.as_view(step=step)) for step in SCREENS),
            _step_address(Step.ANSWER, AnswerView.as_view()),
        ]


def _step_address(step: Step, view: Any) -> URLPattern:
    return path(f"<str:number>/{step.value.replace('_', '-')}/", view, name=f"step_{step.value}")


class ReportViewSet(ViewSet):
    """The address of the reports."""

    name = "privacy_reports"
    url_prefix = "privacy/reports"
    icon = "table"
    menu_label = _("Rights requests")
    menu_item_class = ReachMenuItem

    def get_urlpatterns(self) -> list[URLPattern]:
        """Give the only address."""
        return [path("", ReportView.as_view(), name="index")]


class AccessMenuItem(MenuItem):
    """The menu item of the access to requests, for those who administer it."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Tell whether the user administers the requests of any register."""
        return bool(reach_of(request).keys(Permission.ADMINISTER))


class AccessViewSet(ViewSet):
    """Addresses of the access to requests."""

    name = "privacy_access"
    url_prefix = "privacy/access"
    icon = "group"
    menu_label = _("Access to requests")
    menu_order = 650
    add_to_settings_menu = True
    menu_item_class = AccessMenuItem

    def get_urlpatterns(self) -> list[URLPattern]:
        """Give the addresses."""
        results = AccessIndexView.as_view(results_only=True)
        return [
            path("", AccessIndexView.as_view(), name="index"),
            path("results/", results, name="index_results"),
            path("<int:pk>/", AccessView.as_view(), name="edit"),
        ]


REPORTS = ReportViewSet()
VIEWSETS: list[ViewSet] = [RequestViewSet(), REPORTS, AccessViewSet()]
