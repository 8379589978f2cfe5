"""Turns HTML from the form in which it is stored into what a reader gets; all page links are found with one query."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from django.http import HttpRequest
from django.utils.html import escape
from django.utils.safestring import mark_safe
from django.utils.translation import get_language
from wagtail.models import Page

from privacy.conf import settings as conf
from privacy.notices.sections.render import RenderedSection

FormAddress = Callable[[str], str]

# Neither HTML nor PostgreSQL can hold this character: texts joined by it come apart again at the same places.
_BETWEEN = "\x00"
_STORED_LINK = re.compile(r'<a [^>]*linktype="[^"]*"[^>]*>')
_PAGE_LINK = re.compile(r'<a [^>]*linktype="page"[^>]*>')
_EMBED = re.compile(r"<embed [^>]*>")
_PAGE_KEY = re.compile(r'\bid="(\d+)"')
_LINK_TO_NOTHING = re.compile(r"<a>(.*?)</a>", re.DOTALL)
# As privacy/sections/request_link.html writes it.
_REQUEST_LINK = re.compile(
    r'<p class="action"><a class="button" linktype="request-form" register="([^"]*)">([^<]*)</a></p>'
)


def expand_all(
    texts: Sequence[str],
    *,
    request: HttpRequest | None = None,
    pages: Iterable[Page] | None = None,
    form_address: FormAddress | None = None,
) -> list[str]:
    """Give stored texts as HTML, in their order.

    A link leads to the page's translation in the language of the moment if there is a published one, as in
    Wagtail. A link to a page that is gone or not published keeps its text and is no link any more; the link to a
    request form is left out where no form serves the register.
    """
    joined = _BETWEEN.join(text.replace(_BETWEEN, "") for text in texts)
    html = _with_page_links(_with_request_links(_EMBED.sub("", joined), form_address), request, pages)
    return html.split(_BETWEEN) if texts else []


def linked_keys(html: str) -> set[int]:
    """Give the keys of the pages that stored HTML links to."""
    return {int(key) for link in _PAGE_LINK.findall(html) for key in _PAGE_KEY.findall(link)}


def expand_sections(
    sections: Sequence[RenderedSection],
    *,
    request: HttpRequest | None = None,
    pages: Iterable[Page] | None = None,
    form_address: FormAddress | None = None,
) -> list[RenderedSection]:
    """Give sections whose HTML is ready to print; `pages` are the linked ones, if they were found."""
    stored = [section.html for section in sections]
    expanded = expand_all(stored, request=request, pages=pages, form_address=form_address)
    # Rich text passed Wagtail's whitelist when it was saved, everything else the escaping of the templates.
    return [replace(section, html=mark_safe(html)) for section, html in zip(sections, expanded, strict=True)]  # noqa: S308


def on_paper(address: str) -> str:
    """Give an address as it is printed: whole, without what only the browser needs."""
    path = address.split("?")[0]
    return path if path.startswith("http") else f"{conf.public_base_url}{path}"


def _with_request_links(html: str, form_address: FormAddress | None) -> str:
    def link(found: re.Match[str]) -> str:
        address = form_address(found[1]) if form_address else ""
        if not address:
            return ""
        return (
            f'<p class="action"><a class="button" href="{escape(address)}" '
            f'data-address="{escape(on_paper(address))}">{found[2]}</a></p>'
        )

    return _REQUEST_LINK.sub(link, html)


def _with_page_links(html: str, request: HttpRequest | None, pages: Iterable[Page] | None) -> str:
    keys = linked_keys(html)
    addresses = _addresses(_linked_pages(keys) if pages is None else pages, request) if keys else {}

    def opening_tag(found: re.Match[str]) -> str:
        key = _PAGE_KEY.search(found[0]) if _PAGE_LINK.fullmatch(found[0]) else None
        address = addresses.get(int(key[1])) if key else ""
        return f'<a href="{escape(address)}">' if address else "<a>"

    return _LINK_TO_NOTHING.sub(r"\1", _STORED_LINK.sub(opening_tag, html))


def _linked_pages(keys: Iterable[int]) -> Iterable[Page]:
    linked = Page.objects.filter(pk__in=keys)
    return Page.objects.filter(translation_key__in=linked.values("translation_key")).select_related("locale")


def _addresses(pages: Iterable[Page], request: HttpRequest | None) -> dict[int, str]:
    by_id = {page.pk: page for page in pages}
    language = get_language()
    here = {
        page.translation_key: page for page in by_id.values() if page.live and page.locale.language_code == language
    }
    addresses = {pk: here.get(page.translation_key, page) for pk, page in by_id.items()}
    return {pk: page.get_url(request) or "" for pk, page in addresses.items() if page.live}
