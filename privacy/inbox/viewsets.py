"""The inbox as a part of the Wagtail admin."""

from django.http import HttpRequest
from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.admin.viewsets.base import ViewSet

from privacy.inbox.views import AttachmentView, CaseView, RequestIndexView
from privacy.rights.permissions import policy


class RequestsMenuItem(MenuItem):
    """The menu item of the inbox, for those who may see requests of some register."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Tell whether the user may see requests of any register."""
        return policy.has_any(request.user)


class RequestViewSet(ViewSet):
    """Addresses of the list, the case page and files; nothing is edited here."""

    name = "privacy_requests"
    url_prefix = "privacy/requests"
    icon = "mail"
    menu_label = _("Rights requests")
    menu_order = 160
    add_to_admin_menu = True
    menu_item_class = RequestsMenuItem

    def get_urlpatterns(self) -> list[URLPattern]:
        """Give the addresses; numbers, not keys, name a case."""
        results = RequestIndexView.as_view(results_only=True)
        return [
            path("", RequestIndexView.as_view(), name="index"),
            path("results/", results, name="index_results"),
            path("<str:number>/", CaseView.as_view(), name="case"),
            path("<str:number>/files/<int:pk>/", AttachmentView.as_view(), name="attachment"),
        ]


request_viewset = RequestViewSet()
