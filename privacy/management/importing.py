"""The half of `import_notice` that needs no database: reads files and writes what they hold as JSON."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

from privacy.notices.importing.limits import MAX_BYTES
from privacy.notices.importing.reading import as_data, read_file
from privacy.notices.importing.values import ImportedNotice, NotANotice


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
