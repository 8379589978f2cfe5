"""Runs the tests on the supported corners of Wagtail, Django and Python, with one set of migrations: `make matrix`."""

import os
import re
from pathlib import Path

import nox

ROOT = Path(__file__).resolve().parent
CORNERS = [
    nox.param("3.11", "8.0", "5.2", id="wagtail-8.0 django-5.2 python-3.11"),
    nox.param("3.13", "8.0", "6.1", id="wagtail-8.0 django-6.1 python-3.13"),
    nox.param("3.11", "7.4", "5.2", id="wagtail-7.4 django-5.2 python-3.11"),
]
# What the tests import; the versions are those of requirements-dev.txt.
TEST_TOOLS = {
    "factory-boy",
    "hypothesis",
    "packaging",
    "pikepdf",
    "polib",
    "psycopg",
    "psycopg-binary",
    "pytest",
    "pytest-django",
    "pytest-timeout",
    "pytest-xdist",
    "setuptools",
    "time-machine",
}

# pyenv installs Pythons that its shims refuse to start unless they are chosen for the folder.
_PYENV = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv"))
_FOUND = (str(path) for version in ("3.11", "3.13") for path in _PYENV.glob(f"versions/{version}.*/bin"))
os.environ["PATH"] = os.pathsep.join([*_FOUND, os.environ["PATH"]])

nox.needs_version = ">=2026.10"
nox.options.default_venv_backend = "uv"
nox.options.download_python = "never"
nox.options.reuse_venv = "yes"
# A Python that is missing is a failure with its version, never a corner left out in silence.
nox.options.error_on_missing_interpreters = True


@nox.session
@nox.parametrize(("python", "wagtail", "django"), CORNERS)
def corner(session: nox.Session, wagtail: str, django: str) -> None:
    """Run the suite without the browser tests, and look for missing migrations."""
    session.install(f"wagtail=={wagtail}.*", f"django=={django}.*", *_site_requirements(), *_locked_test_tools())
    session.run(
        "python", "-c", "import django, sys, wagtail; print(wagtail.__version__, django.__version__, sys.version)"
    )
    settings = {"DJANGO_SETTINGS_MODULE": "mysite.settings.test"}
    session.run("python", "manage.py", "makemigrations", "--check", "--dry-run", env=settings)
    session.run("python", "-m", "pytest", "--ignore=tests/browser", "-m", "not browser", *session.posargs)


def _site_requirements() -> list[str]:
    """Give what the host site needs, without the two that make the corner."""
    lines = (line.partition("#")[0].strip() for line in (ROOT / "requirements.in").read_text().splitlines())
    return [line for line in lines if line and not re.match(r"(wagtail|django)\W*[<>=]", line)]


def _locked_test_tools() -> list[str]:
    pins = re.findall(r"^([\w.-]+)(==[^\s;]+)", (ROOT / "requirements-dev.txt").read_text(), re.MULTILINE)
    return [name + version for name, version in pins if name in TEST_TOOLS]
