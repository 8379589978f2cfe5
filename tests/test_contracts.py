"""The contracts of imports refuse what they are there for: reaching up, a folder in no contract, a circle.

Each is tried on a copy of the app; that the app itself keeps them is `make lint`.
"""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings

ROOT = Path(settings.BASE_DIR)
TYPES_ONLY = "from typing import TYPE_CHECKING\n\nif TYPE_CHECKING:\n    from {} import {}  # noqa\n\n"

pytestmark = pytest.mark.slow
pytest.importorskip("importlinter")  # a tool of `make lint`, which the corners of the matrix do not install


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """Give a copy of what the contracts speak of."""
    for name in ("privacy", "home", "mysite"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__", "locale", "static"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def refusal(house: Path) -> str:
    """Give what lint-imports says of a copy; empty where it finds nothing."""
    command = [Path(sys.executable).with_name("lint-imports"), "--no-cache"]
    done = subprocess.run(command, cwd=house, capture_output=True, text=True, check=False)
    return "" if done.returncode == 0 else done.stdout + done.stderr


def put_first(path: Path, text: str) -> None:
    """Write lines at the beginning of a module."""
    path.write_text(text + path.read_text())


def test_copy_as_it_is_keeps_the_contracts(house: Path) -> None:
    assert refusal(house) == ""


def test_room_that_reaches_up_is_refused(house: Path) -> None:
    put_first(house / "privacy/rights/steps.py", "from privacy.inbox.queries import seen  # noqa\n")
    assert "privacy.rights.steps -> privacy.inbox.queries" in refusal(house)


def test_folder_that_reaches_up_inside_its_room_is_refused(house: Path) -> None:
    put_first(house / "privacy/rights/letters/facts.py", "from privacy.rights.actions import note  # noqa\n")
    assert "privacy.rights.letters.facts -> privacy.rights.actions" in refusal(house)


def test_new_folder_is_put_into_a_contract_first(house: Path) -> None:
    (house / "privacy/rights/lounge").mkdir()
    (house / "privacy/rights/lounge/__init__.py").touch()
    assert "lounge" in refusal(house)


def test_circle_of_modules_is_refused_though_it_is_for_types_only(house: Path) -> None:
    put_first(
        house / "privacy/rights/deadlines/calendar.py",
        TYPES_ONLY.format("privacy.rights.deadlines.counting", "due_on"),
    )
    assert "privacy.rights.deadlines" in refusal(house)
