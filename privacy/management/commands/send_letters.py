"""Sends the letters that are due; run by cron, or with --watch as a worker."""

import logging
import signal
import threading
from argparse import ArgumentParser
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import InterfaceError, OperationalError, close_old_connections
from django.utils import timezone

from privacy.mail.choices import MessageState
from privacy.mail.outbox.sending import mark_lapsed_uncertain, send_due

logger = logging.getLogger("privacy.mail")


class Command(BaseCommand):
    """Send what is due once, or again and again until SIGTERM or SIGINT."""

    help = "Sends the letters that are due and marks those as uncertain whose sending was cut off."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Add --watch and --limit."""
        parser.add_argument("--watch", type=float, metavar="SECONDS", help="look again after so many seconds")
        parser.add_argument("--limit", type=int, default=100, help="at most so many letters in one go (100)")

    def handle(self, *args: Any, watch: float | None, limit: int, **options: Any) -> None:
        """Send once or until told to stop; the letter in hand is always finished."""
        stop = threading.Event()
        if watch is None:
            self.stdout.write(self._send(limit, stop) or "nothing to send")
            return
        if watch <= 0:
            raise CommandError("--watch needs a number of seconds above 0")
        with _stopped_by_signals(stop):
            while not stop.is_set():
                self._send_or_complain(limit, stop)
                stop.wait(watch)

    def _send_or_complain(self, limit: int, stop: threading.Event) -> None:
        close_old_connections()
        try:
            if counts := self._send(limit, stop):
                self.stdout.write(counts)
        except (InterfaceError, OperationalError) as error:
            # The database is away or busy: the worker lives on and looks again.
            logger.error("letters could not be sent: %s", type(error).__name__)

    def _send(self, limit: int, stop: threading.Event) -> str:
        """Do one round and give its counts in words, never an address."""
        cut_off = mark_lapsed_uncertain(now=timezone.now())
        counts = send_due(limit=limit, stop=stop.is_set)
        counts[MessageState.UNCERTAIN] += cut_off
        return ", ".join(f"{state} {count}" for state, count in sorted(counts.items()) if count)


@contextmanager
def _stopped_by_signals(stop: threading.Event) -> Iterator[None]:
    """Let SIGTERM and SIGINT set the event instead of breaking off a dialogue; put the old handlers back."""
    numbers = (signal.SIGTERM, signal.SIGINT)
    before = [signal.signal(number, lambda _number, _frame: stop.set()) for number in numbers]
    try:
        yield
    finally:
        for number, handler in zip(numbers, before, strict=True):
            signal.signal(number, handler)
