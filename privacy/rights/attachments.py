"""Files of a request: stored outside MEDIA, served only through a permission check."""

import secrets
from pathlib import Path
from typing import Any

from django.core.files.storage import FileSystemStorage, Storage
from django.core.files.uploadedfile import UploadedFile
from django.db import models
from django.utils.translation import gettext_lazy as _

from privacy.conf import settings as conf


def private_storage() -> Storage:
    """Give the storage that no web address reaches."""
    return FileSystemStorage(location=conf.private_root, base_url=None)


def private_name(instance: "Attachment", filename: str) -> str:
    """Give a random name for the stored file; the name that was typed is kept in the row only."""
    return f"attachments/{secrets.token_hex(16)}"


class Attachment(models.Model):
    """A file that belongs to a request, such as a copy of the answer."""

    request = models.ForeignKey("privacy.RightsRequest", on_delete=models.CASCADE, related_name="attachments")
    message = models.ForeignKey(
        "privacy.Message", on_delete=models.CASCADE, null=True, blank=True, related_name="attachments"
    )
    file = models.FileField(_("file"), storage=private_storage, upload_to=private_name, max_length=200)
    name = models.CharField(_("name of the file"), max_length=200)
    content_type = models.CharField(max_length=100, blank=True)
    size = models.PositiveIntegerField(_("size in bytes"))
    added_at = models.DateTimeField(auto_now_add=True)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("attachment")
        verbose_name_plural = _("attachments")
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.request_id}: {self.pk}"

    @property
    def suffix(self) -> str:
        """The ending of the file's name, lower case, with its dot."""
        return Path(self.name).suffix.lower()


def attach_copy(request: Any, upload: UploadedFile) -> Attachment:
    """Keep an uploaded copy of an answer with its request."""
    return Attachment.objects.create(
        request=request,
        file=upload,
        name=Path(upload.name or "").name[:200],
        content_type=(upload.content_type or "")[:100],
        size=upload.size or 0,
    )
