"""The house holds together: records are gathered, templates compile, a name stands for one thing, no migration waits.

Which part may import which is checked by `make lint-imports`.
"""

import ast
import importlib
import pkgutil
import re
from collections import defaultdict
from io import StringIO
from pathlib import Path

import pytest
import wagtail
from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.template.loader import get_template

import privacy
import privacy.models
from privacy import conf
from tests.our_templates import template_names

ROOT = Path(settings.BASE_DIR)
LONGEST_MODULE = 600
# What a folder of the app may carry whatever its subject is: decision 26.
FURNITURE = {
    *("__init__", "actions", "choices", "forms", "models", "panels", "permissions"),
    *("urls", "views", "viewsets", "wagtail_hooks"),
}
SETTINGS_PAGE = ROOT / "docs" / "settings.md"


def modules(*folders: str) -> list[Path]:
    """Give the Python files in the folders, without migrations."""
    return sorted(
        path for folder in folders for path in (ROOT / folder).rglob("*.py") if "migrations" not in path.parts
    )


# Imported from this version of Wagtail on only (admin/viewsets.py).
SINCE = {"privacy.notices.admin.compliance.editor_views": (8, 0)}


def test_privacy_models_gathers_the_models_of_all_rooms() -> None:
    for module in pkgutil.walk_packages(privacy.__path__, "privacy."):
        if ".migrations." not in module.name and SINCE.get(module.name, (0,)) <= wagtail.VERSION[:2]:
            importlib.import_module(module.name)
    gathered = {name for name in privacy.models.__all__ if isinstance(getattr(privacy.models, name), type)}
    assert gathered == {model.__name__ for model in apps.get_app_config("privacy").get_models()}


def test_there_are_templates() -> None:
    assert "privacy/notice_page.html" in template_names()


@pytest.mark.parametrize("name", template_names())
def test_template_compiles(name: str) -> None:
    get_template(name)


@pytest.mark.parametrize(
    "path", modules("privacy", "home", "mysite", "tools"), ids=lambda path: str(path.relative_to(ROOT))
)
def test_module_is_small(path: Path) -> None:
    assert len(path.read_text().splitlines()) <= LONGEST_MODULE, "look for the second subject"


def test_name_of_a_module_stands_for_one_thing() -> None:
    places = defaultdict(list)
    for path in modules("privacy"):
        places[path.stem].append(str(path.relative_to(ROOT)))
    assert {name: found for name, found in places.items() if len(found) > 1 and name not in FURNITURE} == {}


def test_name_of_a_class_stands_for_one_thing() -> None:
    places = defaultdict(list)
    for path in modules("privacy"):
        if path.parent.name != "commands":  # where Django wants each class to be named Command
            for node in ast.parse(path.read_text()).body:
                if isinstance(node, ast.ClassDef):
                    places[node.name].append(str(path.relative_to(ROOT)))
    assert len(places) > 300
    assert {name: found for name, found in places.items() if len(found) > 1} == {}


@pytest.mark.django_db
def test_no_migration_is_waiting() -> None:
    out = StringIO()
    call_command("makemigrations", check=True, dry_run=True, stdout=out)
    assert "No changes detected" in out.getvalue()


def documented(heading: str) -> set[str]:
    """Give the names in the first column of the table under a heading of docs/settings.md."""
    part = SETTINGS_PAGE.read_text().partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
    return set(re.findall(r"^\| `(\w+)`", part, re.MULTILINE))


def test_each_setting_of_the_app_is_documented() -> None:
    source = Path(conf.__file__).read_text()
    read = set(re.findall(r'django_settings, "(\w+)"', source))
    properties = [name for name, member in vars(conf.PrivacySettings).items() if isinstance(member, property)]
    assert len(read) >= len(properties)
    assert documented("The app") == read


def test_each_environment_variable_of_the_site_is_documented() -> None:
    sources = "\n".join(path.read_text() for path in modules("mysite"))
    calls = re.compile(r'(?:environ(?:\.get)?[\[(]|csv_setting\(|flag\()"(\w+)"')
    read = set(calls.findall(sources)) | {"DATABASE_URL"}
    assert documented("The host site") == read
