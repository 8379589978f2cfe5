"""Production starts with nothing of the demo or of somebody else in its settings."""

import json
import os
import runpy
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from django.core import management

ROOT = Path(__file__).resolve().parents[3]
PRINTED = ("PRIVACY_DEFAULT_EMAIL", "PRIVACY_PUBLIC_BASE_URL", "WAGTAILADMIN_BASE_URL", "ALLOWED_HOSTS")
_PRINT = f"import json, mysite.settings.production as s; print(json.dumps({{n: getattr(s, n) for n in {PRINTED}}}))"


def settings_of_production(**environment: str) -> dict[str, Any] | None:
    """Give settings of production with what it demands and no more; None when it refuses to start."""
    plain = {"PATH": os.environ["PATH"], "SECRET_KEY": "x7Kq" * 20, "ALLOWED_HOSTS": "www.example.org"}
    started = subprocess.run(
        [sys.executable, "-c", _PRINT],
        env={**plain, **environment},
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    return json.loads(started.stdout) if started.returncode == 0 else None


def test_letters_of_a_site_that_set_no_address_do_not_go_to_somebody_elses() -> None:
    started = settings_of_production()
    told = json.dumps(started)
    assert started is None or not [default for default in ("@example.fi", "127.0.0.1") if default in told]


def test_any_host_is_not_a_list_of_hosts() -> None:
    assert settings_of_production(ALLOWED_HOSTS="*") is None


def test_command_line_on_a_configured_server_does_not_fall_back_to_development(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("DJANGO_SETTINGS_MODULE")
    monkeypatch.setenv("SECRET_KEY", "x7Kq" * 20)
    monkeypatch.setattr(management, "execute_from_command_line", lambda _argv: None)
    runpy.run_path(str(ROOT / "manage.py"), run_name="__main__")
    assert os.environ["DJANGO_SETTINGS_MODULE"] != "mysite.settings.dev"
