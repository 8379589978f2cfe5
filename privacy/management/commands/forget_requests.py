"""Warns of and anonymises the files of requests whose time has passed; run daily by cron."""

from argparse import ArgumentParser
from itertools import islice
from typing import Any

from django.core.management.base import BaseCommand

from privacy.rights.letters.about_retention import warn_handlers
from privacy.rights.retention.anonymise import anonymise_due, remove_left_files
from privacy.rights.retention.due import due_requests, requests_to_warn_of

BATCH = 200  # requests that one transaction warns of


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
            self.stdout.write(f"to warn of {warned}, to anonymise {due}; nothing was changed")
            return
        warned = self._warn()
        anonymised = anonymise_due(due_requests())
        files = remove_left_files()
        self.stdout.write(f"warned of {warned}, anonymised {anonymised}, removed {files} files")

    def _warn(self) -> int:
        warned = 0
        # Evaluated batch by batch: those that were warned of are not found again.
        while batch := list(islice(requests_to_warn_of(), BATCH)):
            warn_handlers(batch)
            warned += len(batch)
        return warned
