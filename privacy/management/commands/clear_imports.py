"""Forgets imports that nobody finished."""

from typing import Any

from django.core.management.base import BaseCommand

from privacy.importer.actions import forget_old_imports


class Command(BaseCommand):
    """Deletes imports under way that are more than a day old; run it daily, like clearsessions."""

    help = "Deletes imports of notices that were begun more than a day ago and never finished."

    def handle(self, *args: Any, **options: Any) -> None:
        """Delete them and say how many there were."""
        self.stdout.write(f"{forget_old_imports()} deleted")
