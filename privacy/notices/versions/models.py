"""Versions of notices and what happened to them: rows that are added and never changed."""

from datetime import datetime
from typing import Any, ClassVar, NoReturn

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Subquery
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from privacy.notices.versions.choices import ENDED_KINDS, NoticeEventKind, VersionCause, VersionKind


class VersionChangeRefused(TypeError):
    """A version, or what happened to one, was to be changed or deleted on its own."""


class AppendOnlyQuerySet(models.QuerySet[Any]):
    """Rows can be read and added; they go only with their page."""

    def update(self, **kwargs: Any) -> NoReturn:
        """Refuse: the rows are evidence."""
        raise VersionChangeRefused("versions of a notice are never changed")

    def delete(self) -> NoReturn:
        """Refuse: the rows go only with their page."""
        raise VersionChangeRefused("versions of a notice go only with their page")

    def bulk_update(self, *args: Any, **kwargs: Any) -> NoReturn:
        """Refuse: the rows are evidence."""
        raise VersionChangeRefused("versions of a notice are never changed")


class AppendOnly(models.Model):
    """A row that is added and never changed."""

    wagtail_reference_index_ignore = True

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Add the row; refuse to change one."""
        if not self._state.adding:
            raise VersionChangeRefused("versions of a notice are never changed")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        """Refuse: the row goes only with its page."""
        raise VersionChangeRefused("versions of a notice go only with their page")


class NoticeVersionQuerySet(AppendOnlyQuerySet):
    """Versions in the words of the office."""

    def standing(self) -> "NoticeVersionQuerySet":
        """Give the versions that were neither withdrawn nor replaced before they took effect."""
        ended = NoticeEvent.objects.filter(version=OuterRef("pk"), kind__in=ENDED_KINDS)
        return self.filter(~Exists(ended))

    def in_line(self) -> "NoticeVersionQuerySet":
        """Give the standing versions, the one with the greatest effect first, whatever clocks published them."""
        return self.standing().order_by("-effective_at", "-published_at", "-pk")

    def announced(self, at: datetime) -> "NoticeVersionQuerySet":
        """Give the standing versions that were published at a moment, the one with the greatest effect first."""
        return self.in_line().filter(published_at__lte=at)

    def effective(self, at: datetime) -> "NoticeVersionQuerySet":
        """Give the versions that had taken effect at a moment; the first is the one in force."""
        return self.announced(at).filter(effective_at__lte=at)

    def pending(self, at: datetime) -> "NoticeVersionQuerySet":
        """Give the versions that are published and take effect later."""
        return self.announced(at).filter(effective_at__gt=at)

    def light(self) -> "NoticeVersionQuerySet":
        """Leave what a version says in the database: for lists."""
        return self.defer("content", "source", "html")


class NoticeVersion(AppendOnly):
    """One wording of a notice, as it was published.

    `content` is the canonical data (schema, title, language, registers, sections), `html` its sections as HTML in
    Wagtail's database form, `source` the blocks and registers that a renewal starts from. `digest` is the SHA-256 of
    the canonical data in hexadecimal. `effective_at` is the first moment of `effective_from` where the controller is.
    `findings` are the errors and warnings that were open when an editor published it (id, severity, subject, section,
    confirmed).
    """

    page = models.ForeignKey("privacy.NoticePage", on_delete=models.CASCADE, related_name="versions")
    revision = models.ForeignKey(
        "wagtailcore.Revision", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    major = models.PositiveIntegerField()
    minor = models.PositiveIntegerField()
    kind = models.CharField(_("kind"), max_length=10, choices=VersionKind)
    cause = models.CharField(_("cause"), max_length=10, choices=VersionCause, default=VersionCause.EDITOR)
    summary = models.TextField(_("what changed"), blank=True)
    language = models.CharField(_("language"), max_length=10)
    title = models.CharField(_("title"), max_length=255)
    effective_from = models.DateField(_("in force from"))
    effective_at = models.DateTimeField()
    stated = models.BooleanField(_("stated, not recorded by this system"), default=False)
    published_at = models.DateTimeField(_("published at"))
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    published_by_name = models.CharField(_("published by"), max_length=200, blank=True)
    recorded_at = models.DateTimeField(_("recorded at"), auto_now_add=True)
    schema = models.PositiveSmallIntegerField()
    content = models.JSONField()
    html = models.JSONField()
    source = models.JSONField()
    changes = models.JSONField(default=list)
    findings = models.JSONField(default=list)
    digest = models.CharField(_("digest"), max_length=64)

    objects: ClassVar[Any] = models.Manager.from_queryset(NoticeVersionQuerySet)()

    class Meta:
        verbose_name = _("version of a notice")
        verbose_name_plural = _("versions of notices")
        ordering = ["page", "pk"]
        constraints = [models.UniqueConstraint(fields=["page", "major", "minor"], name="version_number_once")]
        indexes = [models.Index(fields=["page", "-effective_at", "-published_at"], name="version_in_force")]

    def __str__(self) -> str:
        return f"{self.page_id}: {self.number}"

    @property
    def number(self) -> str:
        """The number as people read it, such as 2.1."""
        return f"{self.major}.{self.minor}"

    @property
    def address(self) -> str:
        """The number as it stands in addresses, such as 2-1: Wagtail routes no dots."""
        return f"{self.major}-{self.minor}"

    @property
    def is_first(self) -> bool:
        """Whether this is the version that the notice began with."""
        return (self.major, self.minor) == (1, 0)


class NoticeEvent(AppendOnly):
    """What happened to a notice, or to one of its versions, and who did it."""

    page = models.ForeignKey("privacy.NoticePage", on_delete=models.CASCADE, related_name="notice_events")
    version = models.ForeignKey(NoticeVersion, on_delete=models.CASCADE, null=True, blank=True, related_name="events")
    kind = models.CharField(_("event"), max_length=15, choices=NoticeEventKind)
    at = models.DateTimeField(_("at"))
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    user_name = models.CharField(_("who"), max_length=200, blank=True)
    reason = models.TextField(_("reason"), blank=True)

    objects: ClassVar[Any] = models.Manager.from_queryset(AppendOnlyQuerySet)()

    class Meta:
        verbose_name = _("event of a notice")
        verbose_name_plural = _("events of notices")
        ordering = ["pk"]
        indexes = [models.Index(fields=["page", "kind", "at"], name="notice_event_kind")]

    def __str__(self) -> str:
        return f"{self.page_id}: {self.kind}"


def title_in_force() -> Subquery:
    """Give the title of the version in force, as part of a query for notices; null where there is none."""
    in_force = NoticeVersion.objects.filter(page=OuterRef("pk")).effective(timezone.now())
    return Subquery(in_force.values("title")[:1])
