"""Addresses of importing in the admin."""

from django.urls import path

from privacy.importer.wizard.views import PlanView, ReadView

app_name = "privacy_importer"
urlpatterns = [
    path("", ReadView.as_view(), name="read"),
    path("<uuid:uuid>/", PlanView.as_view(), name="plan"),
]
