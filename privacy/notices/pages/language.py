"""Pages that are shown in the language of their locale, whatever the visitor's browser asks."""

from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Length, Substr
from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.functional import cached_property
from wagtail.models import Page, PageViewRestriction


def is_restricted() -> Exists:
    """Give a condition that a page is under a view restriction, as part of one query.

    The restriction may be on a page above it, on the source of an alias or above that, or on the source of an alias
    that the page lies below.
    """
    length = Length("page__path")
    own, source = (Substr(OuterRef(path), 1, length) for path in ("path", "alias_of__path"))
    alias_above = Substr(OuterRef("path"), 1, Length("page__aliases__path"))
    somewhere = Q(page__path=own) | Q(page__path=source) | Q(page__aliases__path=alias_above)
    return Exists(PageViewRestriction.objects.filter(somewhere))


class LanguagePage(Page):
    """A page whose language is that of its locale; it knows its published translations."""

    class Meta:
        abstract = True

    @property
    def language(self) -> str:
        return self.locale.language_code

    @cached_property
    def language_versions(self) -> list[Page]:
        """The published translations that anybody may read, this page included; brings the page's locale along."""
        found = self.find_language_versions()
        own = next((page for page in found if page.pk == self.pk), None)
        if own is not None:
            self.locale = own.locale
        return found

    def find_language_versions(self) -> list[Page]:
        """Ask the database for the published translations."""
        pages = Page.objects.filter(translation_key=self.translation_key, live=True).exclude(is_restricted())
        return list(pages.select_related("locale").order_by("pk"))

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Serve the page, rendered at once, in its language."""
        _ = self.language_versions  # first, because it saves asking for the locale
        with translation.override(self.language):
            response = super().serve(request, *args, **kwargs)
            return response.render() if hasattr(response, "render") else response

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:
        """Show the draft in the page's language."""
        with translation.override(self.language):
            response = super().serve_preview(request, mode_name)
            return response.render() if hasattr(response, "render") else response

    def get_view_restrictions(self) -> QuerySet[PageViewRestriction]:
        """Give the restrictions on the page and on those above it, as Wagtail does, with one query instead of two.

        For an alias they are those of its source, and of that one's source.
        """
        line = self.get_ancestors(inclusive=True)
        own = Q(page__in=line.filter(alias_of__isnull=True).values("pk"))
        of_source = Q(page__aliases__in=line.values("pk")) | Q(page__aliases__aliases__in=line.values("pk"))
        return PageViewRestriction.objects.filter(own | of_source).distinct()

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Add the translations, for the language switch."""
        return {**super().get_context(request, *args, **kwargs), "translations": self.language_versions}
