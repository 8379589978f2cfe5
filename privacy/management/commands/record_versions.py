"""Gives every live notice that has no version its first; running it again changes nothing."""

from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from privacy.notices.pages.notice import NoticePage


class Command(BaseCommand):
    """Records what is published on a site that had notices before it had versions."""

    help = "Give every published notice without a version its version 1.0. Safe to run again."

    def handle(self, *args: Any, **options: Any) -> None:
        """Record, one notice at a time; one that cannot be recorded is named, and the others go on."""
        missing = NoticePage.objects.live().filter(versions__isnull=True, alias_of__isnull=True).order_by("pk")
        left = []
        for key in list(missing.values_list("pk", flat=True)):
            try:
                with transaction.atomic():
                    NoticePage.objects.get(pk=key).save()
            except Exception as error:  # noqa: BLE001 - whatever is wrong with one notice, the others are recorded
                left.append(str(key))
                reason = "; ".join(error.messages) if isinstance(error, ValidationError) else type(error).__name__
                self.stderr.write(f"Notice {key}: not recorded: {reason}")
            else:
                self.stdout.write(f"Notice {key}: version 1.0")
        if left:
            raise CommandError(f"{len(left)} notices have no version: {', '.join(left)}")
