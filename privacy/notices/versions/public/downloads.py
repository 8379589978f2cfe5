"""A version as a PDF: made from the same HTML, kept in the cache by its digest."""

import hashlib
from typing import Any

from django.core.cache import cache
from django.http import HttpResponse
from django.template.loader import render_to_string
from django.utils.translation import gettext

from privacy.conf import settings as conf
from privacy.notices.pdf import make_pdf
from privacy.notices.versions.history import TimelineRow
from privacy.notices.versions.public.page_context import permanent_address

_KEPT_SECONDS = 30 * 24 * 3600


def pdf_response(page: Any, row: TimelineRow, context: dict[str, Any]) -> HttpResponse:
    """Answer with the PDF of a version."""
    version = context["version"]
    html = render_to_string("privacy/version_pdf.html", _printed(page, row, context))
    restricted = page.get_view_restrictions().exists()
    content = make_pdf(html=html, base_url=conf.public_base_url) if restricted else _cached(version.digest, html)
    response = HttpResponse(content, content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="{page.slug}-{version.address}.pdf"'
    response["Link"] = f'<{context["canonical"]}>; rel="canonical"'
    if context["noindex"]:
        response["X-Robots-Tag"] = "noindex"
    if restricted:
        response["Cache-Control"] = "private, no-store"
    return response


def _cached(digest: str, html: str) -> bytes:
    # What the page adds to the wording (state, days, addresses) is in the HTML: the key must tell them apart.
    key = f"privacy-pdf-{digest}-{hashlib.sha256(html.encode()).hexdigest()[:16]}"
    found = cache.get(key)
    if found is None:
        found = make_pdf(html=html, base_url=conf.public_base_url)
        cache.set(key, found, _KEPT_SECONDS)
    return found


def _printed(page: Any, row: TimelineRow, context: dict[str, Any]) -> dict[str, Any]:
    version, shown = context["version"], context["shown"]
    return {
        "title": shown.title,
        "language": shown.language,
        "number": version.number,
        "digest": version.digest,
        "effective_from": version.effective_from,
        "effective_to": row.effective_to,
        "permanent_url": context["canonical"],
        "superseded": not row.is_current,
        "in_force_url": permanent_address(page) if page.live else "",
        "facts": _facts(context),
        "sections": [(section.heading, section.anchor, section.html) for section in context["sections"]],
    }


def _facts(context: dict[str, Any]) -> list[tuple[str, str]]:
    facts: list[tuple[str, str]] = []
    for register in context["registers"]:
        if register.name_shown:
            facts.append((gettext("Register"), register.name))
        facts.append((gettext("Controller"), register.controller["name"]))
    return list(dict.fromkeys(facts))
