"""The page on which a person fetches the files of an answer: opened by a code, for an hour."""

from http import HTTPStatus

from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from privacy.rights.actions import open_files, send_file_code
from privacy.rights.code_links import find_file_link
from privacy.rights.deadlines.wording import long_date
from privacy.rights.error_reports import hide_from_error_reports
from privacy.rights.models.access_links import FileLink
from privacy.rights.portal.forms import CodeForm
from privacy.rights.portal.views import private
from privacy.site_languages import spoken

_OPEN = "privacy_open_files"
_OPEN_SECONDS = 3600


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def files(request: HttpRequest, token: str) -> HttpResponse:
    """Show the files of an answer once the code that was mailed to the person is typed."""
    hide_from_error_reports(request)
    link = find_file_link(token)
    if link is None:
        return private(render(request, "privacy/files/closed_link.html", status=404))
    with translation.override(spoken(link.language)):
        wanted = request.POST.get("go", "")
        if request.method != "POST":
            return private(_list(request, link, token) if _is_open(request, link) else _door(request, CodeForm()))
        return private(_open(request, link, token) if wanted == "open" else _send_code(request, link))


@require_safe
@never_cache
def file(request: HttpRequest, token: str, pk: int) -> HttpResponse | FileResponse:
    """Send one file, as a download that no browser takes for a page."""
    link = find_file_link(token)
    if link is None:
        raise Http404
    if not _is_open(request, link):
        return private(HttpResponseRedirect(reverse("privacy:files", args=[token])))
    attachment = get_object_or_404(link.message.attachments.filter(removed_on__isnull=True), pk=pk)
    response = FileResponse(attachment.file.open("rb"), as_attachment=True, filename=attachment.name)
    response.headers["Content-Type"] = "application/octet-stream"
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Cache-Control"] = "no-store, private"
    response.headers["Referrer-Policy"] = "same-origin"
    return response


def _is_open(request: HttpRequest, link: FileLink) -> bool:
    opened_at = request.session.get(_OPEN, {}).get(str(link.pk), 0)
    return timezone.now().timestamp() - opened_at < _OPEN_SECONDS


def _send_code(request: HttpRequest, link: FileLink) -> HttpResponse:
    if send_file_code(link=link):
        note = _("We sent a code to your mailbox. It is valid for ten minutes.")
    else:
        note = _("A code was sent a moment ago. Wait a minute before you ask for another.")
    return _door(request, CodeForm(), sent=True, notes=[note])


def _open(request: HttpRequest, link: FileLink, token: str) -> HttpResponse:
    form = CodeForm(request.POST)
    if form.is_valid() and open_files(link=link, code=form.cleaned_data["code"]):
        request.session.cycle_key()
        opened = request.session.get(_OPEN, {})
        request.session[_OPEN] = {**opened, str(link.pk): timezone.now().timestamp()}
        return HttpResponseRedirect(reverse("privacy:files", args=[token]), status=HTTPStatus.SEE_OTHER)
    if form.is_valid():
        form.add_error("code", _("The code is not right or not valid any more. Ask for a new one if needed."))
    return _door(request, form, sent=True)


def _door(request: HttpRequest, form: CodeForm, *, sent: bool = False, notes: list[str] | None = None) -> HttpResponse:
    context = {"form": form, "sent": sent, "notes": notes or [], "opens_files": True}
    return render(request, "privacy/case/code.html", context)


def _list(request: HttpRequest, link: FileLink, token: str) -> HttpResponse:
    context = {
        "number": link.request.number,
        "controller": link.request.controller.details(link.language)["name"],
        "files": link.message.attachments.filter(removed_on__isnull=True),
        "until": long_date(link.expires_on, link.language),
        "token": token,
    }
    return render(request, "privacy/files/list.html", context)
