"""Reads existing notices: writes what they hold as JSON, or makes drafts of them."""

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError

from privacy.importer.batch import make_draft, write_json
from privacy.importer.create_records import NothingToAnswerFor
from privacy.importer.reader.document import NotANotice
from privacy.notices.pages.index import NoticeIndexPage
from privacy.registers.models.controllers import Controller


class Command(BaseCommand):
    """Write JSON or make drafts, one for every document; exit with 1 when one of them is no notice."""

    help = "Reads existing notices (.txt, .md, .html, .docx, .pdf): writes JSON, or makes drafts of them."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Add the files, --json or --parent, --controller and --language."""
        parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
        where = parser.add_mutually_exclusive_group(required=True)
        where.add_argument("--json", type=Path, metavar="OUT_DIR", help="where to write FILE.json")
        where.add_argument("--parent", type=int, metavar="PAGE_ID", help="list of notices to make the drafts under")
        parser.add_argument("--controller", type=int, metavar="ID", help="controller to use, with --parent")
        parser.add_argument("--language", help="of the notice, if you know it")

    def handle(self, *args: Any, files: list[Path], json: Path | None, **options: Any) -> None:
        """Read the files and say which could not be."""
        missing = [str(path) for path in files if not path.is_file()]
        if missing:
            raise CommandError(f"no such file: {', '.join(missing)}")
        language = options["language"]
        failed = write_json(files, json, language=language) if json else self._make_drafts(files, options)
        for reason in failed.values():
            self.stdout.write(_as_error(reason))
        if failed:
            raise CommandError(f"{len(failed)} of {len(files)} files could not be imported", returncode=1)

    def _make_drafts(self, files: list[Path], options: dict[str, Any]) -> dict[Path, str]:
        """Make a draft of every file; give those that could not be, with the reason."""
        parent = NoticeIndexPage.objects.filter(pk=options["parent"]).first()
        if parent is None:
            raise CommandError(f"page {options['parent']} is no list of privacy notices")
        controller = options["controller"]
        if controller is not None and not Controller.objects.filter(pk=controller, live=True).exists():
            raise CommandError(f"there is no published controller {controller}")
        failed: dict[Path, str] = {}
        for path in files:
            try:
                made, dropped = make_draft(path, parent=parent, controller=controller, language=options["language"])
            except NotANotice as error:
                failed[path] = str(error)
            except NothingToAnswerFor:
                failed[path] = "The document names no controller: give one with --controller ID."
            except ValidationError as error:
                failed[path] = f"A record refuses what the document says: {' '.join(error.messages)}"
            else:
                registers = ", ".join(str(register.pk) for register in made.registers)
                self.stdout.write(f"{path}: draft {made.page.pk}, register {registers}")
                for fact in dropped:
                    self.stderr.write(f"{path}: {fact} was not accepted and is left in the text")
        return failed


def _as_error(reason: str) -> str:
    return json.dumps({"error": reason}, ensure_ascii=False)
