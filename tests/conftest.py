"""What the tests of all rooms share."""

from typing import Any

import pytest
from django.test import Client
from wagtail.models import Locale, Page, Site

from home.models import HomePage
from tests.factories import GroupFactory, HomePageFactory, RegisterFactory, UserFactory

LANGUAGES = ("fi", "sv", "en")


@pytest.fixture
def locales(db: None) -> dict[str, Locale]:
    """Give the locales of the site by language."""
    return {language: Locale.objects.get_or_create(language_code=language)[0] for language in LANGUAGES}


@pytest.fixture
def home_pages(locales: dict[str, Locale]) -> dict[str, HomePage]:
    """Give the front page of each language, translations of each other."""
    first = HomePageFactory(language="fi")
    others = {
        language: HomePageFactory(language=language, translation_key=first.translation_key)
        for language in LANGUAGES
        if language != "fi"
    }
    return {"fi": first, **others}


@pytest.fixture
def site(home_pages: dict[str, HomePage]) -> Site:
    """Give the only site, with the Finnish front page as its root."""
    Page.objects.filter(depth=2).exclude(pk__in=[page.pk for page in home_pages.values()]).delete()
    Site.objects.all().delete()
    return Site.objects.create(hostname="www.example.fi", root_page=home_pages["fi"], is_default_site=True)


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
