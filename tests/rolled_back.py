"""Makes rows once for a whole module of tests, and takes them back afterwards."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from wagtail.models import Site


@contextmanager
def rolled_back(blocker: Any) -> Iterator[None]:
    """Open a transaction around the tests of a module; each test has a savepoint of its own within it.

    Use in a fixture of module scope: make the rows inside `with`, then yield under `blocker.block()`.
    """
    with blocker.unblock():
        try:
            with transaction.atomic():
                yield
                transaction.set_rollback(True)
        finally:
            # Both remember rows that are gone now.
            Site.clear_site_root_paths_cache()
            ContentType.objects.clear_cache()
