"""What the tests of the host site share."""

from collections.abc import Iterator
from io import StringIO
from typing import Any

import pytest
from django.core.management import call_command

from tests.rolled_back import rolled_back


def load(**options: Any) -> str:
    """Load the demo and give what it printed."""
    printed = StringIO()
    call_command("load_demo", stdout=printed, **options)
    return printed.getvalue()


@pytest.fixture(scope="module")
def loaded(django_db_setup: None, django_db_blocker: Any) -> Iterator[str]:
    """Load the demo once for all tests of the module, and give what it printed."""
    with rolled_back(django_db_blocker):
        printed = load(password="esittely-salasana", port=8123)
        with django_db_blocker.block():
            yield printed
