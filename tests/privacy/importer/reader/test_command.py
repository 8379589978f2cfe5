"""`manage.py import_notice` writes JSON files and touches no database."""

import json
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

TEXT = "Tietosuojaseloste\n\n1. Rekisterinpitäjä\nMalli Oy\n\n2. Säilytysaika\nKuusi vuotta.\n"


def test_a_notice_is_written_as_json(tmp_path: Path) -> None:
    (tmp_path / "malli.txt").write_text(TEXT, encoding="utf-8")
    call_command("import_notice", str(tmp_path / "malli.txt"), "--json", str(tmp_path / "out"))
    data = json.loads((tmp_path / "out" / "malli.json").read_text(encoding="utf-8"))
    assert data["controllers"][0]["name"] == "Malli Oy"
    assert [section["number"] for section in data["sections"]] == [1, 2]


def test_files_with_one_name_do_not_overwrite_each_other(tmp_path: Path) -> None:
    for name in ("malli.txt", "malli.md"):
        (tmp_path / name).write_text(TEXT, encoding="utf-8")
    paths = [str(tmp_path / name) for name in ("malli.txt", "malli.md")]
    call_command("import_notice", *paths, "--json", str(tmp_path / "out"))
    assert {path.name for path in (tmp_path / "out").iterdir()} == {"malli.txt.json", "malli.md.json"}


def test_what_is_no_notice_gives_an_error_and_the_exit_code_1(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "page.txt").write_text("Aukioloajat ma-pe", encoding="utf-8")
    with pytest.raises(CommandError) as caught:
        call_command("import_notice", str(tmp_path / "page.txt"), "--json", str(tmp_path / "out"))
    assert caught.value.returncode == 1
    data = json.loads((tmp_path / "out" / "page.json").read_text(encoding="utf-8"))
    assert data == json.loads(capsys.readouterr().out)
    assert set(data) == {"error"}


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="no such file"):
        call_command("import_notice", str(tmp_path / "none.txt"), "--json", str(tmp_path))
