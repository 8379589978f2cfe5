"""What a reader is shown of a notice: the version in force, not the text that an editor works on."""

from collections.abc import Callable, Sequence
from typing import Any

from django.http import HttpRequest

from privacy.conf import settings as conf
from privacy.notices.sections.links import expand_sections, linked_keys
from privacy.notices.sections.render import RenderedSection
from privacy.notices.versions.stored_html import ShownNotice, shown_draft, shown_version


def shown_notice(page: Any, *, draft: bool) -> ShownNotice:
    """Give the version in force, else the one to come, else the page as it stands; the latter for a draft too."""
    version = None if draft else page.in_force or page.pending_version
    if version is not None:
        return shown_version(version, superseded=False)
    return shown_draft(page.draft_wording().content)


def linked_in(sections: Sequence[RenderedSection]) -> set[int]:
    """Give the keys of the pages that sections link to."""
    return linked_keys(" ".join(section.html for section in sections))


def notice_context(page: Any, request: HttpRequest, shown: ShownNotice, related: Any) -> dict[str, Any]:
    """Give a template what it needs to show a notice; `related` are the pages beside it (related_pages.py)."""
    find_address = form_address_of(related.forms, request)
    register = next((facts.uuid for facts in shown.registers), "")
    return {
        "shown": shown,
        "sections": expand_sections(shown.sections, request=request, pages=related.pages, form_address=find_address),
        "registers": shown.registers,
        "form_url": find_address(register),
        "permanent_url": permanent_address(page),
    }


def form_address_of(forms: Sequence[Any], request: HttpRequest | None) -> Callable[[str], str]:
    """Give a function that says where the form for a register is, of those beside a notice; empty without any."""
    form = next(iter(forms), None)

    def address(register: str) -> str:
        if form is None:
            return ""
        url = form.page.get_url(request) or ""
        return f"{url}?register={register}" if form.serves else url

    return address


def permanent_address(page: Any, rest: str = "") -> str:
    """Give the address that outlives moves and new slugs, of the page or of something below it."""
    return f"{conf.public_base_url}{page.permanent_path}{rest}"
