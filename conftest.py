"""Gives every run a copy of a migrated database, and lays it anew after tests with real transactions.

Django empties the database after such a test, and with it what migrations made (root page, locale, groups):
later tests, and with --reuse-db the whole next run, would find another world.
"""

import gc
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from django.conf import settings
from django.core.cache import caches
from django.db import connection, connections
from django.test import TransactionTestCase
from pytest_django import DjangoDbBlocker


def pytest_collection_finish(session: pytest.Session) -> None:
    """Look for garbage seldom, and not among what was loaded before the first test: a tenth of the time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """Leave the database that pytest-django made as it is, and work on a copy of it."""
    original = connection.settings_dict["NAME"]
    copy = _name_of_copy(original)
    with pytest.MonkeyPatch.context() as patch, django_db_blocker.unblock():
        patch.setattr(TransactionTestCase, "_fixture_teardown", lambda case: _lay_copy(original, copy))
        _lay_copy(original, copy)
        with django_db_blocker.block():
            yield
        _use(original)
        _remove(copy)


def _name_of_copy(original: str) -> str:
    if connection.vendor == "sqlite":
        return str(Path(original).with_suffix(f".copy-{os.getpid()}"))
    return f"{original}_copy_{os.getpid()}"


def _lay_copy(original: str, copy: str) -> None:
    _use(original)
    _remove(copy)
    if connection.vendor == "sqlite":
        with closing(sqlite3.connect(original)) as source, closing(sqlite3.connect(copy)) as target:
            source.backup(target)
    else:
        _administer(f"CREATE DATABASE {_quoted(copy)} TEMPLATE {_quoted(original)}")
    _use(copy)
    for cache in caches.all():
        cache.clear()


def _use(name: str) -> None:
    """Point Django at a database; what was open is closed first."""
    connections.close_all()
    settings.DATABASES["default"]["NAME"] = connection.settings_dict["NAME"] = name


def _remove(name: str) -> None:
    if connection.vendor == "sqlite":
        for suffix in ("", "-wal", "-shm"):
            Path(name + suffix).unlink(missing_ok=True)
    else:
        # Threads of a live server may still hold a connection.
        _administer(f"DROP DATABASE IF EXISTS {_quoted(name)} WITH (FORCE)")


def _administer(statement: str) -> None:
    with connection._nodb_cursor() as cursor:
        cursor.execute(statement)


def _quoted(name: str) -> str:
    return connection.ops.quote_name(name)
