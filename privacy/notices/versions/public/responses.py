"""Answers at the addresses below a notice; the page hands over, in its language, after Wagtail's view restrictions."""

from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone

from privacy.notices.pdf import pdf_problem
from privacy.notices.versions.days import last_moment, local_day
from privacy.notices.versions.history import History, TimelineRow, history_of
from privacy.notices.versions.public.archive_urls import ArchivePlace, Number
from privacy.notices.versions.public.differences import difference_context
from privacy.notices.versions.public.downloads import pdf_response
from privacy.notices.versions.public.page_context import linked_in, notice_context, permanent_address
from privacy.notices.versions.stored_html import shown_version


def respond(page: Any, request: HttpRequest, place: ArchivePlace) -> HttpResponse:
    """Answer at an address of the archive; raise Http404 when there is no such version."""
    return _ANSWERS[place.kind](page, request, place)


def _list(page: Any, request: HttpRequest, place: ArchivePlace) -> HttpResponse:
    history = history_of(page.own_versions)
    if not history.rows:
        raise Http404
    canonical = permanent_address(page, "versions/")
    return _answer(
        page, request, "versions", {"rows": history.rows, "canonical": canonical, "noindex": not page.live}, history
    )


def _version(page: Any, request: HttpRequest, place: ArchivePlace) -> HttpResponse:
    history = history_of(page.own_versions)
    row = _row(history, place.number)
    return _answer(page, request, "version", _version_context(page, request, row, history), history)


def _version_context(page: Any, request: HttpRequest, row: TimelineRow, history: History) -> dict[str, Any]:
    version = page.own_versions.get(pk=row.version.pk)
    shown = shown_version(version, superseded=not row.is_current)
    related = page.pages_beside(linked_in(shown.sections))
    return {
        **notice_context(page, request, shown, related),
        "translations": related.translations,
        "row": row,
        "version": version,
        "before": history.before(row),
        "canonical": permanent_address(page, f"versions/{version.address}/"),
        "noindex": not row.is_current or not page.live,
        "has_pdf": not pdf_problem(),
    }


def _compare(page: Any, request: HttpRequest, place: ArchivePlace) -> HttpResponse:
    history = history_of(page.own_versions)
    old, new = _row(history, place.number), _row(history, place.other)
    rest = f"versions/{old.version.address}/compare/{new.version.address}/"
    context = difference_context(page, request, old, new)
    context |= {"canonical": permanent_address(page, rest), "noindex": True}
    return _answer(page, request, "difference", context, history)


def _pdf(page: Any, request: HttpRequest, place: ArchivePlace) -> HttpResponse:
    if pdf_problem():
        raise Http404
    history = history_of(page.own_versions)
    row = _row(history, place.number)
    return pdf_response(page, row, _version_context(page, request, row, history))


def _day(page: Any, request: HttpRequest, place: ArchivePlace) -> HttpResponse:
    day: Any = place.day
    now, zone = timezone.now(), page.time_zone
    history = history_of(page.own_versions)
    if not history.rows:
        raise Http404
    context = {"day": day, "canonical": permanent_address(page, f"on/{day}/"), "noindex": True}
    if day > local_day(now, zone):
        return _answer(page, request, "day", context | {"is_to_come": True}, history)
    row = history.at(min(last_moment(day, zone), now))
    if row is None:
        return _answer(page, request, "day", context, history)
    return _answer(page, request, "day", {**_version_context(page, request, row, history), **context}, history)


def _row(history: History, number: Number | None) -> TimelineRow:
    found = history.numbered(number)
    if found is None:
        raise Http404
    return found


def _answer(page: Any, request: HttpRequest, name: str, context: dict[str, Any], history: History) -> HttpResponse:
    current = history.in_force if page.live else None
    if "translations" not in context:
        context = {**context, "translations": page.pages_beside(set()).translations}
    common = {"page": page, "current": current}
    return TemplateResponse(request, f"privacy/archive/{name}.html", {**common, **context})


_ANSWERS: dict[str, Callable[[Any, HttpRequest, ArchivePlace], HttpResponse]] = {
    "list": _list,
    "version": _version,
    "compare": _compare,
    "pdf": _pdf,
    "day": _day,
}
