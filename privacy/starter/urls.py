"""Addresses of getting started in the admin."""

from django.urls import path

from privacy.starter.views import LeftView, StartView

app_name = "privacy_starter"
urlpatterns = [
    path("", StartView.as_view(), name="start"),
    path("<int:pk>/", LeftView.as_view(), name="left"),
]
