"""Private files that no row names are moved aside and come back: the database may be the one that is wrong."""

import os
import uuid
from datetime import timedelta
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django.utils import timezone

from privacy.models import Attachment, Installation
from privacy.rights.models.attachments import attach_file
from privacy.rights.retention.orphans import FEW, QUARANTINE, find_orphans, move_orphans
from tests.factories import RightsRequestFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def folder(private_folder: Path) -> Path:
    return private_folder


def forget(*options: str) -> str:
    out = StringIO()
    call_command("forget_requests", *options, stdout=out)
    return out.getvalue()


def aged(path: Path, days: int) -> Path:
    moment = (timezone.now() - timedelta(days=days)).timestamp()
    os.utime(path, (moment, moment))
    return path


def attached(count: int = 1, *, days: int = 2) -> list[Attachment]:
    request = RightsRequestFactory()
    made = [attach_file(request, SimpleUploadedFile("a.txt", b"sisus"), register=None) for _ in range(count)]
    for attachment in made:
        aged(Path(attachment.file.path), days)
    return made


def without_rows(attachments: list[Attachment]) -> list[Path]:
    """Take the rows away as an older database would: no signal removes the files."""
    rows = Attachment.objects.filter(pk__in=[one.pk for one in attachments])
    rows._raw_delete(rows.db)
    return [Path(one.file.path) for one in attachments]


def stored(folder: Path, name: str) -> set[str]:
    return {path.name for path in (folder / name).glob("*")}


def test_file_without_a_row_is_moved_aside_when_it_is_a_day_old(folder: Path) -> None:
    (kept,) = attached()
    for name, days in (("old", 2), ("new", 0)):
        path = folder / "attachments" / name
        path.write_bytes(b"x")
        aged(path, days)
    assert "1 files without a row; nothing" in forget("--dry-run")
    assert "1 moved aside" in forget()
    assert stored(folder, "attachments") == {"new", Path(kept.file.name).name}
    assert (folder / QUARANTINE / "old").read_bytes() == b"x"


def test_file_moved_aside_is_removed_after_thirty_days(folder: Path) -> None:
    (path,) = without_rows(attached())
    forget()
    aged(folder / QUARANTINE / path.name, 29)
    forget()
    assert stored(folder, QUARANTINE) == {path.name}
    aged(folder / QUARANTINE / path.name, 31)
    assert "1 removed after that time" in forget()
    assert stored(folder, QUARANTINE) == set()


def test_file_comes_back_when_a_row_names_it_again(folder: Path) -> None:
    (attachment,) = attached()
    (path,) = without_rows([attachment])
    forget()
    assert not path.exists()
    aged(folder / QUARANTINE / path.name, 40)
    attachment.save(force_insert=True)
    assert "1 put back, 0 removed" in forget()
    assert path.read_bytes() == b"sisus"


def test_file_that_is_there_comes_to_no_harm_from_a_copy_that_is_not_whole(folder: Path) -> None:
    (attachment,) = attached()
    (folder / QUARANTINE).mkdir()
    (path,) = without_rows([attachment])

    def broken(*_paths: Any) -> None:
        raise OSError("no space left")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Path, "replace", broken)
        aged(path, 2)
        with pytest.raises(OSError, match="no space left"):
            move_orphans()
    assert stored(folder, QUARANTINE) == set()
    attachment.save(force_insert=True)
    forget()
    assert path.read_bytes() == b"sisus"


def test_older_database_loses_no_file(folder: Path) -> None:
    paths = without_rows(attached(FEW + 1))
    kept = attached()
    with pytest.raises(CommandError, match=f"{FEW + 1} of {FEW + 2} private files have no row"):
        forget()
    assert all(path.exists() for path in (*paths, Path(kept[0].file.path)))
    assert stored(folder, QUARANTINE) == set()


def test_folder_of_another_installation_is_left_alone(folder: Path) -> None:
    (path,) = without_rows(attached())
    Installation.objects.update(uuid=uuid.uuid4())
    with pytest.raises(CommandError, match="belongs to another installation"):
        forget()
    assert path.exists()


def test_unmarked_folder_is_not_taken_over_while_its_files_are_unknown(folder: Path) -> None:
    without_rows(attached(FEW + 1))
    (folder / "installation.txt").unlink()
    with pytest.raises(CommandError):
        forget()
    assert not (folder / "installation.txt").exists()


def test_files_are_looked_up_two_hundred_at_a_time(folder: Path, django_assert_num_queries: Any) -> None:
    attached()
    for number in range(250):
        path = folder / "attachments" / f"x{number}"
        path.touch()
        aged(path, 2)
    with django_assert_num_queries(2):
        assert len(find_orphans()) == 250


def test_run_that_was_broken_off_while_a_file_was_moved_is_finished(folder: Path) -> None:
    (path,) = without_rows(attached())
    (folder / QUARANTINE).mkdir()
    (folder / QUARANTINE / path.name).write_bytes(b"sis")
    assert move_orphans().aside == 1
    assert (folder / QUARANTINE / path.name).read_bytes() == b"sisus"
