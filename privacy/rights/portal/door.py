"""The door of a page behind a mailed link: a code sent to the mailbox opens it to one browser, for a time."""

from datetime import timedelta
from http import HTTPStatus
from typing import ClassVar

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from privacy.rights.actions import open_case, open_files, send_code
from privacy.rights.models.access_links import CaseLink, FileLink
from privacy.rights.portal.forms import CodeForm


class CodeDoor:
    """One visit of a browser to the door of a link; the session remembers when the browser opened which."""

    session_key: ClassVar[str]
    lifetime: ClassVar[timedelta]
    address: ClassVar[str]  # the name of the page's address, which takes the token of the link
    opens_files: ClassVar[bool] = False
    link: CaseLink | FileLink

    def __init__(self, request: HttpRequest, link: CaseLink | FileLink, token: str) -> None:
        self.request, self.link, self.token = request, link, token

    def fits(self, code: str) -> bool:
        """Open the link by a code; False when it is not the right one, or not any more."""
        raise NotImplementedError

    def is_open(self) -> bool:
        """Tell whether this browser opened the link by its code, and not too long ago."""
        opened_at = self.request.session.get(self.session_key, {}).get(str(self.link.pk), 0)
        return timezone.now().timestamp() - opened_at < self.lifetime.total_seconds()

    def show(self, form: CodeForm | None = None, *, sent: bool = False, notes: tuple[str, ...] = ()) -> HttpResponse:
        """Show the closed door; `sent`: with the field for the code."""
        context = {
            "form": form or CodeForm(),
            "sent": sent,
            "notes": notes,
            "opens_files": self.opens_files,
            "language": self.link.language,
        }
        return render(self.request, "privacy/case/code.html", context)

    def send(self) -> HttpResponse:
        if send_code(link=self.link):
            note = _("We sent a code to your mailbox. It is valid for ten minutes.")
        else:
            note = _("A code was sent a moment ago. Wait a minute before you ask for another.")
        return self.show(sent=True, notes=(note,))

    def open(self) -> HttpResponse:
        """Open by the code that was typed; the session changes its key, so that nobody who knew it comes in too."""
        form = CodeForm(self.request.POST)
        if form.is_valid() and self.fits(form.cleaned_data["code"]):
            self.request.session.cycle_key()
            opened = self.request.session.get(self.session_key, {})
            self.request.session[self.session_key] = {**opened, str(self.link.pk): timezone.now().timestamp()}
            return self.back()
        if form.is_valid():
            form.add_error("code", _("The code is not right or not valid any more. Ask for a new one if needed."))
        return self.show(form, sent=True)

    def leave(self) -> HttpResponse:
        """Close every door of this kind that the browser opened."""
        self.request.session.pop(self.session_key, None)
        return self.back()

    def back(self) -> HttpResponse:
        """Lead to the page by 303, so that reloading it sends nothing again."""
        return HttpResponseRedirect(reverse(self.address, args=[self.token]), status=HTTPStatus.SEE_OTHER)


class CaseDoor(CodeDoor):
    """The door of a contact to a case."""

    session_key = "privacy_open_cases"
    lifetime = timedelta(hours=8)
    address = "privacy:case"
    link: CaseLink

    def fits(self, code: str) -> bool:
        return open_case(link=self.link, code=code)


class FileDoor(CodeDoor):
    """The door of the person to the files of an answer."""

    session_key = "privacy_open_files"
    lifetime = timedelta(hours=1)
    address = "privacy:files"
    opens_files = True
    link: FileLink

    def fits(self, code: str) -> bool:
        return open_files(link=self.link, code=code)
