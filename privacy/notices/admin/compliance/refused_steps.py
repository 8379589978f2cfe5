"""What an editor is told when a step would publish a notice with open errors, in every version of Wagtail."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from wagtail.admin.modal_workflow import render_modal_workflow

from privacy.notices.compliance.gate import PublicationBlocked

Dispatch = Callable[..., Any]


def saying_what_is_open(dispatch: Dispatch) -> Dispatch:
    """Take a step as a whole or not at all: a task is not approved when its publication is refused."""

    @wraps(dispatch)
    def dispatch_in_words(view: Any, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        if request.method != "POST":
            return dispatch(view, request, *args, **kwargs)
        try:
            with transaction.atomic():
                return dispatch(view, request, *args, **kwargs)
        except PublicationBlocked as blocked:
            messages.error(request, " ".join(blocked.messages))
            return _lead_to_editor(request, args[0] if args else kwargs["page_id"])

    return dispatch_in_words


def _lead_to_editor(request: HttpRequest, page_id: int) -> HttpResponse:
    if request.headers.get("x-requested-with") != "XMLHttpRequest":
        return redirect("wagtailadmin_pages:edit", page_id)
    # Wagtail's dialogue of a decision goes where it is told.
    address = reverse("wagtailadmin_pages:edit", args=[page_id])
    return render_modal_workflow(request, "", None, {}, json_data={"step": "success", "redirect": address})
