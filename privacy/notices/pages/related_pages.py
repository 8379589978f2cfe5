"""The pages that a notice page speaks of, found with one query: its translations, its form, and links in its text."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef, Q
from wagtail.models import Page

from privacy.notices.pages.language import is_restricted
from privacy.notices.request_forms import forms_near, forms_serving


@dataclass(frozen=True, slots=True)
class FormPage:
    """A page with a form for requests, and whether the register of the notice is on it."""

    page: Page
    serves: bool


@dataclass(frozen=True, slots=True)
class RelatedPages:
    """Published pages beside a notice: its translations (itself included), its forms, and all that were found."""

    translations: list[Page]
    forms: list[FormPage]
    pages: list[Page]


def find_related_pages(page: Any, *, register_id: int | None, linked: set[int]) -> RelatedPages:
    """Find the pages beside a notice: forms that serve its register come first, then other forms of its controller.

    `linked` are the keys of the pages that its text leads to. Among the forms, those in its language come first.
    A translation under a view restriction is named to nobody who is not behind a restriction already.
    """
    serves, near = forms_serving(register_id), forms_near(register_id)
    keys = Page.objects.filter(pk__in=linked).values("translation_key")
    forms = Page.objects.filter(serves | near).values("pk")
    wanted = Q(translation_key=page.translation_key) | Q(translation_key__in=keys) | Q(pk__in=forms)
    marks = {
        "serves": Exists(Page.objects.filter(serves, pk=OuterRef("pk"))),
        "is_near": Exists(Page.objects.filter(near, pk=OuterRef("pk"))),
        "is_private": is_restricted(),
    }
    found = Page.objects.filter(wanted, live=True).annotate(**marks).select_related("locale").order_by("pk")
    pages: list[Any] = list(found)
    behind = any(other.pk == page.pk and other.is_private for other in pages)
    found_forms = sorted(
        (FormPage(other, other.serves) for other in pages if other.serves or other.is_near),
        key=lambda form: (not form.serves, form.page.locale_id != page.locale_id, form.page.pk),
    )
    family = [other for other in pages if other.translation_key == page.translation_key]
    return RelatedPages([other for other in family if behind or not other.is_private], found_forms, pages)
