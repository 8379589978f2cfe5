"""What the tests of the registers room share."""

from collections.abc import Iterator

import pytest
from django.test import Client
from django.utils import translation


@pytest.fixture(autouse=True)
def english(client: Client) -> Iterator[None]:
    """Read the admin in English, whatever the language of the site."""
    client.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"
    with translation.override("en"):
        yield


@pytest.fixture(params=["superuser_client", "editor_client"])
def admin(request: pytest.FixtureRequest) -> Client:
    """Give the client of each kind of user who may edit records."""
    return request.getfixturevalue(request.param)
