"""Production starts only when it is safe, and then Django finds nothing to warn about."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parent.parent
SECRET_KEY = "x7Kq" * 20 + "0123456789abcdefghij"
SANE = {
    "DJANGO_SETTINGS_MODULE": "mysite.settings.production",
    "SECRET_KEY": SECRET_KEY,
    "ALLOWED_HOSTS": "www.example.fi",
    "CSRF_TRUSTED_ORIGINS": "https://www.example.fi",
    "PUBLIC_BASE_URL": "https://www.example.fi",
    "ADMIN_BASE_URL": "https://www.example.fi",
    "DEFAULT_FROM_EMAIL": "tietosuoja@example.fi",
}


def start(*arguments: str, **environment: str | None) -> subprocess.CompletedProcess[str]:
    """Run manage.py under production settings, with changes to a sane environment (None takes a name away)."""
    wanted = {"PATH": os.environ["PATH"], **SANE, **environment}
    return subprocess.run(
        [sys.executable, "-W", "error::DeprecationWarning:mysite", "manage.py", *arguments],
        env={name: value for name, value in wanted.items() if value is not None},
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@pytest.mark.parametrize(
    ("environment", "message"),
    [
        ({"SECRET_KEY": None}, "Set SECRET_KEY"),
        ({"SECRET_KEY": "short"}, "Set SECRET_KEY"),
        ({"DEBUG": "1"}, "DEBUG must not be set in production."),
        ({"ALLOWED_HOSTS": None}, "Set ALLOWED_HOSTS"),
        ({"ALLOWED_HOSTS": " , "}, "Set ALLOWED_HOSTS"),
        ({"EMAIL_PROVIDER": "postmark"}, "EMAIL_PROVIDER needs the provider's ANYMAIL_"),
    ],
    ids=["no secret key", "short secret key", "debug", "no hosts", "blank hosts", "provider without its key"],
)
def test_production_refuses_to_start(environment: dict[str, str | None], message: str) -> None:
    refused = start("check", **environment)
    assert refused.returncode != 0
    assert f"ImproperlyConfigured: {message}" in refused.stderr
    assert SECRET_KEY not in refused.stderr


@pytest.mark.parametrize(
    "environment",
    [
        {},
        {"DATABASE_URL": "postgres://user@db.example.fi:5432/privacy"},
        {"EMAIL_PROVIDER": "postmark", "ANYMAIL_POSTMARK_SERVER_TOKEN": "token"},
    ],
    ids=["defaults", "postgresql", "provider"],
)
def test_production_is_safe_to_deploy(environment: dict[str, str | None]) -> None:
    checked = start("check", "--deploy", "--fail-level", "WARNING", **environment)
    assert checked.returncode == 0, checked.stderr
    assert "no issues" in checked.stdout


def test_development_starts_without_any_environment() -> None:
    checked = start("check", DJANGO_SETTINGS_MODULE="mysite.settings.dev", SECRET_KEY=None, ALLOWED_HOSTS=None)
    assert checked.returncode == 0, checked.stderr
