"""The demo site on a server of its own, laid anew for every module, and a browser that looks at it."""

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.contrib.contenttypes.models import ContentType
from django.core.cache import caches
from django.core.management import call_command
from django.db import connection, connections
from django.test import TransactionTestCase, override_settings
from playwright.sync_api import Browser, Page, expect, sync_playwright
from pytest_django.live_server_helper import LiveServer

from tests.browser.watching import Watch

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
OPTIONS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
PASSWORD = "esittely-salasana"
LONGEST_WAIT = 10_000  # milliseconds
# As on a running site; the other tests write no search index.
SEARCHABLE = override_settings(WAGTAILSEARCH_BACKENDS={"default": {"BACKEND": "wagtail.search.backends.database"}})


@pytest.fixture(scope="session")
def server(django_db_setup: None) -> Iterator[LiveServer]:
    """Serve the site with its static files; its threads and the tests share settings, outbox and database file."""
    if connection.vendor != "sqlite":
        pytest.fail("The browser tests copy SQLite files: run `make browser`, which leaves DATABASE_URL out.")
    with pytest.MonkeyPatch.context() as patch:
        # Playwright keeps an event loop in this thread, and nothing of ours runs in that loop.
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
        live = LiveServer("127.0.0.1")
        yield live
        live.stop()


@pytest.fixture(scope="session")
def databases(server: LiveServer, django_db_blocker: Any, tmp_path_factory: Any) -> tuple[Path, Path]:
    """Load the demo once; give the database files without it and with it."""
    folder = tmp_path_factory.mktemp("databases")
    empty, demo = folder / "empty.sqlite3", folder / "demo.sqlite3"
    with django_db_blocker.unblock(), SEARCHABLE:
        _copy(connection.settings_dict["NAME"], empty)
        call_command("load_demo", port=server.thread.port, password=PASSWORD, stdout=StringIO())
        _copy(connection.settings_dict["NAME"], demo)
    return empty, demo


@pytest.fixture(scope="module")
def address(server: LiveServer, databases: tuple[Path, Path], django_db_blocker: Any) -> Iterator[str]:
    """Give the address of the site; after the module other tests find their database as they left it."""
    settings = override_settings(
        PRIVACY_PUBLIC_BASE_URL=server.url,
        WAGTAILADMIN_BASE_URL=server.url,
        # Faster than any editor, the tests would publish while Wagtail is saving the draft.
        WAGTAIL_AUTOSAVE_INTERVAL=0,
    )
    # Unblocked for the whole module: what a browser sends when it is closed may come after a test.
    with pytest.MonkeyPatch.context() as patch, settings, SEARCHABLE, django_db_blocker.unblock():
        # The file is laid anew before each test; it must not be replaced while threads of the server have it open.
        patch.setattr(TransactionTestCase, "_fixture_teardown", lambda case: None)
        yield server.url
        _lay(databases[0])


@pytest.fixture(autouse=True)
def demo(transactional_db: None, address: str, databases: tuple[Path, Path]) -> None:
    """Let every test begin with the demo as it was loaded."""
    _lay(databases[1])


def _lay(database: Path) -> None:
    connections.close_all()
    _copy(database, connection.settings_dict["NAME"])
    ContentType.objects.clear_cache()
    for cache in caches.all():
        cache.clear()


def _copy(source: str | Path, target: str | Path) -> None:
    """Copy a database into the file of another; connections to it stay good."""
    with closing(sqlite3.connect(source)) as original, closing(sqlite3.connect(target, timeout=20)) as copy:
        original.backup(copy)


@pytest.fixture(scope="session")
def chromium(server: LiveServer) -> Iterator[Browser]:
    """Give the browser; the server is named so that it outlives it."""
    expect.set_options(timeout=LONGEST_WAIT)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=OPTIONS)
        yield browser
        browser.close()


@pytest.fixture
def open_browser(chromium: Browser, address: str) -> Iterator[Callable[..., Page]]:
    """Give what opens a browser of a person of their own; whatever any of them complains of fails the test."""
    watches: list[Watch] = []

    def open_one(**options: Any) -> Page:
        settings = {"base_url": address, "locale": "fi-FI", "viewport": {"width": 1280, "height": 900}} | options
        context = chromium.new_context(**settings)
        context.set_default_timeout(LONGEST_WAIT)
        watches.append(Watch(context, address))
        return context.new_page()

    yield open_one
    for watch in watches:
        watch.context.close()
    assert [complaint for watch in watches for complaint in watch.complaints] == []


@pytest.fixture
def page(open_browser: Callable[..., Page]) -> Page:
    """Give a visitor's page."""
    return open_browser()
