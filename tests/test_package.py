"""The package carries all that the app needs, and works in a bare Wagtail site that has nothing else of ours."""

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ("privacy", "pyproject.toml", "README.md", "LICENSE")

BARE_SITE = {
    "bare/__init__.py": "",
    "bare/urls.py": """
from django.urls import include, path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls

from privacy.urls import api_router

urlpatterns = [
    path("admin/", include(wagtailadmin_urls)),
    path("privacy/", include("privacy.urls")),
    path("api/v2/", api_router.urls),
    path("", include(wagtail_urls)),
]
""",
    "bare/settings.py": """
from pathlib import Path

BASE_DIR = Path(__file__).resolve().parent.parent
SECRET_KEY = "bare"
ALLOWED_HOSTS = ["www.example.fi"]
INSTALLED_APPS = [
    "privacy",
    "wagtail.contrib.forms",
    "wagtail.contrib.settings",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.admin",
    "wagtail.api.v2",
    "wagtail",
    "modelcluster",
    "taggit",
    "rest_framework",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
]
MIDDLEWARE = [
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ]
        },
    }
]
ROOT_URLCONF = "bare.urls"
DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
USE_TZ = True
STATIC_URL = "/static/"
STATIC_ROOT = BASE_DIR / "static"
MEDIA_ROOT = BASE_DIR / "media"
WAGTAIL_SITE_NAME = "Bare"
WAGTAILADMIN_BASE_URL = "https://www.example.fi"
""",
}
USE_OF_THE_SITE = """
import django
django.setup()
import privacy
from django.core.management import call_command
from django.test import Client

call_command("check", fail_level="ERROR")
call_command("makemigrations", check=True, dry_run=True, verbosity=0)
call_command("migrate", verbosity=0)
call_command("check", databases=["default"], fail_level="ERROR")
call_command("collectstatic", interactive=False, verbosity=0)
client = Client(headers={"host": "www.example.fi"})
paths = ("/", "/admin/login/", "/api/v2/notices/")
print("at", privacy.__file__)
print("answers", *(client.get(path).status_code for path in paths))
"""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel from a copy: building leaves files beside the sources."""
    copy, target = tmp_path_factory.mktemp("sources"), tmp_path_factory.mktemp("wheel")
    for name in SOURCES:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(ROOT / name, copy / name)
    run(f"from setuptools import build_meta; build_meta.build_wheel({str(target)!r})", cwd=copy)
    return next(target.glob("*.whl"))


def run(code: str, *, cwd: Path, **environment: str) -> str:
    """Run Python in a process of its own, that knows nothing of this project, and give what it prints."""
    ended = subprocess.run(
        [sys.executable, "-c", code],
        cwd=cwd,
        env={"PATH": os.environ["PATH"], "LANG": "C.UTF-8", **environment},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr[-3000:]
    return ended.stdout


def test_the_package_carries_every_file_of_the_app(wheel: Path) -> None:
    files = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "privacy").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    packed = set(zipfile.ZipFile(wheel).namelist())
    assert files - packed == set()
    for part in ("templates", "static", "locale", "migrations", "data"):
        assert any(part in Path(name).parts for name in packed), part


def test_the_package_carries_nothing_of_the_host_site(wheel: Path) -> None:
    roots = {name.partition("/")[0] for name in zipfile.ZipFile(wheel).namelist()}
    assert {root for root in roots if not root.endswith(".dist-info")} == {"privacy"}


def test_the_package_works_in_a_bare_wagtail_site(wheel: Path, tmp_path: Path) -> None:
    installed = tmp_path / "installed"
    zipfile.ZipFile(wheel).extractall(installed)
    for name, text in BARE_SITE.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
    said = run(USE_OF_THE_SITE, cwd=tmp_path, PYTHONPATH=str(installed), DJANGO_SETTINGS_MODULE="bare.settings")
    assert f"at {installed}" in said
    assert "answers 200 200 200" in said
    assert list((tmp_path / "static" / "privacy").rglob("*.css"))
