"""Loads the languages, the front page in each, and the address of the site."""

from django.utils.text import slugify
from wagtail.models import Locale, Page, Site

from home.demo.data import MAIN_LANGUAGE, Data, read
from home.demo.tree import page_key, publish_below
from home.models import HomePage

_LOCAL_HOSTS = ("localhost", "127.0.0.1")


def load_site(port: int) -> tuple[Site, dict[str, HomePage]]:
    """Load the front page of every language; give the site and the front pages by language, the main one first."""
    fronts = {language: texts["front"] for language, texts in read("pages.json").items()}
    main = _main_front_page(fronts[MAIN_LANGUAGE])
    pages = {language: _front_page(main, language, texts) for language, texts in fronts.items()}
    return _load_address(main, port), pages


def _main_front_page(texts: Data) -> HomePage:
    site = Site.objects.filter(is_default_site=True).select_related("root_page").first()
    root = site.root_page.specific if site else None
    if isinstance(root, HomePage):
        return root
    main = _add_front_page(MAIN_LANGUAGE, texts, page_key("front"))
    if site is not None:
        site.root_page = main
        site.save()
        _remove_welcome_page(root)
    return main


def _remove_welcome_page(root: Page) -> None:
    """Remove the page that Wagtail's migrations make; a page of another type, or with pages below, stays."""
    if type(root) is Page and root.is_leaf():
        root.delete()


def _front_page(main: HomePage, language: str, texts: Data) -> HomePage:
    locale, _created = Locale.objects.get_or_create(language_code=language)
    found = main.get_translation_or_none(locale)
    return found or _add_front_page(language, texts, main.translation_key)


def _add_front_page(language: str, texts: Data, key: object) -> HomePage:
    locale, _created = Locale.objects.get_or_create(language_code=language)
    slug = slugify(texts["title"])
    page = HomePage(title=texts["title"], slug=slug, intro=texts["intro"], locale=locale, translation_key=key)
    return publish_below(Page.get_first_root_node(), page)


def _load_address(root: HomePage, port: int) -> Site:
    site = Site.objects.filter(is_default_site=True).first() or Site(is_default_site=True, root_page=root)
    # A host name that somebody entered stays; the demo's own follows the port it is served on.
    if site.hostname in ("", *_LOCAL_HOSTS) and (site.hostname, site.port) != ("127.0.0.1", port):
        site.hostname, site.port = "127.0.0.1", port
        site.save()
    return site
