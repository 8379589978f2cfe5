"""What `import_notice` does with many files: reads them, writes what they hold as JSON, or makes drafts of them."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

from privacy.importer.actions import ImportResult, import_notice, plan_import
from privacy.importer.create_records import drop_refused
from privacy.importer.plan import PlannedController
from privacy.importer.reader.document import ImportedNotice, NotANotice
from privacy.importer.reader.limits import MAX_BYTES
from privacy.importer.reader.read import as_data, read_file
from privacy.notices.pages.index import NoticeIndexPage


def read_path(path: Path, *, language: str | None = None) -> ImportedNotice:
    """Read one file; raise NotANotice when it is no notice, OSError when it cannot be opened."""
    with path.open("rb") as opened:
        return read_file(opened.read(MAX_BYTES + 1), name=path.name, language=language)


def write_json(paths: list[Path], folder: Path, *, language: str | None = None) -> dict[Path, str]:
    """Write NAME.json for every file into the folder; give the files that are no notice, with the reason.

    Where two files have the same name but for the ending, the ending stays: NAME.txt.json.
    """
    folder.mkdir(parents=True, exist_ok=True)
    stems = Counter(path.stem for path in paths)
    failed: dict[Path, str] = {}
    for path in paths:
        try:
            data: dict[str, Any] = as_data(read_path(path, language=language))
        except NotANotice as error:
            failed[path] = str(error)
            data = {"error": str(error)}
        text = json.dumps(data, ensure_ascii=False, indent=2)
        name = path.stem if stems[path.stem] == 1 else path.name
        (folder / f"{name}.json").write_text(f"{text}\n", encoding="utf-8")
    return failed


def make_draft(
    path: Path, *, parent: NoticeIndexPage, controller: int | None, language: str | None
) -> tuple[ImportResult, list[str]]:
    """Import one file under a list of notices; give what was made and the facts that no record would take.

    `controller` is the key of a record to use whatever the document says. Raises as read_path and import_notice.
    """
    plan = plan_import(notice=read_path(path, language=language), user=None)
    if controller is not None:
        plan.controllers = [PlannedController(use=str(controller))]
    dropped = drop_refused(plan)
    return import_notice(plan=plan, parent=parent, user=None), dropped
