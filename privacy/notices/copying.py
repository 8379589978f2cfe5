"""Why a copy of pages may not be published at once."""

from collections.abc import Mapping

from django.utils.translation import gettext as _
from wagtail.models import Page

from privacy.notices.pages import NoticePage


def refusal_of_copy(page: Page, posted: Mapping[str, str]) -> str:
    """Say why a copy must stay a draft: a register has one published notice in a language. Empty if it may go on."""
    if not posted.get("publish_copies"):
        return ""
    pages = Page.objects.descendant_of(page, inclusive=True)
    if not posted.get("copy_subpages"):
        pages = pages.filter(pk=page.pk)
    if posted.get("alias") or not NoticePage.objects.live().filter(pk__in=pages.values("pk")).exists():
        return ""
    return _("A register has one published notice in a language. Copy the notice as a draft: leave “publish” off.")
