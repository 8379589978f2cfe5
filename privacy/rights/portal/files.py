"""The page on which a person fetches the files of an answer: opened by a code, for an hour."""

from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import translation
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from privacy.rights.code_links import find_file_link
from privacy.rights.deadlines.wording import long_date
from privacy.rights.models.access_links import FileLink
from privacy.rights.portal.door import FileDoor
from privacy.rights.portal.views import private
from privacy.site_languages import spoken


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@sensitive_post_parameters()
def files(request: HttpRequest, token: str) -> HttpResponse:
    """Show the files of an answer once the code that was mailed to the person is typed."""
    link = find_file_link(token)
    if link is None:
        return private(render(request, "privacy/files/closed_link.html", status=404))
    with translation.override(spoken(link.language)):
        door = FileDoor(request, link, token)
        if request.method != "POST":
            return private(_list(request, link, token) if door.is_open() else door.show())
        return private(door.open() if request.POST.get("go", "") == "open" else door.send())


@require_safe
@never_cache
def file(request: HttpRequest, token: str, pk: int) -> HttpResponse | FileResponse:
    """Send one file, as a download that no browser takes for a page."""
    link = find_file_link(token)
    if link is None:
        raise Http404
    if not FileDoor(request, link, token).is_open():
        return private(HttpResponseRedirect(reverse("privacy:files", args=[token])))
    attachment = get_object_or_404(link.message.attachments.filter(removed_on__isnull=True), pk=pk)
    response = FileResponse(attachment.file.open("rb"), as_attachment=True, filename=attachment.name)
    response.headers["Content-Type"] = "application/octet-stream"
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Cache-Control"] = "no-store, private"
    response.headers["Referrer-Policy"] = "same-origin"
    return response


def _list(request: HttpRequest, link: FileLink, token: str) -> HttpResponse:
    context = {
        "number": link.request.number,
        "controller": link.request.controller.details(link.language)["name"],
        "files": link.message.attachments.filter(removed_on__isnull=True),
        "until": long_date(link.expires_on, link.language),
        "token": token,
    }
    return render(request, "privacy/files/list.html", context)
