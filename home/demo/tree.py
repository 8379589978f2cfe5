"""Adds pages to the demo's tree, each once and published like an editor would."""

import uuid
from typing import Any

from wagtail.coreutils import find_available_slug
from wagtail.models import Page

# Any fixed value: the keys of the demo's pages are made from it, so that they are found again.
_DEMO = uuid.UUID("5b0f5c0e-6f0a-4f57-9a3e-2f6f1c7d9b11")


def page_key(name: str) -> uuid.UUID:
    """Give the translation key that the language versions of a page of the demo share."""
    return uuid.uuid5(_DEMO, name)


def is_there(key: uuid.UUID, locale_id: int) -> bool:
    """Tell whether the page with a key is there in a language, wherever an editor may have moved it."""
    return Page.objects.filter(translation_key=key, locale=locale_id).exists()


def publish_below(parent: Page, page: Page, author: Any = None) -> Page:
    """Add a page below another, as a draft first, and publish its revision."""
    page.locale_id = page.locale_id or parent.locale_id
    page.slug = find_available_slug(parent, page.slug)
    page.live, page.has_unpublished_changes = False, True
    parent.add_child(instance=page)
    return publish(page, author)


def publish(page: Page, author: Any = None) -> Page:
    """Publish a page as it stands in memory, by a revision of its author."""
    page.save_revision(user=author).publish(user=author)
    page.refresh_from_db()
    return page
