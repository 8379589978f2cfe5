"""Files in the private folder that no row names.

They may be left over, or the database may be the wrong one: an older one, or that of another site. So they are moved
aside for 30 days instead of being removed, and put back when a row names them again. Many of them at once are refused,
and all of them in a folder that carries the id of another installation.
"""

from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from django.core.files.storage import FileSystemStorage
from django.utils import timezone

from privacy.rights.models.attachments import FOLDER, Attachment, belongs_to_another, mark_folder, private_storage

QUARANTINE = "quarantine"
KEPT = timedelta(days=30)
# A file whose row is not there yet may be one that is being uploaded.
UPLOAD_TIME = timedelta(days=1)
FEW = 10
MOST_SHARE = 0.1
BATCH = 200


class OrphansRefused(Exception):
    """Files without a row are left where they are; the text says why, in English as all that commands say."""


@dataclass(frozen=True, slots=True)
class OrphansMoved:
    """How many files were moved aside, put back, and removed for good."""

    aside: int
    back: int
    removed: int


def find_orphans() -> list[str]:
    """Give the names in the folder of attachments that no row has, a day old or older."""
    storage, before = private_storage(), timezone.now() - UPLOAD_TIME
    names = _names(storage, FOLDER)
    unnamed = set(names) - _with_row(names)
    return [name for name in sorted(unnamed) if storage.get_modified_time(f"{FOLDER}/{name}") < before]


def move_orphans() -> OrphansMoved:
    """Move files without a row aside, put those back that have one again, and remove what was aside for 30 days.

    Raises OrphansRefused where the folder is another installation's, or where they are too many to be left over.
    """
    storage = private_storage()
    if belongs_to_another(storage):
        raise OrphansRefused("The private folder belongs to another installation: no file was touched.")
    back = _put_back(storage)
    orphans, files = find_orphans(), len(_names(storage, FOLDER))
    if len(orphans) > max(FEW, files * MOST_SHARE):
        raise OrphansRefused(
            f"{len(orphans)} of {files} private files have no row in the database, so it may be an older one: "
            "they were left where they are."
        )
    mark_folder(storage)
    for name in orphans:
        _move(storage, f"{FOLDER}/{name}", f"{QUARANTINE}/{name}")
    return OrphansMoved(len(orphans), back, _remove_old(storage))


def _names(storage: FileSystemStorage, folder: str) -> list[str]:
    return storage.listdir(folder)[1] if storage.exists(folder) else []


def _with_row(names: list[str]) -> set[str]:
    found: set[str] = set()
    for first in range(0, len(names), BATCH):
        paths = [f"{FOLDER}/{name}" for name in names[first : first + BATCH]]
        rows = Attachment.objects.filter(file__in=paths).values_list("file", flat=True)
        found |= {path.removeprefix(f"{FOLDER}/") for path in rows}
    return found


def _put_back(storage: FileSystemStorage) -> int:
    named = _with_row(_names(storage, QUARANTINE))
    for name in named:
        _move(storage, f"{QUARANTINE}/{name}", f"{FOLDER}/{name}")
    return len(named)


def _move(storage: FileSystemStorage, source: str, target: str) -> None:
    """Move a file at once or not at all, with the time of the move as its own."""
    old, new = Path(storage.path(source)), Path(storage.path(target))
    new.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    old.touch()
    old.replace(new)


def _remove_old(storage: FileSystemStorage) -> int:
    before = timezone.now() - KEPT
    paths = [f"{QUARANTINE}/{name}" for name in _names(storage, QUARANTINE)]
    old = [path for path in paths if storage.get_modified_time(path) < before]
    for path in old:
        storage.delete(path)
    return len(old)
