"""Addresses of the checks in the admin."""

from django.urls import path

from privacy.notices.admin.compliance.views import ChecksView, DismissView, RestoreView

app_name = "privacy_checks"
urlpatterns = [
    path("<int:pk>/", ChecksView.as_view(), name="list"),
    path("<int:pk>/dismiss/<str:check>/", DismissView.as_view(), name="dismiss"),
    path("<int:pk>/restore/<int:dismissal>/", RestoreView.as_view(), name="restore"),
]
