"""The page of one request, its files, its print and who has read it."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext
from django.views.generic import TemplateView
from wagtail.admin.views.generic import WagtailAdminTemplateMixin
from wagtail.admin.widgets.button import Button

from privacy.inbox.audit import log_reading
from privacy.inbox.case.content import SeenCase, case_context, find_case
from privacy.inbox.case.desk import desk_context
from privacy.inbox.choices import ReadingKind
from privacy.inbox.scope import ScopedMixin
from privacy.notices.pdf import PdfUnavailable, make_pdf, pdf_problem
from privacy.registers.choices import Permission
from privacy.rights.letters.to_person import acknowledgement_on_paper
from privacy.rights.models.attachments import Attachment
from privacy.rights.models.requests import RightsRequest
from privacy.user_names import display_name


def render_case_file(case: SeenCase, user: Any) -> str:
    """Give the case file as HTML that stands alone: for the browser's print today, for a PDF maker as it is."""
    facts = case_context(case)
    return render_to_string(
        "privacy/admin/case_file.html", {**facts, "printed_at": timezone.now(), "printed_by": display_name(user)}
    )


class OneCaseMixin(ScopedMixin):
    """A screen of one request, if the user may see it; `sections`: with what the notice said."""

    sections = False

    @cached_property
    def case(self) -> SeenCase:
        """The request of the address, as the user sees it. Raises Http404."""
        found = find_case(self.kwargs["number"], self.reach, sections=self.sections)
        if found is None:
            raise Http404
        return found

    @property
    def object(self) -> RightsRequest:
        """The request itself."""
        return self.case.request

    @cached_property
    def may_administer(self) -> bool:
        """Whether the user administers a register of the request."""
        return bool(self.case.items_with(Permission.ADMINISTER))


class CaseScreen(OneCaseMixin, WagtailAdminTemplateMixin, TemplateView):
    """A page of the admin about one request."""

    header_icon = "mail"

    def get_page_title(self) -> str:
        """Name the request by its number."""
        return gettext("Request %(number)s") % {"number": self.object.number}

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Lead back to the list."""
        index = {"url": reverse("privacy_requests:index"), "label": gettext("Rights requests")}
        return [*super().get_breadcrumbs_items(), index, {"url": "", "label": self.object.number}]


class CaseView(CaseScreen):
    """One request: who asks what, the clock, what to do next, the talk with the person, and the history."""

    template_name = "privacy/admin/case.html"
    sections = True

    @cached_property
    def header_more_buttons(self) -> list[Button]:
        """The case file, and for administrators who has read the case."""
        number = [self.object.number]
        buttons = [Button(gettext("Print the case file"), url=reverse("privacy_requests:print", args=number))]
        if not pdf_problem():
            address = reverse("privacy_requests:print_pdf", args=number)
            buttons.append(Button(gettext("The case file as PDF"), url=address, icon_name="download"))
        if self.object.acknowledged_at is None and self.object.is_open:
            paper = reverse("privacy_requests:acknowledgement", args=number)
            buttons.insert(0, Button(gettext("Print the confirmation of receipt"), url=paper))
        if self.may_administer:
            readings = reverse("privacy_requests:readings", args=number)
            buttons.append(Button(gettext("Who has read this"), url=readings, icon_name="history"))
        return buttons

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add everything that the page shows, and log that it was read."""
        context = {**super().get_context_data(**kwargs), **desk_context(self.case, self.request.GET)}
        log_reading(self.object, self.request.user, ReadingKind.PAGE)
        return context


class LetterView(OneCaseMixin):
    """One letter as a page to print, for those who may see it."""

    def get(self, request: HttpRequest, number: str, uuid: str) -> HttpResponse:
        """Show the letter, and log that it was read."""
        letter = get_object_or_404(self.case.letters(), uuid=uuid)
        response = render(request, "privacy/admin/letter.html", {"case": self.object, "letter": letter})
        response.headers["Cache-Control"] = "no-store, private"
        log_reading(self.object, request.user, ReadingKind.PRINT)
        return response


class AcknowledgementView(OneCaseMixin):
    """The confirmation of receipt as a page to print, where no email took it to the person."""

    def get(self, request: HttpRequest, number: str) -> HttpResponse:
        """Show the letter, and log that it was read."""
        if self.object.acknowledged_at is not None:
            raise Http404
        text = acknowledgement_on_paper(self.object, self.case.items)
        letter = {"language": self.object.language, "subject": text.subject, "text": text.text}
        response = render(request, "privacy/admin/letter.html", {"case": self.object, "letter": letter})
        response.headers["Cache-Control"] = "no-store, private"
        log_reading(self.object, request.user, ReadingKind.PRINT)
        return response


class CaseFileView(OneCaseMixin):
    """The whole case as a page to print or to save as PDF, for the supervisory authority."""

    as_pdf = False

    def get(self, request: HttpRequest, number: str) -> HttpResponse:
        """Show the page or send it as PDF, and log that it was read."""
        page = render_case_file(self.case, request.user)
        response = self._pdf(page) if self.as_pdf else HttpResponse(page)
        response.headers["Cache-Control"] = "no-store, private"
        log_reading(self.object, request.user, ReadingKind.PRINT)
        return response

    def _pdf(self, page: str) -> HttpResponse:
        try:
            content = make_pdf(html=page)
        except PdfUnavailable as error:
            raise Http404 from error
        disposition = f'attachment; filename="{self.object.number}.pdf"'
        return HttpResponse(content, content_type="application/pdf", headers={"Content-Disposition": disposition})


class ReadingsView(CaseScreen):
    """Who has read the case and when, for administrators of its registers."""

    template_name = "privacy/admin/readings.html"
    per_page = 100

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Lead back to the case."""
        *before, own = super().get_breadcrumbs_items()
        case = {**own, "url": reverse("privacy_requests:case", args=[self.object.number])}
        return [*before, case, {"url": "", "label": gettext("Who has read this")}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add a page of the log."""
        if not self.may_administer:
            raise PermissionDenied
        paginator = Paginator(self.object.readings.all(), self.per_page)
        page = paginator.get_page(self.request.GET.get("p"))
        pages = paginator.get_elided_page_range(page.number)
        return {**super().get_context_data(**kwargs), "case": self.object, "page_obj": page, "elided_page_range": pages}


class AttachmentView(OneCaseMixin):
    """A file of a request, as a download, for those who may see the request."""

    def get(self, request: HttpRequest, number: str, pk: int) -> FileResponse:
        """Send the file; never shown inside the admin's own page."""
        files = self.case.in_sight(Attachment.objects.filter(request=self.object))
        attachment = files.filter(pk=pk).first()
        if attachment is None or attachment.removed_on:
            raise Http404
        response = FileResponse(attachment.file.open("rb"), as_attachment=True, filename=attachment.name)
        response.headers["Content-Type"] = "application/octet-stream"
        response.headers["Cache-Control"] = "no-store, private"
        response.headers["X-Content-Type-Options"] = "nosniff"
        log_reading(self.object, request.user, ReadingKind.FILE)
        return response
