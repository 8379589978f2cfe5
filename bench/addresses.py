"""Records what the demo's addresses answer, and compares a later state of the code with it.

    python manage.py migrate && python manage.py load_demo
    python -m bench.addresses record FOLDER --database db.sqlite3
    python -m bench.addresses compare FOLDER --database db.sqlite3

Works on a copy of the database, which is not migrated: a comparison needs the database of the recording, and the
machine, because PDFs depend on its libraries. Each answer (status, headers, body, and the letters that a form wrote) is
a file of the folder; queries.json tells how many queries each took the second time. Another answer is a difference and
ends with 1; another number of queries is only told.
"""

import argparse
import difflib
import hashlib
import json
import os
import shutil
import sys
import tempfile
import traceback
import warnings
from pathlib import Path

import django

ROOT = Path(__file__).resolve().parent.parent
QUERIES = "queries.json"
DATABASE = "database.txt"
MOST_LINES = 40

Answers = dict[str, str]
Queries = dict[str, int]


def main() -> None:
    """Record or compare."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=["record", "compare"])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--database", type=Path, default=ROOT / "db.sqlite3", help="SQLite file of the demo")
    options = parser.parse_args()
    _order_sets()
    _check(options)
    answers, queries = visit_all(options.database)
    if options.what == "record":
        keep(options.folder, answers, queries)
        (options.folder / DATABASE).write_text(_digest(options.database))
    elif compare(options.folder, answers, queries):
        sys.exit(1)


def _order_sets() -> None:
    """Start anew with one order of sets in all runs: Wagtail writes the classes of its buttons in it."""
    if os.environ.get("PYTHONHASHSEED") != "0":
        os.environ["PYTHONHASHSEED"] = "0"
        os.execv(sys.executable, sys.orig_argv)  # noqa: S606 — this script itself


def _check(options: argparse.Namespace) -> None:
    """Refuse what cannot be recorded or compared, and a folder in which other things would be lost."""
    recorded = (options.folder / QUERIES).is_file()
    if not options.database.is_file():
        raise SystemExit(f"{options.database} is not there: make it by `manage.py migrate` and `manage.py load_demo`.")
    if options.what == "record" and not recorded and options.folder.is_dir() and any(options.folder.iterdir()):
        raise SystemExit(f"{options.folder} is not empty, and holds no recording.")
    if options.what == "compare" and not recorded:
        raise SystemExit(f"{options.folder} holds no recording.")
    if options.what == "compare" and (options.folder / DATABASE).read_text() != _digest(options.database):
        print("The recording was made of another database.")


def _digest(database: Path) -> str:
    return hashlib.sha256(database.read_bytes()).hexdigest() + "\n"


def visit_all(database: Path) -> tuple[Answers, Queries]:
    """Visit all addresses on a copy of a database; give the answers and the numbers of queries by name."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "copy.sqlite3"
        for suffix in ("", "-wal"):
            if Path(f"{database}{suffix}").is_file():
                shutil.copyfile(f"{database}{suffix}", f"{copy}{suffix}")
        os.environ |= {"DATABASE_URL": f"sqlite:///{copy}", "DJANGO_SETTINGS_MODULE": "mysite.settings.test"}
        warnings.filterwarnings("ignore", message="No directory at")  # of collected static files
        django.setup()
        try:
            return _visit()
        finally:
            _close()


def _visit() -> tuple[Answers, Queries]:
    from bench import forms, walks
    from bench.visits import Recorder, stillness

    with stillness() as chance:
        site = Recorder(chance)
        for walk in (walks.walk_public, walks.walk_api, walks.walk_admin, *forms.STORIES):
            try:
                walk(site)
            except Exception as error:  # noqa: BLE001 — whatever it is, the other walks can be compared
                traceback.print_exc()
                site.break_off(walk.__name__, error)
    return site.answers, site.queries


def _close() -> None:
    from django.db import connections

    connections.close_all()


def keep(folder: Path, answers: Answers, queries: Queries) -> None:
    """Write a recording in the place of the one that is there."""
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.txt"):
        old.unlink()
    for name, answer in answers.items():
        (folder / f"{name}.txt").write_bytes(answer.encode())
        print(f"{queries[name]:4} queries  {answer.splitlines()[1]}  {name:34} {answer.splitlines()[0]}")
    (folder / QUERIES).write_text(json.dumps(queries, indent=1) + "\n")
    print(f"{len(answers)} answers, {sum(queries.values())} queries")


def compare(folder: Path, answers: Answers, queries: Queries) -> int:
    """Print what differs from a recording; give the number of answers that do."""
    files = (path for path in folder.glob("*.txt") if path.name != DATABASE)
    before = {path.stem: path.read_bytes().decode() for path in files}
    differing = [name for name in sorted(before | answers) if before.get(name) != answers.get(name)]
    for name in differing:
        _tell(name, before.get(name, ""), answers.get(name, ""))
    counts = json.loads((folder / QUERIES).read_text())
    changed = [name for name in sorted(counts.keys() & queries) if counts[name] != queries[name]]
    for name in changed:
        print(f"queries of {name}: {counts[name]} → {queries[name]}")
    print(f"{len(answers)} answers: {len(differing)} differ, {len(changed)} took another number of queries.")
    return len(differing)


def _tell(name: str, old: str, new: str) -> None:
    if not new:
        print(f"===== {name} was not reached")
        return
    print(f"===== {name}: {new.splitlines()[0]}")
    lines = difflib.unified_diff(old.split("\n"), new.split("\n"), "recorded", "now", lineterm="")
    print("\n".join(list(lines)[:MOST_LINES]))


if __name__ == "__main__":
    main()
