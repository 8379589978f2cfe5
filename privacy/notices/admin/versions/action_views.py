"""The steps with versions: withdraw, review, remove a person's details; each a page with a button."""

from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages

from privacy.notices.admin.notice_screens import NoticeStepView, VersionReasonForm
from privacy.notices.versions.actions import VersionStepNotPossible, mark_reviewed, redact_version, withdraw_version
from privacy.notices.versions.public.archive_urls import number_of


class RedactForm(forms.Form):
    """Asks which details of a person to remove, and why."""

    words = forms.CharField(
        label=gettext_lazy("Details to remove"),
        help_text=gettext_lazy("One on each line, as they stand in the version: name, email, telephone number."),
        widget=forms.Textarea({"rows": 4}),
    )
    every_version = forms.BooleanField(
        label=gettext_lazy("In all versions of this notice"), required=False, initial=True
    )
    reason = forms.CharField(label=gettext_lazy("Reason"), max_length=500, widget=forms.Textarea({"rows": 3}))


class VersionStepView(NoticeStepView):
    @cached_property
    def version(self) -> Any:
        number = number_of(self.kwargs["number"]) or (0, 0)
        return get_object_or_404(self.notice.versions, major=number[0], minor=number[1])

    def get_page_subtitle(self) -> str:
        number = _("Version %(number)s") % {"number": self.version.number}
        return f"{number}, {super().get_page_subtitle()}"


class WithdrawView(VersionStepView):
    """Withdraws a version before it takes effect."""

    page_title = gettext_lazy("Withdraw a version")
    submit_label = gettext_lazy("Withdraw")
    explanation = gettext_lazy("The version will not take effect. It stays in the list of versions, marked so.")
    needs_publishing = True

    def form_valid(self, form: VersionReasonForm) -> HttpResponse:
        try:
            withdraw_version(version=self.version, user=self.request.user, reason=form.cleaned_data["reason"])
        except VersionStepNotPossible:
            messages.error(self.request, _("Only a version that has not taken effect can be withdrawn."))
        else:
            messages.success(self.request, _("Version %(number)s was withdrawn.") % {"number": self.version.number})
        return redirect(self.get_success_url())


class ReviewedView(NoticeStepView):
    """Records that the notice was read and nothing is to be changed."""

    page_title = gettext_lazy("Reviewed, nothing to change")
    submit_label = gettext_lazy("Record the review")
    explanation = gettext_lazy("Your name and the day are recorded. No version is made and nothing changes in public.")
    needs_publishing = True
    form_class = Form

    def form_valid(self, form: Any) -> HttpResponse:
        mark_reviewed(page=self.notice, user=self.request.user)
        messages.success(self.request, _("The review was recorded."))
        return redirect(self.get_success_url())


class RedactView(VersionStepView):
    """Removes a person's details from a version; for superusers."""

    page_title = gettext_lazy("Remove a person's details")
    submit_label = gettext_lazy("Remove")
    form_class = RedactForm
    explanation = gettext_lazy(
        "What is removed cannot be brought back. The digest stays that of the original wording, and the version says "
        "so."
    )

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Refuse everybody but superusers."""
        if not request.user.is_superuser:
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def form_valid(self, form: RedactForm) -> HttpResponse:
        """Remove them, in this version or in all."""
        cleaned = form.cleaned_data
        versions = list(self.notice.versions.all()) if cleaned["every_version"] else [self.version]
        found = [version for version in versions if self._redacted(version, cleaned)]
        if not found:
            form.add_error("words", _("These details do not stand in the version. Write them as they stand there."))
            return self.form_invalid(form)
        numbers = ", ".join(version.number for version in found)
        messages.success(self.request, _("The details were removed from: %(numbers)s.") % {"numbers": numbers})
        return redirect(self.get_success_url())

    def _redacted(self, version: Any, cleaned: dict[str, Any]) -> bool:
        words = cleaned["words"].splitlines()
        try:
            redact_version(version=version, words=words, user=self.request.user, reason=cleaned["reason"])
        except VersionStepNotPossible:
            return False
        return True
