"""The difference between two versions, section by section, as a reader sees it."""

from collections.abc import Callable, Sequence
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext

from privacy.notices.sections.links import expand_sections
from privacy.notices.sections.render import RenderedSection
from privacy.notices.versions.diff import ComparedSection, Labels, SectionDifference, compare
from privacy.notices.versions.history import TimelineRow
from privacy.notices.versions.public.page_context import form_address_of, linked_in
from privacy.notices.versions.stored_html import shown_version

Expand = Callable[[Sequence[RenderedSection]], list[RenderedSection]]


def difference_context(page: Any, request: HttpRequest, old: TimelineRow, new: TimelineRow) -> dict[str, Any]:
    """Give a template the difference between two versions; persons are named in both of them or in neither."""
    masked = not (old.is_current and new.is_current)
    versions = {version.pk: version for version in page.own_versions.filter(pk__in=[old.version.pk, new.version.pk])}
    shown = [shown_version(versions[row.version.pk], superseded=masked) for row in (old, new)]
    related = page.pages_beside(linked_in(shown[0].sections) | linked_in(shown[1].sections))

    def expand(sections: Sequence[RenderedSection]) -> list[RenderedSection]:
        address = form_address_of(related.forms, request)
        return expand_sections(sections, request=request, pages=related.pages, form_address=address)

    return {
        "translations": related.translations,
        "old": old,
        "new": new,
        "old_title": shown[0].title,
        "new_title": shown[1].title,
        "differences": differences_between(shown[0].sections, shown[1].sections, expand),
    }


def differences_between(
    old: Sequence[RenderedSection], new: Sequence[RenderedSection], expand: Expand
) -> list[SectionDifference]:
    """Give the differences of sections whose links are expanded, with words that a screen reader says."""
    return compare(_compared(expand(old)), _compared(expand(new)), labels=labels())


def labels() -> Labels:
    """Give the words that stand beside marked text for those who cannot see the marks."""
    return Labels(
        added=gettext("added: "),
        removed=gettext("removed: "),
        end=gettext(" (end of change)"),
        link_changed=gettext("the link leads elsewhere"),
    )


def _compared(sections: Sequence[RenderedSection]) -> list[ComparedSection]:
    return [ComparedSection(section.block_id, section.key, section.heading, section.html) for section in sections]
