"""Addresses of a notice's versions in the admin."""

from django.urls import path

from privacy.notices.admin.versions.action_views import RedactView, ReviewedView, WithdrawView
from privacy.notices.admin.versions.views import CompareView, VersionsView
from privacy.notices.admin.versions_report import NoticesReportResultsView, NoticesReportView

app_name = "privacy_versions"
urlpatterns = [
    path("report/", NoticesReportView.as_view(), name="report"),
    path("report/results/", NoticesReportResultsView.as_view(), name="report_results"),
    path("<int:pk>/", VersionsView.as_view(), name="list"),
    path("<int:pk>/compare/", CompareView.as_view(), name="compare"),
    path("<int:pk>/reviewed/", ReviewedView.as_view(), name="reviewed"),
    path("<int:pk>/<str:number>/withdraw/", WithdrawView.as_view(), name="withdraw"),
    path("<int:pk>/<str:number>/redact/", RedactView.as_view(), name="redact"),
]
