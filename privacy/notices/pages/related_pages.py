"""The pages that a notice page speaks of, found with one query: its translations, its form, and links in its text."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef, Q
from django.db.models.functions import Length, Substr
from wagtail.models import Page, PageViewRestriction


@dataclass(frozen=True, slots=True)
class Neighbours:
    """Published pages beside a notice: its translations (itself included), its forms, and all that were found."""

    translations: list[Page]
    forms: list[Page]
    pages: list[Page]


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


def neighbours_of(page: Any, *, register_id: int | None, linked: set[int]) -> Neighbours:
    """Find the neighbours of a notice: forms that serve its register come first, then other forms of its controller.

    Among these, forms in its language come first; each form says by `serves` whether the register is on it.
    A translation under a view restriction is named to nobody who is not behind a restriction already.
    """
    keys = Page.objects.filter(pk__in=linked).values("translation_key")
    # Reached by its name: the form belongs to a room above this one.
    serves = Q(rightsrequestpage__registers__register=register_id) if register_id else Q(pk__in=[])
    of_controller = Q(rightsrequestpage__registers__register__controller__registers=register_id)
    near = of_controller if register_id else Q(pk__in=[])
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
    return Neighbours(
        translations=[
            other
            for other in pages
            if other.translation_key == page.translation_key and (behind or not other.is_private)
        ],
        forms=sorted(
            (other for other in pages if other.serves or other.is_near),
            key=lambda form: (not form.serves, form.locale_id != page.locale_id, form.pk),
        ),
        pages=pages,
    )
