"""The list of requests and the page of one, for those who may see them."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import Prefetch, QuerySet
from django.http import FileResponse, Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext, gettext_lazy
from django.views import View
from django.views.generic import TemplateView
from wagtail.admin.views import generic
from wagtail.admin.views.generic import WagtailAdminTemplateMixin

from privacy.inbox.case_page import case_context, of_visible_items
from privacy.inbox.columns import COLUMNS
from privacy.registers.choices import Permission
from privacy.rights.attachments import Attachment
from privacy.rights.permissions import policy
from privacy.rights.records import RightsRequest


class ScopedMixin(View):
    """Lets in who may see at least one register's requests; every view also scopes its rows by the policy."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Refuse users without any register."""
        if not policy.has_any(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def visible_requests(self) -> QuerySet[RightsRequest]:
        """Give the requests that the user may see, each with the items that the user may see."""
        items = policy.items(self.request.user, Permission.SEE).select_related("register").order_by("pk")
        found = policy.requests(self.request.user).select_related("controller")
        return found.prefetch_related("persons", Prefetch("items", queryset=items, to_attr="visible_items"))


class RequestIndexView(ScopedMixin, generic.IndexView):
    """The plain list of requests, due first."""

    model = RightsRequest
    page_title = gettext_lazy("Rights requests")
    header_icon = "mail"
    index_url_name = "privacy_requests:index"
    index_results_url_name = "privacy_requests:index_results"
    columns = COLUMNS
    default_ordering = "due_on"
    paginate_by = 50
    permission_policy = None
    any_permission_required = None

    def get_base_queryset(self) -> QuerySet[RightsRequest]:
        """Give the requests that the user may see."""
        return self.visible_requests()


class CaseView(ScopedMixin, WagtailAdminTemplateMixin, TemplateView):
    """One request, read-only, with its items, letters and events."""

    template_name = "privacy/admin/case.html"
    header_icon = "mail"
    _show_breadcrumbs = True

    @cached_property
    def object(self) -> RightsRequest:
        """The request, if the user may see it."""
        related = ("controller__supervisory_authority", "form_page")
        return get_object_or_404(self.visible_requests().select_related(*related), number=self.kwargs["number"])

    def get_page_title(self) -> str:
        """Name the request by its number."""
        return gettext("Request %(number)s") % {"number": self.object.number}

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Lead back to the list."""
        index = {"url": reverse("privacy_requests:index"), "label": gettext("Rights requests")}
        return [*super().get_breadcrumbs_items(), index, {"url": "", "label": self.object.number}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add everything that the page shows."""
        return {**super().get_context_data(**kwargs), **case_context(self.object)}


class AttachmentView(ScopedMixin):
    """A file of a request, as a download, for those who may see the request."""

    def get(self, request: HttpRequest, number: str, pk: int) -> FileResponse:
        """Send the file; never shown inside the admin's own page."""
        found = get_object_or_404(self.visible_requests(), number=number)
        attachment = of_visible_items(found, Attachment.objects.filter(request=found)).filter(pk=pk).first()
        if attachment is None:
            raise Http404
        response = FileResponse(attachment.file.open("rb"), as_attachment=True, filename=attachment.name)
        response.headers["Content-Type"] = "application/octet-stream"
        response.headers["Cache-Control"] = "no-store, private"
        response.headers["X-Content-Type-Options"] = "nosniff"
        return response
