"""The pages of the site that notices speak of: request forms, and what texts link to."""

from collections.abc import Collection
from dataclasses import dataclass

from wagtail.models import Page


@dataclass(frozen=True, slots=True)
class SitePages:
    """Published pages among those linked, published forms, and the registers that a published form serves."""

    living: frozenset[int]
    forms: frozenset[int]
    with_form: frozenset[int]


def pages_around(registers: Collection[int], linked: Collection[int]) -> SitePages:
    """Find them with two queries."""
    # Reached by its name: the form belongs to a room above this one.
    serving = Page.objects.live().filter(rightsrequestpage__registers__register__in=registers)
    rows = list(serving.values_list("pk", "rightsrequestpage__registers__register")) if registers else []
    living = Page.objects.live().filter(pk__in=linked).values_list("pk", flat=True) if linked else []
    return SitePages(
        living=frozenset(living),
        forms=frozenset(page for page, _register in rows),
        with_form=frozenset(register for _page, register in rows),
    )
