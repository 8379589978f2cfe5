"""What the tests of all rooms share."""

from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path
from shutil import rmtree
from typing import Any

import pytest
from django.db.models import F
from django.test import Client
from wagtail.models import Locale, Page, Site
from wagtail.signal_handlers import disable_reference_index_auto_update

from home.models import HomePage
from tests.factories import GroupFactory, HomePageFactory, RegisterFactory, UserFactory

LANGUAGES = ("fi", "sv", "en")


@pytest.fixture
def private_folder(settings: Any) -> Path:
    """Give the private folder of the tests, with nothing in it that another test has left."""
    rmtree(settings.PRIVACY_PRIVATE_ROOT, ignore_errors=True)
    return Path(settings.PRIVACY_PRIVATE_ROOT)


@pytest.fixture
def locales(db: None) -> dict[str, Locale]:
    """Give the locales of the site by language."""
    return {language: Locale.objects.get_or_create(language_code=language)[0] for language in LANGUAGES}


@pytest.fixture
def home_pages(locales: dict[str, Locale]) -> dict[str, HomePage]:
    """Give the front page of each language, translations of each other."""
    if not _first_made:
        first = HomePageFactory(language="fi")
        others = [HomePageFactory(language=other, translation_key=first.translation_key) for other in LANGUAGES[1:]]
        _first_made.extend([first, *others])
    else:
        lay_again(_first_made, locales)
    return {page.locale.language_code: page for page in HomePage.objects.select_related("locale")}


# Nearly every test begins with these pages, and making them takes longer than many of the tests.
_first_made: list[HomePage] = []


def lay_again(pages: list[HomePage], locales: dict[str, Locale]) -> None:
    """Write front pages as the rows that they were when they were first made."""
    fields = [field for field in Page._meta.concrete_fields if not field.primary_key]
    rows = [Page(**{field.attname: getattr(page, field.attname) for field in fields}) for page in pages]
    for row, language in zip(rows, LANGUAGES, strict=True):
        row.locale = locales[language]
    for row, page in zip(Page.objects.bulk_create(rows), pages, strict=True):
        HomePage(page_ptr=row, intro=page.intro).save_base(raw=True, force_insert=True)
    Page.objects.filter(depth=1).update(numchild=F("numchild") + len(rows))


@pytest.fixture
def site(home_pages: dict[str, HomePage]) -> Site:
    """Give the only site, with the Finnish front page as its root."""
    Page.objects.filter(depth=2).exclude(pk__in=[page.pk for page in home_pages.values()]).delete()
    Site.objects.all().delete()
    return Site.objects.create(hostname="www.example.fi", root_page=home_pages["fi"], is_default_site=True)


@pytest.fixture(autouse=True)
def reference_index(request: pytest.FixtureRequest) -> Iterator[None]:
    """Let saves write Wagtail's index of references where a test asks for it: it takes a seventh of the time."""
    with nullcontext() if "referenced" in request.fixturenames else disable_reference_index_auto_update():
        yield


@pytest.fixture
def referenced() -> None:
    """Let every save write the index of references, as on a running site."""


@pytest.fixture
def searchable(settings: Any) -> None:
    """Let every save write the search index, as on a running site."""
    settings.WAGTAILSEARCH_BACKENDS = {"default": {**settings.WAGTAILSEARCH_BACKENDS["default"], "AUTO_UPDATE": True}}


@pytest.fixture
def superuser(db: None) -> Any:
    """Give a user who may do everything."""
    return UserFactory(superuser=True)


@pytest.fixture
def editor(db: None) -> Any:
    """Give a user who edits records and pages, and sees no requests."""
    return UserFactory(groups=[GroupFactory(editor=True)])


@pytest.fixture
def handler(db: None) -> Any:
    """Give a user who handles the requests of one register: handler.groups.get().register_access has it."""
    return UserFactory(groups=[GroupFactory(handles=[RegisterFactory()])])


@pytest.fixture
def superuser_client(client: Client, superuser: Any) -> Client:
    """Give a client that is logged in as the superuser."""
    client.force_login(superuser)
    return client


@pytest.fixture
def editor_client(client: Client, editor: Any) -> Client:
    """Give a client that is logged in as the editor."""
    client.force_login(editor)
    return client
