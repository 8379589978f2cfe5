"""A page whose readers see the version in force, and whose former versions stay readable below it."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import translation
from django.utils.functional import cached_property
from django.utils.html import strip_tags
from wagtail.models import Page
from wagtail.url_routing import RouteResult

from privacy.notices.pages.related_pages import RelatedPages, find_related_pages
from privacy.notices.pages.versioned import VersionedPage
from privacy.notices.versions.public.archive_urls import ArchivePlace, place_of
from privacy.notices.versions.public.page_context import linked_in, notice_context, shown_notice
from privacy.notices.versions.public.responses import respond
from privacy.notices.versions.stored_html import ShownNotice

NOT_ASKED = object()


class ReadablePage(VersionedPage):
    """What the public meets of a versioned page."""

    # The title in force where the query for the page has found it (None: there is no version); else it is asked.
    title_in_force: Any = NOT_ASKED

    class Meta:
        abstract = True

    @property
    def title_now(self) -> str:
        """The title in force; the query may have found it already."""
        if self.title_in_force is not NOT_ASKED:
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

    def serve(self, request: HttpRequest, *args: Any, place: ArchivePlace | None = None, **kwargs: Any) -> HttpResponse:
        """Serve the notice, or a place of its archive, in its language."""
        if place is None:
            return super().serve(request, *args, **kwargs)
        with translation.override(self.language):
            response = respond(self, request, place)
            return response.render() if hasattr(response, "render") else response

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add what is in force, with sections, facts and other languages; in the preview what is drafted."""
        draft = getattr(request, "is_preview", False)
        if draft:  # the object of a preview is the draft, and shown nowhere else
            self.shown = shown_notice(self, draft=True)
        return {
            **super().get_context(request, *args, **kwargs),
            **notice_context(self, request, self.shown, self.related_pages),
            "version": None if draft else self.in_force or self.pending_version,
            "pending": None if draft else self.pending_version,
        }

    @cached_property
    def shown(self) -> ShownNotice:
        """What readers are shown: the version in force, else the one to come, else the page as it stands."""
        return shown_notice(self, draft=False)

    @cached_property
    def related_pages(self) -> RelatedPages:
        """The pages that the shown text speaks of: translations, the form, and those that it links to."""
        return self.pages_beside(linked_in(self.shown.sections))

    def pages_beside(self, linked: set[int]) -> RelatedPages:
        """Find translations, the form, and the pages of these keys, with one query."""
        return find_related_pages(self, register_id=self.main_register_id, linked=linked)

    def find_language_versions(self) -> list[Page]:
        """Give the published translations, found together with the other pages that the text speaks of."""
        return self.related_pages.translations
