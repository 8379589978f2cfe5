"""Who may get started, on which sites and in which languages."""

from typing import Any

from django.conf import settings
from wagtail.coreutils import get_content_languages
from wagtail.models import Locale, Page, Site

from privacy.registers.models.registers import Register
from privacy.starter.texts import has_texts

_RECORDS = ("privacy.add_controller", "privacy.add_contact", "privacy.add_register")


def starting_offers(user: Any) -> dict[Site, list[str]]:
    """Give the sites on which a user may get started, each with the languages, the root page's first.

    Empty once there is a register, and for users who may not add the records and publish pages.
    """
    if not user.has_perms(_RECORDS) or Register.objects.exists():
        return {}
    sites = Site.objects.select_related("root_page__locale").order_by("-is_default_site", "hostname")
    offers = {site: _languages(user, site.root_page) for site in sites}
    return {site: languages for site, languages in offers.items() if languages}


def _languages(user: Any, root: Page) -> list[str]:
    own = root.locale.language_code
    others = get_content_languages() if getattr(settings, "WAGTAIL_I18N_ENABLED", False) else ()
    codes = [own, *(code for code in others if code != own)]
    return [code for code in codes if has_texts(code) and _may_publish_in(user, root, code)]


def _may_publish_in(user: Any, root: Page, code: str) -> bool:
    locale = Locale.objects.filter(language_code=code).first()
    if locale is None and not user.has_perm("wagtailcore.add_locale"):
        return False
    translated = root.get_translation_or_none(locale) if locale else None
    # A front page that is missing in the language would be made beside the root page.
    rights = (translated or root.get_parent()).permissions_for_user(user)
    return rights.can_add_subpage() and rights.can_publish_subpage()
