"""Gives every live notice that has no version its first; running it again changes nothing."""

from typing import Any

from django.core.management.base import BaseCommand
from django.db import transaction

from privacy.notices.pages.notice import NoticePage


class Command(BaseCommand):
    """Records what is published on a site that had notices before it had versions."""

    help = "Give every published notice without a version its version 1.0. Safe to run again."

    def handle(self, *args: Any, **options: Any) -> None:
        """Record, one notice at a time."""
        missing = NoticePage.objects.live().filter(versions__isnull=True, alias_of__isnull=True).order_by("pk")
        for key in list(missing.values_list("pk", flat=True)):
            with transaction.atomic():
                NoticePage.objects.get(pk=key).save()
            self.stdout.write(f"Notice {key}: version 1.0")
