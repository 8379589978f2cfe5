"""The person's own page of a request."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from privacy.rights.choices import WAITING_STATES
from privacy.rights.deadlines.clock import today_of
from privacy.rights.letters.facts import facts_for_person, status_for_person
from privacy.rights.models.requests import RightsRequest
from privacy.rights.tokens import looks_like_token, token_hash
from privacy.site_languages import spoken


@require_safe
@never_cache
def received(request: HttpRequest, token: str) -> HttpResponse:
    """Show the person that the request came in, by when it is answered, and how far it is."""
    if not looks_like_token(token):
        raise Http404
    related = ("controller__supervisory_authority",)
    found = RightsRequest.objects.select_related(*related).filter(landing_hash=token_hash(token)).first()
    if found is None:
        raise Http404
    items = list(found.items.select_related("register__controller"))
    with translation.override(spoken(found.language)):
        context = facts_for_person(found, items) | {
            "status": status_for_person(found.state),
            "is_open": found.is_open,
            "overdue": found.is_overdue(today_of(found)),
            "waiting": found.state in WAITING_STATES,
            "clock_runs": found.suspended_on is None,
            "extended": found.is_extended,
            "has_email": found.acknowledged_at is not None,
        }
        return private(render(request, "privacy/received.html", context))


def private(response: HttpResponse) -> HttpResponse:
    """Keep a page out of caches, search engines and the Referer of links that leave the site.

    Not `no-referrer`: with it browsers send forms of the page without their origin, and CSRF refuses them.
    """
    response.headers["Cache-Control"] = "no-store, private"
    response.headers["X-Robots-Tag"] = "noindex, nofollow"
    response.headers["Referrer-Policy"] = "same-origin"
    return response
