"""Answers at the addresses below a notice; the page hands over, in its language, after Wagtail's view restrictions."""

from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone

from privacy.notices.archive.differences import difference_context
from privacy.notices.archive.downloads import pdf_response
from privacy.notices.archive.places import Number, Place
from privacy.notices.pdf import pdf_problem
from privacy.notices.showing import linked_in, notice_context, permanent_address
from privacy.notices.versions.choices import NoticeEventKind
from privacy.notices.versions.days import last_moment, local_day
from privacy.notices.versions.reading import history_of, was_unpublished
from privacy.notices.versions.rendering import shown_version
from privacy.notices.versions.timeline import TimelineRow


def respond(page: Any, request: HttpRequest, place: Place) -> HttpResponse:
    """Answer at an address of the archive; raise Http404 when there is no such version."""
    return _ANSWERS[place.kind](page, request, place)


def _list(page: Any, request: HttpRequest, place: Place) -> HttpResponse:
    rows = history_of(page.own_versions)
    if not rows:
        raise Http404
    canonical = permanent_address(page, "versions/")
    return _answer(page, request, "versions", {"rows": rows, "canonical": canonical, "noindex": not page.live})


def _version(page: Any, request: HttpRequest, place: Place) -> HttpResponse:
    row = _row(page, place.number)
    return _answer(page, request, "version", _version_context(page, request, row))


def _version_context(page: Any, request: HttpRequest, row: TimelineRow) -> dict[str, Any]:
    version = page.own_versions.get(pk=row.version.pk)
    shown = shown_version(version, superseded=not row.is_current)
    page.linked = linked_in(shown.sections)
    return {
        **notice_context(page, request, shown),
        "row": row,
        "version": version,
        "before": _before(page, row),
        "was_redacted": version.events.filter(kind=NoticeEventKind.REDACTED).exists(),
        "canonical": permanent_address(page, f"versions/{version.address}/"),
        "noindex": not row.is_current or not page.live,
        "has_pdf": not pdf_problem(),
    }


def _compare(page: Any, request: HttpRequest, place: Place) -> HttpResponse:
    old, new = _row(page, place.number), _row(page, place.other)
    rest = f"versions/{old.version.address}/compare/{new.version.address}/"
    context = difference_context(page, request, old, new)
    return _answer(page, request, "difference", context | {"canonical": permanent_address(page, rest), "noindex": True})


def _pdf(page: Any, request: HttpRequest, place: Place) -> HttpResponse:
    if pdf_problem():
        raise Http404
    row = _row(page, place.number)
    return pdf_response(page, row, _version_context(page, request, row))


def _day(page: Any, request: HttpRequest, place: Place) -> HttpResponse:
    assert place.day is not None  # noqa: S101 — what the kind of the place says
    now, zone = timezone.now(), page.time_zone
    if not page.own_versions.exists():
        raise Http404
    context = {"day": place.day, "canonical": permanent_address(page, f"on/{place.day}/"), "noindex": True}
    if place.day > local_day(now, zone):
        return _answer(page, request, "day", context | {"is_to_come": True})
    at = min(last_moment(place.day, zone), now)
    found = None if was_unpublished(page, at) else page.own_versions.effective(at).light().first()
    if found is None:
        return _answer(page, request, "day", context)
    row = _row(page, (found.major, found.minor))
    return _answer(page, request, "day", {**_version_context(page, request, row), **context})


def _row(page: Any, number: Number | None) -> TimelineRow:
    rows = history_of(page.own_versions)
    found = next((row for row in rows if (row.version.major, row.version.minor) == number), None)
    if found is None:
        raise Http404
    return found


def _before(page: Any, row: TimelineRow) -> Any:
    earlier = page.own_versions.filter(pk__lt=row.version.pk).light()
    return earlier.standing().order_by("-pk").first()


def _answer(page: Any, request: HttpRequest, name: str, context: dict[str, Any]) -> HttpResponse:
    common = {"page": page, "translations": page.language_versions, "current": page.in_force if page.live else None}
    return TemplateResponse(request, f"privacy/archive/{name}.html", {**common, **context})


_ANSWERS: dict[str, Callable[[Any, HttpRequest, Place], HttpResponse]] = {
    "list": _list,
    "version": _version,
    "compare": _compare,
    "pdf": _pdf,
    "day": _day,
}
