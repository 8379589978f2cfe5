"""On SQLite the bytes of what is forgotten are gone from the file and from its log."""

import sqlite3
from pathlib import Path
from typing import Any

import pytest
from django.db import connection

from privacy.models import RightsRequest
from privacy.rights.retention import erase
from tests.privacy.rights.retention.test_forget_requests import MARKER, forget, seed, warned, whole_request

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.usefixtures("private_folder"),
    pytest.mark.skipif(connection.vendor != "sqlite", reason="of SQLite"),
]


def files_with(marker: str) -> list[str]:
    name = Path(connection.settings_dict["NAME"])
    found = [path for path in (name, name.with_name(f"{name.name}-wal")) if path.exists()]
    return [path.name for path in found if marker.encode() in path.read_bytes()]


@pytest.fixture
def old(settings: Any) -> RightsRequest:
    settings.PRIVACY_SEND_INLINE = False
    request = whole_request()
    seed(request)
    warned(request)
    return request


@pytest.mark.usefixtures("old")
def test_bytes_of_what_is_forgotten_are_gone() -> None:
    assert files_with(MARKER)
    forget()
    assert files_with(MARKER) == []


@pytest.mark.usefixtures("old")
def test_log_is_emptied_once_a_reader_has_gone(monkeypatch: pytest.MonkeyPatch) -> None:
    reader = sqlite3.connect(connection.settings_dict["NAME"], isolation_level=None)
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM privacy_rightsrequest").fetchone()
    pauses: list[float] = []

    def pause(seconds: float) -> None:
        pauses.append(seconds)
        if len(pauses) == 2:
            reader.close()

    monkeypatch.setattr(erase.time, "sleep", pause)
    connection.cursor().execute("PRAGMA busy_timeout=50")
    forget()
    connection.close()  # the next connection waits as long as ever
    assert len(pauses) == 2
    assert files_with(MARKER) == []
