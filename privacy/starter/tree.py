"""Where pages go, and how one page comes to be in several languages."""

from collections.abc import Callable, Mapping
from typing import Any

from django.db import transaction
from wagtail.coreutils import find_available_slug
from wagtail.models import Locale, Page, Site

from privacy.notices.compliance.gate import PublicationBlocked

Fields = dict[str, Any]


def language_roots(site: Site, languages: list[str]) -> dict[str, Page]:
    """Give the front page of a site in each language; a missing one becomes an alias of the site's root page.

    An alias is live at once, so that pages below it can be reached, and is translated later.
    """
    root = site.root_page.specific
    return {language: _root_in(root, language) for language in languages}


def _root_in(root: Page, language: str) -> Page:
    if root.locale.language_code == language:
        return root
    locale, _created = Locale.objects.get_or_create(language_code=language)
    return root.get_translation_or_none(locale) or root.copy_for_translation(locale, copy_parents=True, alias=True)


def add_in_languages(
    page: Page, parents: Mapping[str, Page], fields_in: Callable[[str], Fields], *, live: bool, user: Any
) -> dict[str, Page]:
    """Add a page under each parent: in the first language as it is, in the others as its translations.

    `fields_in` gives the values of the fields in a language; the slug is changed if it is taken.
    """
    (main, parent), *others = parents.items()
    page.live, page.has_unpublished_changes, page.owner = False, True, user
    _set_fields(page, parent, fields_in(main))
    parent.add_child(instance=page)
    _keep(page, live=live, user=user)
    pages = {main: page}
    for language, other_parent in others:
        translation = page.copy_for_translation(other_parent.locale)
        _set_fields(translation, other_parent, fields_in(language))
        translation.owner = user
        translation.save()
        _keep(translation, live=live, user=user)
        pages[language] = translation
    return pages


def _set_fields(page: Page, parent: Page, fields: Fields) -> None:
    for name, value in fields.items():
        setattr(page, name, value)
    page.slug = find_available_slug(parent, page.slug, ignore_page_id=page.pk)


def _keep(page: Page, *, live: bool, user: Any) -> None:
    revision = page.save_revision(user=user)
    if not live:
        return
    try:
        with transaction.atomic():
            # The starter asked for the right to publish below the site's root; new language trees have no rights yet.
            revision.publish(user=user, skip_permission_checks=True)
    except PublicationBlocked:
        page.live = False  # a draft until its errors are corrected: what is left to do names them
    else:
        page.refresh_from_db()
