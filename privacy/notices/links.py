"""Turns rich text from the form in which it is stored into HTML; all page links are found with one query."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from django.http import HttpRequest
from django.utils.html import escape
from django.utils.safestring import mark_safe
from django.utils.translation import get_language
from wagtail.models import Page
from wagtail.rich_text.rewriters import EmbedRewriter, LinkRewriter, MultiRuleRewriter

from privacy.notices.sections import Section

Attributes = dict[str, str]

# Neither HTML nor PostgreSQL can hold this character: texts joined by it come apart again at the same places.
_BETWEEN = "\x00"
_LINK_TO_NOTHING = re.compile(r"<a>(.*?)</a>", re.DOTALL)


def expand_all(
    texts: Sequence[str], *, request: HttpRequest | None = None, pages: Iterable[Page] | None = None
) -> list[str]:
    """Give rich texts as HTML, in their order.

    A link leads to the page's translation in the language of the moment if there is a published one, as in
    Wagtail. A link to a page that is gone or not published keeps its text and is no link any more.
    """
    joined = _BETWEEN.join(text.replace(_BETWEEN, "") for text in texts)
    rewrite = MultiRuleRewriter([LinkRewriter(bulk_rules={"page": _page_rule(request, pages)}), EmbedRewriter()])
    html = _LINK_TO_NOTHING.sub(r"\1", rewrite(joined))
    return html.split(_BETWEEN) if texts else []


def expand_sections(
    sections: Sequence[Section], *, request: HttpRequest | None = None, pages: Iterable[Page] | None = None
) -> list[Section]:
    """Give sections whose texts are HTML that is safe to print; `pages` are the linked ones, if they were found."""
    texts = expand_all([section.text for section in sections], request=request, pages=pages)
    # Editors' rich text passes Wagtail's whitelist of tags and attributes when it is saved.
    return [replace(section, text=mark_safe(text)) for section, text in zip(sections, texts, strict=True)]  # noqa: S308


def _page_rule(
    request: HttpRequest | None, pages: Iterable[Page] | None
) -> Callable[[Sequence[Attributes]], list[str]]:
    def opening_tags(links: Sequence[Attributes]) -> list[str]:
        linked = _linked_pages({link.get("id", "") for link in links}) if pages is None else pages
        addresses = _addresses(linked, request)
        found = (addresses.get(link.get("id", "")) for link in links)
        return [f'<a href="{escape(address)}">' if address else "<a>" for address in found]

    return opening_tags


def _linked_pages(ids: Iterable[str]) -> Iterable[Page]:
    linked = Page.objects.filter(pk__in=[pk for pk in ids if pk.isascii() and pk.isdigit()])
    return Page.objects.filter(translation_key__in=linked.values("translation_key")).select_related("locale")


def _addresses(pages: Iterable[Page], request: HttpRequest | None) -> dict[str, str]:
    by_id = {str(page.pk): page for page in pages}
    language = get_language()
    here = {
        page.translation_key: page for page in by_id.values() if page.live and page.locale.language_code == language
    }
    addresses = {pk: here.get(page.translation_key, page) for pk, page in by_id.items()}
    return {pk: page.get_url(request) or "" for pk, page in addresses.items() if page.live}
