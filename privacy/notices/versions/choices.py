"""The closed lists of versions."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class VersionKind(models.TextChoices):
    """How much a version changes for the people it speaks to (GDPR Art. 13(3), WP260 para 29)."""

    MAJOR = "major", pgettext_lazy("kind of a version", "Material change")
    MINOR = "minor", pgettext_lazy("kind of a version", "Editorial change")


class VersionCause(models.TextChoices):
    """Why a version was made."""

    EDITOR = "editor", _("Published by an editor")
    DETAILS = "details", _("Contact details changed")


class NoticeEventKind(models.TextChoices):
    """What happened to a notice or to one of its versions besides publishing."""

    UNPUBLISHED = "unpublished", _("Unpublished")
    REPUBLISHED = "republished", _("Published again")
    REVIEWED = "reviewed", _("Reviewed, nothing to change")
    WITHDRAWN = "withdrawn", _("Withdrawn before it took effect")
    REPLACED = "replaced", _("Replaced before it took effect")
    REDACTED = "redacted", _("A person's details were removed")


# A version that one of these happened to never takes effect.
ENDED_KINDS = (NoticeEventKind.WITHDRAWN, NoticeEventKind.REPLACED)
