"""How higher rooms take part when a published record changes: before it is saved, and after, in one transaction."""

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack, contextmanager
from typing import Any, Protocol

from django.db import transaction


class Watcher(Protocol):
    """What shows the details of records, such as published notices."""

    def changing(self, record: Any) -> AbstractContextManager[None]:
        """Surround the saving of a record: lock on entry, renew on exit."""

    def shown_in(self, record: Any) -> Sequence[Any]:
        """Give the published pages that show the record."""


WATCHERS: list[Watcher] = []


@contextmanager
def watched(record: Any) -> Iterator[None]:
    """Surround the saving of a published record with what watches it, all in one transaction."""
    with transaction.atomic(), ExitStack() as stack:
        for watcher in WATCHERS:
            stack.enter_context(watcher.changing(record))
        yield


def pages_that_show(record: Any) -> list[Any]:
    """Give the published pages that show a record."""
    return [page for watcher in WATCHERS for page in watcher.shown_in(record)]
