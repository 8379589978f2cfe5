"""Says how many versions would go before a page is deleted: they are evidence, and go with their page."""

from collections.abc import Iterable

from django.db.models import Count
from django.utils.translation import gettext, ngettext
from wagtail.models import Page

from privacy.notices.versions.records import NoticeVersion


def versions_below(pages: Iterable[Page]) -> tuple[int, int]:
    """Give how many versions the pages and all below them have, and of how many notices."""
    keys: set[int] = set()
    for page in pages:
        keys |= set(page.get_descendants(inclusive=True).values_list("pk", flat=True))
    found = NoticeVersion.objects.filter(page__in=keys)
    counted = found.aggregate(versions=Count("pk"), notices=Count("page", distinct=True))
    return counted["versions"], counted["notices"]


def warning_of(pages: Iterable[Page]) -> str:
    """Give the warning in words; empty when no version would go."""
    versions, notices = versions_below(pages)
    if not versions:
        return ""
    return " ".join(
        [
            ngettext(
                "%(count)d version of a notice would be deleted for good.",
                "%(count)d versions of notices would be deleted for good.",
                versions,
            )
            % {"count": versions},
            gettext("They are the proof of what was said and when. Unpublishing keeps them readable."),
        ]
    )
