"""Reads existing notices and writes what they hold as JSON; touches no database."""

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from privacy.management.importing import write_json


class Command(BaseCommand):
    """Write a JSON file for every document; exit with 1 when one of them is no notice."""

    help = "Reads existing notices (.txt, .md, .html, .docx, .pdf) and writes what they hold as JSON."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Add the files, --json and --language."""
        parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
        parser.add_argument("--json", type=Path, required=True, metavar="OUT_DIR", help="where to write FILE.json")
        parser.add_argument("--language", choices=["fi", "sv", "en"], help="of the notice, if you know it")

    def handle(self, *args: Any, files: list[Path], json: Path, language: str | None, **options: Any) -> None:
        """Read the files and say which could not be."""
        missing = [str(path) for path in files if not path.is_file()]
        if missing:
            raise CommandError(f"no such file: {', '.join(missing)}")
        failed = write_json(files, json, language=language)
        for reason in failed.values():
            self.stdout.write(_as_error(reason))
        if failed:
            raise CommandError(f"{len(failed)} of {len(files)} files are no notice", returncode=1)


def _as_error(reason: str) -> str:
    return json.dumps({"error": reason}, ensure_ascii=False)
