"""What the tests of importing share."""

from typing import Any

import pytest
from django.test import Client
from wagtail.models import Page, Site

from privacy.importer.actions import begin_import
from privacy.importer.sessions import ImportSession
from tests.factories import NoticeIndexPageFactory
from tests.privacy.importer.builders import read


@pytest.fixture
def parent(site: Site) -> Page:
    """Give the Finnish list of notices."""
    return NoticeIndexPageFactory()


@pytest.fixture
def client_of_editor(client: Client, editor: Any) -> Client:
    """Give a client whose editor reads English."""
    client.force_login(editor)
    client.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"
    return client


@pytest.fixture
def draft(parent: Page, editor: Any) -> ImportSession:
    """Give an import that the editor has begun."""
    return begin_import(notice=read(), parent=parent, user=editor)
