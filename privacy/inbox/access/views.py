"""Who sees the requests of which register: for superusers and the register's administrators."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import Prefetch, QuerySet
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext, gettext_lazy
from django.views import View
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views import generic
from wagtail.admin.views.generic import WagtailAdminTemplateMixin
from wagtail.models.audit_log import ModelLogEntry

from privacy.inbox.access.forms import AccessForm
from privacy.inbox.access.grants import LOG_ACTION, change_access
from privacy.inbox.audit import RequestExport
from privacy.registers.choices import Permission
from privacy.registers.models.access import RegisterAccess
from privacy.registers.models.registers import Register
from privacy.rights.permissions import policy


class AdministratorMixin(View):
    """Lets in who administers a register, and scopes to these registers."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Refuse users who administer no register."""
        if not policy.has_any(request.user, Permission.ADMINISTER):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def administered(self) -> QuerySet[Register]:
        """Give the registers that the user administers."""
        return policy.registers(self.request.user, Permission.ADMINISTER).select_related("controller")


def groups_of(register: Any) -> str:
    """Give the names of the groups that see the requests of a register."""
    names = [row.group.name for row in register.seers]
    return ", ".join(sorted(names)) or gettext("Superusers only")


class AccessIndexView(AdministratorMixin, generic.IndexView):
    """The registers with the groups that see their requests."""

    model = Register
    page_title = gettext_lazy("Access to requests")
    header_icon = "group"
    index_url_name = "privacy_access:index"
    index_results_url_name = "privacy_access:index_results"
    columns = [
        TitleColumn("name", label=gettext_lazy("Register"), url_name="privacy_access:edit", sort_key="name"),
        Column("controller", label=gettext_lazy("Controller"), sort_key="controller__name"),
        Column("groups", label=gettext_lazy("Who sees the requests"), accessor=groups_of),
    ]
    default_ordering = "name"
    search_fields = ["name", "controller__name"]
    search_backend_name = None
    paginate_by = 50
    permission_policy = None
    any_permission_required = None

    def get_base_queryset(self) -> QuerySet[Register]:
        """Give the registers that the user administers."""
        rows = RegisterAccess.objects.filter(permission=Permission.SEE).select_related("group")
        return self.administered().prefetch_related(Prefetch("access", queryset=rows, to_attr="seers"))


class AccessView(AdministratorMixin, WagtailAdminTemplateMixin, FormView):
    """The groups and permissions of one register, with what was changed and exported."""

    template_name = "privacy/admin/access.html"
    form_class = AccessForm
    header_icon = "group"
    log_length = 20

    @cached_property
    def object(self) -> Register:
        """The register, if the user administers it."""
        return get_object_or_404(self.administered(), pk=self.kwargs["pk"])

    def get_page_title(self) -> str:
        """Name the register."""
        return gettext("Access to requests: %(register)s") % {"register": self.object}

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Lead back to the list."""
        index = {"url": reverse("privacy_access:index"), "label": gettext("Access to requests")}
        return [*super().get_breadcrumbs_items(), index, {"url": "", "label": str(self.object)}]

    def get_form_kwargs(self) -> dict[str, Any]:
        """Add the register."""
        return {**super().get_form_kwargs(), "register": self.object}

    def form_valid(self, form: AccessForm) -> HttpResponse:
        """Change the access and tell it."""
        if change_access(register=self.object, grants=form.grants(), user=self.request.user):
            messages.success(self.request, gettext("Access was changed."))
        else:
            messages.info(self.request, gettext("Nothing was changed."))
        return redirect("privacy_access:index")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the permissions, the changes and the exports."""
        changes = ModelLogEntry.objects.for_instance(self.object).filter(action=LOG_ACTION).select_related("user")
        exports = RequestExport.objects.filter(registers=self.object)
        return {
            **super().get_context_data(**kwargs),
            "register": self.object,
            "permissions": Permission.labels,
            "changes": changes.order_by("-timestamp", "-pk")[: self.log_length],
            "exports": exports[: self.log_length],
        }
