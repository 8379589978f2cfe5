"""The permanent address of a notice, which outlives moves and new slugs."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.views.decorators.http import require_safe

from privacy.notices.pages import NoticePage


@require_safe
def permanent_notice(request: HttpRequest, identifier: UUID) -> HttpResponse:
    """Redirect from a notice's permanent address to its present one."""
    page = NoticePage.objects.live().filter(uuid=identifier).first()
    address = page.get_url(request) if page else None
    if not address:
        raise Http404
    return HttpResponseRedirect(address)
