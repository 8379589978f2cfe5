"""What the notices room registers in the admin."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from wagtail import hooks
from wagtail.models import Page

from privacy.notices.copying import refusal_of_copy


@hooks.register("before_copy_page")
def refuse_second_live_notice(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Refuse to copy a published notice as a published one: its register would have two."""
    refusal = refusal_of_copy(page, request.POST)
    if not refusal:
        return None
    messages.error(request, refusal)
    return redirect("wagtailadmin_pages:copy", page.pk)
