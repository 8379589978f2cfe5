"""How higher rooms take part when a record changes: before it is saved, and after, in one transaction."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack, contextmanager
from typing import Any, Protocol

from django.db import transaction

from privacy.extension import Extension


class Watcher(Protocol):
    """What depends on the details of published records, such as published notices."""

    def changing(self, record: Any) -> AbstractContextManager[None]:
        """Surround the saving of a record: lock on entry, renew on exit."""

    def shown_in(self, record: Any) -> Sequence[Any]:
        """Give the published pages that show the record."""


WATCHERS: Extension[Watcher] = Extension("watchers of records")

# Called with a contact after each publication, as it is in the database then.
CONTACT_FOLLOWERS: Extension[Callable[[Any], None]] = Extension("followers of contacts")

# Called with a register after each saving but the first, published or not.
REGISTER_FOLLOWERS: Extension[Callable[[Any], None]] = Extension("followers of registers")


@contextmanager
def watched(record: Any) -> Iterator[None]:
    """Surround the saving of a published record with what watches it, all in one transaction."""
    with transaction.atomic(), ExitStack() as stack:
        for watcher in WATCHERS.values():
            stack.enter_context(watcher.changing(record))
        yield


def pages_that_show(record: Any) -> list[Any]:
    """Give the published pages that show a record."""
    return [page for watcher in WATCHERS.values() for page in watcher.shown_in(record)]
