"""Settings of the test suite: quick hashing, letters in memory, no cache between tests."""

import hashlib
import os
import tempfile
from pathlib import Path

import django
import wagtail

from mysite.settings.base import *  # noqa: F403
from mysite.settings.base import BASE_DIR, DATABASES

DEBUG = False
SECRET_KEY = "only-for-tests"  # noqa: S105
ALLOWED_HOSTS = ["*"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
PRIVACY_PUBLIC_BASE_URL = "https://www.example.fi"
# The tests that search ask for the fixture `searchable`: to write the index at every save is a tenth of the time.
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database", "AUTO_UPDATE": False}}
WAGTAILADMIN_BASE_URL = "https://hallinta.example.fi"
PRIVACY_DEFAULT_EMAIL = "oletus@example.fi"
PRIVACY_PRIVATE_ROOT = Path(tempfile.gettempdir()) / f"privacy-tests-{os.getpid()}"
PRIVACY_FORM_MINIMUM_SECONDS = 0


def _migrations_digest() -> str:
    """Give a short name for what the migrations say, so that a changed one never meets an old test database."""
    digest = hashlib.sha256(f"{django.__version__} {wagtail.__version__}".encode())
    for app in ("home", "privacy"):
        for path in sorted((BASE_DIR / app / "migrations").glob("*.py")):
            digest.update(path.read_bytes())
    return digest.hexdigest()[:12]


if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    # A file, not memory: threads of a test then wait for each other as they do in a running site.
    _test_folder = BASE_DIR / ".pytest_cache" / "databases"
    _test_folder.mkdir(parents=True, exist_ok=True)
    DATABASES["default"]["TEST"] = {"NAME": str(_test_folder / f"{_migrations_digest()}.sqlite3")}
