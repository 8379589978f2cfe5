"""The languages in which a page can be read, for the language switch and for search engines."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest
from wagtail.models import Page

from privacy.notices.pages.language import is_restricted
from privacy.site_languages import own_name


@dataclass(frozen=True, slots=True)
class PageLanguage:
    """One language of a page: its code, its own name for itself, and where it is read."""

    code: str
    name: str
    url: str
    full_url: str
    is_current: bool


def languages_of(page: Page, translations: Iterable[Page] | None, request: HttpRequest | None) -> list[PageLanguage]:
    """Give the page and its translations in the order of the site's languages.

    `translations` are looked up unless the view gave them; it may or may not have counted the page itself.
    """
    if translations is None:
        translations = page.get_translations().live().exclude(is_restricted()).select_related("locale")
    by_code = {other.locale.language_code: other for other in translations} | {page.locale.language_code: page}
    order = [code for code, _name in settings.LANGUAGES]
    codes = sorted(by_code, key=lambda code: (order.index(code) if code in order else len(order), code))
    return [_language(code, by_code[code], request, is_current=by_code[code] is page) for code in codes]


def _language(code: str, page: Page, request: HttpRequest | None, *, is_current: bool) -> PageLanguage:
    return PageLanguage(
        code=code,
        name=own_name(code),
        url=page.get_url(request) or "",
        full_url=page.get_full_url(request) or "",
        is_current=is_current,
    )
