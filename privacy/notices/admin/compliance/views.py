"""Setting findings aside and taking that back; the history of both. Nothing happens before a button is pressed."""

from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.db.models import Q, QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin import messages

from privacy.notices.admin.notice_screens import NoticeScreen, NoticeStepView
from privacy.notices.compliance.dismissals import RECORD_KINDS, dismiss_finding, restore_finding
from privacy.notices.compliance.engine.catalogue import rules
from privacy.notices.compliance.evaluate import CheckedNotice, EvaluatedFinding, check_page
from privacy.notices.compliance.models import FindingDismissal
from privacy.notices.compliance.presentation import FindingGroup, Presented, lines_of
from privacy.site_languages import language_now


class DismissForm(forms.Form):
    """Asks why a finding is set aside."""

    reason = forms.CharField(
        label=gettext_lazy("Reason"),
        help_text=gettext_lazy("For whoever reads the history later: why this is in order here."),
        max_length=500,
        widget=forms.Textarea({"rows": 3}),
    )


class ChecksScreen(NoticeScreen):
    """A screen about the checks of one notice, for those who may edit it."""

    header_icon = "circle-check"

    @cached_property
    def checked(self) -> CheckedNotice:
        """Check the newest draft."""
        return check_page(self.notice.get_latest_revision_as_object())

    def require_right(self, kind: str) -> None:
        """Refuse to decide about a record that the user may not change. Raises PermissionDenied."""
        if kind in RECORD_KINDS and not self.request.user.has_perm(f"privacy.change_{kind}"):
            raise PermissionDenied

    def history(self) -> QuerySet[FindingDismissal]:
        """Give all that was ever said of the findings of this notice and of its records."""
        key = str(self.notice.translation_key)
        wanted = Q(subject_kind="notice", subject=key) | Q(subject_kind="section", subject__startswith=f"{key}:")
        records = self.checked.view
        of_kind = {
            "register": [one.identity for one in records.registers],
            "controller": [one.identity for one in records.controllers],
            "contact": [one.identity for one in records.contacts],
        }
        for kind, identities in of_kind.items():
            wanted |= Q(subject_kind=kind, subject__in=identities)
        return FindingDismissal.objects.filter(wanted).order_by("-pk")


class ChecksView(ChecksScreen, TemplateView):
    """What is found in a notice, and all that was said of it."""

    page_title = gettext_lazy("Checks")
    template_name = "privacy/admin/checks/list.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the findings and the history."""
        language = language_now()
        rows = [
            (row, rules()[row.check_id].message_in(language) if row.check_id in rules() else row.check_id)
            for row in self.history()
        ]
        return {
            **super().get_context_data(**kwargs),
            "checked": Presented(self.checked),
            "edit_url": reverse("wagtailadmin_pages:edit", args=[self.notice.pk]),
            "history": rows,
        }


class DismissView(ChecksScreen, NoticeStepView):
    """Sets a finding aside."""

    page_title = gettext_lazy("No fault here")
    submit_label = gettext_lazy("Set aside")
    form_class = DismissForm

    @cached_property
    def decided(self) -> EvaluatedFinding:
        """Give the finding of the address. Raises Http404 when it is found no longer."""
        wanted = (self.kwargs["check"], self.request.GET.get("kind"), self.request.GET.get("subject"))
        for one in self.checked.open:
            if (one.finding.id, one.subject.kind, one.subject.value) == wanted:
                return one
        raise Http404

    @property
    def explanation(self) -> str:
        """Say what is set aside, and for how long."""
        line: FindingGroup = lines_of([self.decided], self.checked)[0]
        return " ".join(
            [
                line.message,
                _("It is set aside for all notices and languages, until what it belongs to changes."),
            ]
        )

    def get_success_url(self) -> str:
        """Lead back to the editor."""
        return reverse("wagtailadmin_pages:edit", args=[self.notice.pk])

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Send the form to the full address, which names the finding."""
        self.require_right(self.decided.subject.kind)
        return {**super().get_context_data(**kwargs), "action_url": self.request.get_full_path()}

    def form_valid(self, form: DismissForm) -> HttpResponse:
        self.require_right(self.decided.subject.kind)
        reason = form.cleaned_data["reason"]
        dismiss_finding(page=self.notice, decided=self.decided, user=self.request.user, reason=reason)
        messages.success(self.request, _("The finding was set aside."))
        return redirect(self.get_success_url())


class RestoreView(ChecksScreen, TemplateView):
    """Takes back what was said of a finding."""

    http_method_names = ["post"]

    def post(self, request: Any, *args: Any, **kwargs: Any) -> HttpResponse:
        """Take it back."""
        dismissal = get_object_or_404(self.history().filter(ended_at__isnull=True), pk=self.kwargs["dismissal"])
        self.require_right(dismissal.subject_kind)
        restore_finding(page=self.notice, dismissal=dismissal, user=request.user)
        messages.success(request, _("The finding is open again."))
        return redirect("privacy_checks:list", self.notice.pk)
