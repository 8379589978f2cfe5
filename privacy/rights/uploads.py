"""Files that come from a browser: what is taken, by size, name and beginning; nothing of what it says is believed."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from privacy.conf import settings as conf
from privacy.rights.errors import RightsError

MOST_FILES = 10
_LONGEST_NAME = 200
_READ = 4096  # bytes of the beginning
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")


class FileRefused(RightsError):
    """A file that is empty, too large, or not what its name says."""

    def __init__(self, message: Any) -> None:
        super().__init__()
        self.message = message


def _begins(*signatures: bytes) -> Callable[[bytes], bool]:
    return lambda beginning: beginning.startswith(signatures)


def _is_pdf(beginning: bytes) -> bool:
    # Readers look for it in the first kilobyte.
    return b"%PDF-" in beginning[:1024]


def _is_text(beginning: bytes) -> bool:
    return b"\x00" not in beginning or beginning.startswith(_UTF_16)


_IS_ZIP = _begins(b"PK\x03\x04")
_KINDS: dict[str, Callable[[bytes], bool]] = {
    ".pdf": _is_pdf,
    **dict.fromkeys((".docx", ".odt", ".xlsx", ".ods", ".zip"), _IS_ZIP),
    **dict.fromkeys((".txt", ".eml", ".csv", ".json", ".xml"), _is_text),
    ".png": _begins(b"\x89PNG\r\n\x1a\n"),
    **dict.fromkeys((".jpg", ".jpeg"), _begins(b"\xff\xd8\xff")),
}


def safe_name(upload: UploadedFile) -> str:
    """Give the name that a file is kept under: no folders, no characters that are not seen."""
    name = Path((upload.name or "").replace("\\", "/")).name
    return "".join(character for character in name if character.isprintable())[-_LONGEST_NAME:]


def check_upload(upload: UploadedFile) -> None:
    """Raise FileRefused for a file that is not taken."""
    if not upload.size:
        raise FileRefused(_("The file is empty."))
    if upload.size > conf.attachment_max_bytes:
        raise FileRefused(_("The file is too large."))
    fits = _KINDS.get(Path(safe_name(upload)).suffix.lower())
    if fits is None:
        raise FileRefused(_("Attach a PDF, a text or office document, a table, an email, a picture or a ZIP file."))
    upload.seek(0)
    beginning = upload.read(_READ)
    upload.seek(0)
    if not fits(beginning):
        raise FileRefused(_("The file is not what its name says. Save it again in that form, or choose another."))


class UploadField(forms.FileField):
    """One file that is checked."""

    def clean(self, data: Any, initial: Any = None) -> Any:
        """Refuse what is not taken, with the reason."""
        upload = super().clean(data, initial)
        if upload:
            _check(upload)
        return upload


class _ManyFilesInput(forms.ClearableFileInput):
    allow_multiple_selected = True


class UploadsField(UploadField):
    """Several files that are checked one by one; gives a list."""

    widget = _ManyFilesInput

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile]:
        """Refuse what is not taken, with the reason."""
        files = data if isinstance(data, list | tuple) else [data]
        uploads = [upload for file in files if (upload := super(UploadField, self).clean(file, initial))]
        if len(uploads) > MOST_FILES:
            raise ValidationError(gettext("At most %(most)s files.") % {"most": MOST_FILES})
        for upload in uploads:
            _check(upload, named=len(uploads) > 1)
        return uploads


def _check(upload: UploadedFile, *, named: bool = False) -> None:
    try:
        check_upload(upload)
    except FileRefused as error:
        raise ValidationError(f"{safe_name(upload)}: {error}" if named else str(error)) from None
