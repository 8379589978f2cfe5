"""Files of a request: stored outside MEDIA, served only through a permission check."""

import hashlib
import secrets
import uuid
from pathlib import Path
from typing import Any

from django.core.files.base import ContentFile
from django.core.files.storage import FileSystemStorage, Storage
from django.core.files.uploadedfile import UploadedFile
from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from privacy.conf import settings as conf
from privacy.rights.uploads import check_upload, safe_name

FOLDER = "attachments"
MARK = "installation.txt"


def private_storage() -> FileSystemStorage:
    """Give the storage that no web address reaches."""
    return FileSystemStorage(
        location=conf.private_root, base_url=None, file_permissions_mode=0o600, directory_permissions_mode=0o700
    )


class Installation(models.Model):
    """The one row that tells this installation from others; the private folder carries the same id."""

    uuid = models.UUIDField(default=uuid.uuid4, editable=False)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("installation")
        verbose_name_plural = _("installations")
        default_permissions = ()

    def __str__(self) -> str:
        return str(self.uuid)


def _installation() -> str:
    return str(Installation.objects.get_or_create(pk=1)[0].uuid)


def mark_folder(storage: Storage) -> None:
    """Write the id of the installation into the private folder, where there is none yet."""
    if not storage.exists(MARK):
        storage.save(MARK, ContentFile(_installation().encode()))


def belongs_to_another(storage: Storage) -> bool:
    """Tell whether the private folder carries the id of another installation."""
    if not storage.exists(MARK):
        return False
    with storage.open(MARK) as file:
        return bool(file.read().decode() != _installation())


def private_name(instance: "Attachment", filename: str) -> str:
    """Give a random name for the stored file; the name that was typed is kept in the row only."""
    return f"{FOLDER}/{secrets.token_hex(16)}"


class Attachment(models.Model):
    """A file that belongs to a request, such as a copy of the answer."""

    request = models.ForeignKey("privacy.RightsRequest", on_delete=models.CASCADE, related_name="attachments")
    message = models.ForeignKey(
        "privacy.Message", on_delete=models.CASCADE, null=True, blank=True, related_name="attachments"
    )
    # The register that the file answers for; whoever may not see its requests does not see the file.
    register = models.ForeignKey(
        "privacy.Register", on_delete=models.SET_NULL, null=True, blank=True, related_name="attachments"
    )
    file = models.FileField(_("file"), storage=private_storage, upload_to=private_name, max_length=200)
    name = models.CharField(_("name of the file"), max_length=200)
    content_type = models.CharField(max_length=100, blank=True)
    size = models.PositiveIntegerField(_("size in bytes"))
    # What was given stays provable when the file is gone.
    digest = models.CharField(_("SHA-256"), max_length=64, blank=True)
    added_at = models.DateTimeField(auto_now_add=True)
    removed_on = models.DateField(_("file removed on"), null=True, blank=True)

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


def attach_file(request: Any, upload: UploadedFile, *, register: Any, message: Any = None) -> Attachment:
    """Keep an uploaded file with its request, with the register that it answers for and the letter that it is part of.

    Raises FileRefused.
    """
    check_upload(upload)
    mark_folder(private_storage())
    return Attachment.objects.create(
        request=request,
        message=message,
        register=register,
        file=upload,
        name=safe_name(upload),
        content_type=(upload.content_type or "")[:100],
        size=upload.size or 0,
        digest=_digest(upload),
    )


def _digest(upload: UploadedFile) -> str:
    digest = hashlib.sha256()
    for chunk in upload.chunks():
        digest.update(chunk)
    upload.seek(0)
    return digest.hexdigest()


def remove_file(instance: Attachment, using: str, **kwargs: Any) -> None:
    """Remove the file once its row is gone for good; only Django tells of rows that go with their request."""
    name, storage = instance.file.name, instance.file.storage
    transaction.on_commit(lambda: storage.delete(name) if name else None, using=using)
