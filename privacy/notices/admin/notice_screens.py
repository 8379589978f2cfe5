"""What the screens about one notice share: who may, where they lead back to, and a form with a button."""

from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy
from django.utils.translation import gettext_lazy as _
from django.views.generic import FormView
from wagtail.admin.views.generic import WagtailAdminTemplateMixin

from privacy.notices.pages.notice import NoticePage


class NoticeScreen(WagtailAdminTemplateMixin):
    """A screen about one notice, for those who may edit it."""

    header_icon = "history"
    needs_publishing = False
    request: HttpRequest
    kwargs: dict[str, Any]

    @cached_property
    def notice(self) -> NoticePage:
        return get_object_or_404(NoticePage.objects.select_related("locale"), pk=self.kwargs["pk"])

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Refuse users who may not edit the page, or not publish it where that is what is done."""
        may = self.notice.permissions_for_user(request.user)
        if not (may.can_publish() if self.needs_publishing else may.can_edit()):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_page_subtitle(self) -> str:
        return self.notice.get_admin_display_title()

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Lead back to the editor."""
        edit = reverse("wagtailadmin_pages:edit", args=[self.notice.pk])
        return [
            *super().get_breadcrumbs_items(),
            {"url": edit, "label": self.notice.get_admin_display_title()},
            {"url": "", "label": self.page_title, "sublabel": self.get_page_subtitle()},
        ]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return {**super().get_context_data(**kwargs), "notice": self.notice}


class VersionReasonForm(forms.Form):
    """Asks for a reason, which stands in the history of the notice."""

    reason = forms.CharField(label=_("Reason"), max_length=500, required=False, widget=forms.Textarea({"rows": 3}))


class NoticeStepView(NoticeScreen, FormView):
    """A step with a form and a button; nothing happens before it is pressed."""

    template_name = "privacy/admin/versions/step.html"
    form_class: Any = VersionReasonForm
    submit_label = gettext_lazy("Confirm")
    explanation: Any = ""

    def get_success_url(self) -> str:
        """Lead back to the list of versions."""
        return reverse("privacy_versions:list", args=[self.notice.pk])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add what Wagtail's form template asks for."""
        context = super().get_context_data(**kwargs)
        return {
            **context,
            "action_url": self.request.path,
            "submit_button_label": self.submit_label,
            "explanation": self.explanation,
            "media": context["form"].media,
        }
