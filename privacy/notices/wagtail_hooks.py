"""What the notices room registers in the admin."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.templatetags.static import static
from django.urls import URLPattern, URLResolver, include, path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.contrib.settings.models import register_setting
from wagtail.models import Page

from privacy.notices.admin.bulk_pages import (
    AskingPublishBulkAction,
    CountingDeleteBulkAction,
    lock_for_bulk,
    refusal_of_copy,
    refusal_of_open_errors,
    refusal_of_publishing,
    warning_of,
)
from privacy.notices.admin.viewsets import NoticeViewSet
from privacy.notices.compliance.models import PrivacyChecks
from privacy.notices.pages.notice import NoticePage


@hooks.register("before_copy_page")
def refuse_second_live_notice(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Refuse to copy a published notice as a published one: its register would have two."""
    refusal = refusal_of_copy(page, request.POST)
    if not refusal:
        return None
    messages.error(request, refusal)
    return redirect("wagtailadmin_pages:copy", page.pk)


@hooks.register("before_convert_alias_page")
def refuse_alias_that_cannot_be_published(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Refuse to make a page of its own of an alias when it could not be published as one."""
    if request.method != "POST" or not isinstance(page, NoticePage) or not page.live:
        return None
    refusal = refusal_of_publishing([page], with_descendants=False)
    refusal = refusal or refusal_of_open_errors([page], with_descendants=False)
    if not refusal:
        return None
    messages.error(request, refusal)
    return redirect("wagtailadmin_explore", page.get_parent().pk)


@hooks.register("before_bulk_action")
def refuse_second_notice_in_bulk(
    request: HttpRequest, action_type: str, objects: list[Any], action: Any
) -> HttpResponse | None:
    """Lock pages in one order; refuse to publish several at once when a register would have two notices."""
    if action_type not in ("publish", "unpublish") or action.model is not Page:
        return None
    lock_for_bulk(objects, with_descendants=bool(request.POST.get("include_descendants")))
    if action_type == "unpublish":
        return None
    with_descendants = bool(request.POST.get("include_descendants"))
    refusal = refusal_of_publishing(objects, with_descendants=with_descendants)
    refusal = refusal or refusal_of_open_errors(objects, with_descendants=with_descendants)
    if not refusal:
        return None
    messages.error(request, refusal)
    return redirect(action.next_url)


@hooks.register("before_delete_page")
def warn_before_deleting(request: HttpRequest, page: Page) -> None:
    """Say on Wagtail's confirmation how many versions would go."""
    warning = warning_of([page]) if request.method == "GET" else ""
    if warning:
        messages.warning(request, warning)


# After Wagtail's own actions, whose place they take.
hooks.register("register_bulk_action", CountingDeleteBulkAction, order=100)
hooks.register("register_bulk_action", AskingPublishBulkAction, order=100)


@hooks.register("register_admin_urls")
def register_notice_urls() -> list[URLPattern | URLResolver]:
    """Register the screens of versions and of checks."""
    return [
        path("privacy/versions/", include("privacy.notices.admin.versions.urls")),
        path("privacy/checks/", include("privacy.notices.admin.compliance.urls")),
    ]


@hooks.register("register_admin_viewset")
def register_notice_viewset() -> NoticeViewSet:
    """Register the listing and the editor of notices."""
    return NoticeViewSet("privacy_notices", url_prefix="privacy/notices")


@hooks.register("insert_global_admin_css")
def load_styles() -> str:
    return format_html('<link rel="stylesheet" href="{}">', static("privacy/admin.css"))


@hooks.register("insert_editor_js")
def load_jumps() -> str:
    """Load what leads from a finding to its section in the editor."""
    return format_html('<script src="{}"></script>', static("privacy/checks.js"))


register_setting(PrivacyChecks, icon="clipboard-list")


@hooks.register("register_reports_menu_item")
def register_notices_report() -> MenuItem:
    return MenuItem(_("Privacy notices"), reverse("privacy_versions:report"), icon_name="doc-full", order=650)


@hooks.register("register_log_actions")
def register_notice_actions(actions: Any) -> None:
    """Name what is done with versions and findings in Wagtail's history."""
    actions.register_action("privacy.withdraw_version", _("Withdraw a version"), _("A version was withdrawn"))
    actions.register_action("privacy.review_notice", _("Review"), _("Reviewed, nothing to change"))
    actions.register_action(
        "privacy.redact_version", _("Remove a person's details"), _("A person's details were removed from a version")
    )
    actions.register_action("privacy.dismiss_finding", _("Set a finding aside"), _("A finding was set aside"))
    actions.register_action("privacy.restore_finding", _("Take back"), _("A finding is open again"))
    actions.register_action("privacy.confirm_findings", _("Publish all the same"), _("Published with open errors"))
    actions.register_action(
        "privacy.refuse_schedule", _("Not published"), _("Not published at its time: errors are open")
    )
