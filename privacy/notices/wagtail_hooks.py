"""What the notices room registers in the admin."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from wagtail import hooks
from wagtail.models import Page

from privacy.notices.publishing import refusal_of_copy, refusal_of_publishing


@hooks.register("before_copy_page")
def refuse_second_live_notice(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Refuse to copy a published notice as a published one: its register would have two."""
    refusal = refusal_of_copy(page, request.POST)
    if not refusal:
        return None
    messages.error(request, refusal)
    return redirect("wagtailadmin_pages:copy", page.pk)


@hooks.register("before_bulk_action")
def refuse_second_notice_in_bulk(
    request: HttpRequest, action_type: str, objects: list[Any], action: Any
) -> HttpResponse | None:
    """Refuse to publish several pages at once when a register would have two notices."""
    if action_type != "publish" or action.model is not Page:
        return None
    refusal = refusal_of_publishing(objects, with_descendants=bool(request.POST.get("include_descendants")))
    if not refusal:
        return None
    messages.error(request, refusal)
    return redirect(action.next_url)
