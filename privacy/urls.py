"""Addresses of the app: permanent ones of notices, the person's and the contact's pages."""

from django.urls import path

from privacy.api.router import api_router
from privacy.notices.views import permanent_notice
from privacy.rights.portal.contact import case, sheet
from privacy.rights.portal.files import file, files
from privacy.rights.portal.views import received

__all__ = ["api_router", "urlpatterns"]

app_name = "privacy"

urlpatterns = [
    path("n/<uuid:identifier>/", permanent_notice, name="notice"),
    path("n/<uuid:identifier>/<path:rest>", permanent_notice, name="notice_archive"),
    path("files/<str:token>/", files, name="files"),
    path("files/<str:token>/<int:pk>/", file, name="file"),
    path("received/<str:token>/", received, name="received"),
    path("case/<str:token>/", case, name="case"),
    path("case/<str:token>/sheet/", sheet, name="case_sheet"),
]
