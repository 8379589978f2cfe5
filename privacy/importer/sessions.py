"""Imports under way: what was read and changed so far, kept for the user who began, for one day."""

import json
import uuid
from datetime import timedelta
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

KEPT_FOR = timedelta(days=1)
LARGEST = 2 * 1024 * 1024  # bytes of JSON


class TooLarge(ValueError):
    """There is more text than an import can hold."""

    def __str__(self) -> str:
        return str(_("The document has more text than can be imported at once (2 MB)."))


class ImportSessionQuerySet(models.QuerySet["ImportSession"]):
    """Imports under way in the words of the office."""

    def of(self, user: Any) -> "ImportSessionQuerySet":
        """Those that a user began and that are not too old: nobody else's exist for that user."""
        return self.filter(user=user, created_at__gt=timezone.now() - KEPT_FOR)

    def old(self) -> "ImportSessionQuerySet":
        """Those whose day is over."""
        return self.filter(created_at__lte=timezone.now() - KEPT_FOR)


ImportSessionManager = models.Manager.from_queryset(ImportSessionQuerySet)


class ImportSession(models.Model):
    """An import under way: `data` is an ImportPlan as JSON values. May hold names of people, so it goes soon."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="privacy_imports", verbose_name=_("user")
    )
    data = models.JSONField()
    created_at = models.DateTimeField(auto_now_add=True, db_index=True)

    objects: ClassVar[ImportSessionManager] = ImportSessionManager()
    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("import under way")
        verbose_name_plural = _("imports under way")

    def __str__(self) -> str:
        return str(self.uuid)

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save; raises TooLarge for more than an import can hold."""
        if len(json.dumps(self.data, ensure_ascii=False).encode()) > LARGEST:
            raise TooLarge
        super().save(*args, **kwargs)
