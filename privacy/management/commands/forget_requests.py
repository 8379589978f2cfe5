"""Warns of and anonymises the files of requests whose time has passed; run daily by cron."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from privacy.rights.letters.about_retention import warn_handlers
from privacy.rights.retention.anonymise import anonymise_due, remove_left_files
from privacy.rights.retention.due import due_requests, requests_to_warn_of
from privacy.rights.retention.erase import empty_log, overwrite_deleted
from privacy.rights.retention.orphans import OrphansRefused, find_orphans, move_orphans


class Command(BaseCommand):
    """Warn handlers 14 days ahead, then anonymise; what an interrupted run left is finished."""

    help = "Warns handlers of request files that will be anonymised, and anonymises those whose time has passed."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Add --dry-run."""
        parser.add_argument("--dry-run", action="store_true", help="only count")

    def handle(self, *args: Any, dry_run: bool, **options: Any) -> None:
        """Do it, or count, and say the numbers."""
        if dry_run:
            warned, due = sum(1 for _ in requests_to_warn_of()), sum(1 for _ in due_requests())
            orphans = len(find_orphans())
            self.stdout.write(
                f"to warn of {warned}, to anonymise {due}, {orphans} files without a row; nothing was changed"
            )
            return
        overwrite_deleted()
        warned = warn_handlers(requests_to_warn_of())
        anonymised = anonymise_due(due_requests())
        files = remove_left_files()
        self.stdout.write(f"warned of {warned}, anonymised {anonymised}, removed {files} files")
        if not empty_log():
            self.stderr.write("SQLite's log is still read from and could not be emptied: the next run tries again")
        try:
            moved = move_orphans()
        except OrphansRefused as refusal:
            raise CommandError(str(refusal)) from refusal
        self.stdout.write(
            f"files without a row: {moved.aside} moved aside for 30 days, {moved.back} put back, "
            f"{moved.removed} removed after that time"
        )
