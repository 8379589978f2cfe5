"""A page whose readers see the version in force, and whose former versions stay readable below it."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import translation
from django.utils.functional import cached_property
from django.utils.html import strip_tags
from wagtail.models import Page
from wagtail.url_routing import RouteResult

from privacy.notices.pages.related_pages import Neighbours, neighbours_of
from privacy.notices.pages.versioned import VersionedPage
from privacy.notices.versions.public.archive_urls import Place, place_of
from privacy.notices.versions.public.page_context import linked_in, notice_context, shown_notice
from privacy.notices.versions.public.responses import respond


class ReadablePage(VersionedPage):
    """What the public meets of a versioned page."""

    # The keys of the pages that the shown text links to; found together with the other neighbours.
    linked: set[int] | frozenset[int] = frozenset()

    class Meta:
        abstract = True

    @property
    def title_now(self) -> str:
        """The title in force; the query may have found it already."""
        if hasattr(self, "title_in_force"):
            return self.title_in_force or self.title
        return self.in_force.title if self.in_force else self.title

    @property
    def permanent_path(self) -> str:
        """The path of the address that outlives moves and new slugs; an alias has that of its source."""
        return reverse("privacy:notice", args=[self.source_uuid])

    @cached_property
    def source_uuid(self) -> Any:
        """The uuid of the page whose text this is: its own, or that of the source of an alias."""
        page = self
        while page.alias_of_id:
            page = page.alias_of.specific
        return page.uuid

    @property
    def search_text(self) -> str:
        """What the search index knows of the notice: the text in force, nothing of a draft."""
        version = self.in_force or self.pending_version
        return " ".join(strip_tags(f"{part['heading']} {part['html']}") for part in version.html) if version else ""

    def route(self, request: HttpRequest, path_components: list[str]) -> RouteResult:
        """Find the archive below the page, which stays when the page is no longer published."""
        place = place_of(path_components)
        if place is not None and (self.live or self.own_versions.exists()):
            return RouteResult(self, kwargs={"place": place})
        return super().route(request, path_components)

    def serve(self, request: HttpRequest, *args: Any, place: Place | None = None, **kwargs: Any) -> HttpResponse:
        """Serve the notice, or a place of its archive, in its language."""
        if place is None:
            return super().serve(request, *args, **kwargs)
        with translation.override(self.language):
            response = respond(self, request, place)
            return response.render() if hasattr(response, "render") else response

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add what is in force, with sections, facts and other languages; in the preview what is drafted."""
        draft = getattr(request, "is_preview", False)
        shown = shown_notice(self, draft=draft)
        self.linked = linked_in(shown.sections)
        return {
            **super().get_context(request, *args, **kwargs),
            **notice_context(self, request, shown),
            "version": None if draft else self.in_force or self.pending_version,
            "pending": None if draft else self.pending_version,
        }

    @cached_property
    def neighbours(self) -> Neighbours:
        """The pages that the notice speaks of: its translations, its form, and those that its text links to."""
        return neighbours_of(self, register_id=self.main_register_id, linked=set(self.linked))

    def find_language_versions(self) -> list[Page]:
        """Give the published translations; found together with the other neighbours."""
        return self.neighbours.translations
