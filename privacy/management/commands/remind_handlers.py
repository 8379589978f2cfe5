"""Writes the daily digests about requests that wait; run by cron once a day."""

from typing import Any

from django.core.management.base import BaseCommand

from privacy.inbox.digest.remind import remind_handlers


class Command(BaseCommand):
    """Write the digests; running it again on the same day repeats no case."""

    help = "Writes to handlers and contacts about requests that are new, unassigned, due in 7, 3 or 1 days, or overdue."

    def handle(self, *args: Any, **options: Any) -> None:
        """Write the digests and print their number, never an address."""
        self.stdout.write(f"digests: {remind_handlers()}")
