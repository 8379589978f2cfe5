"""The permanent address of a notice, which outlives moves and new slugs."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_safe

from privacy.notices.pages.notice import NoticePage
from privacy.notices.versions.public.archive_urls import place_of


@require_safe
def permanent_notice(request: HttpRequest, identifier: UUID, rest: str = "") -> HttpResponse:
    """Redirect from a notice's permanent address, or one in its archive, to the present one.

    A notice that is no longer published leads to its archive.
    """
    page = NoticePage.objects.filter(uuid=identifier).first()
    address = page.get_url(request) if page else None
    if page is None or not address:
        raise Http404
    if rest and place_of([part for part in rest.split("/") if part]) is None:
        raise Http404
    if not page.live:
        if not page.own_versions.exists():
            raise Http404
        rest = rest or "versions/"
    return HttpResponseRedirect(f"{address}{rest}")
