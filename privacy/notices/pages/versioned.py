"""A page that records every published wording in the transaction that publishes it."""

from typing import Any

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, Revision
from wagtail.search import index

from privacy.notices.pages.language import LanguagePage
from privacy.notices.versions.choices import NoticeEventKind, VersionKind
from privacy.notices.versions.locks import lock_pages, lock_records
from privacy.notices.versions.models import NoticeVersion
from privacy.notices.versions.record import Entered, Wording, note, record_version


class VersionedPage(LanguagePage):
    """What an editor says of the next version, and the versions there are.

    The first three fields travel in the revision and are blank again once a version has used them. Subclasses say
    what is published (`wording`), which registers it shows, and what stands in the way.
    """

    version_kind = models.CharField(_("kind of change"), max_length=10, choices=VersionKind, blank=True)
    version_summary = models.TextField(_("what changed"), max_length=1000, blank=True)
    effective_from = models.DateField(_("takes effect on"), null=True, blank=True)
    review_months = models.PositiveSmallIntegerField(
        _("reviewed every (months)"),
        default=12,
        validators=[MinValueValidator(1), MaxValueValidator(120)],
        help_text=_("The report of notices tells when the next review is due."),
    )

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save, and record what is published now; locks come first, so that two roads never meet half-way."""
        if kwargs.get("update_fields") is not None:
            super().save(*args, **kwargs)
            return
        with transaction.atomic():
            published = self.live and not self.alias_of_id
            entered = Entered()
            if published:
                self._lock()
                self.refuse_publication()
                entered = self._take_entered()
            was_live = self.pk is not None and type(self)._base_manager.filter(pk=self.pk, live=True).exists()
            super().save(*args, **kwargs)
            self._forget_versions()
            self._record(entered, published=published, was_live=was_live)

    def is_converted(self, fields: Any) -> bool:
        """Tell whether Wagtail makes a published page of its own of an alias: it saves only these fields then."""
        is_own = self.live and not self.alias_of_id
        return set(fields or ()) == {"live_revision"} and is_own and not self.versions.exists()

    def _lock(self) -> None:
        lock_records(self.shown_registers())
        lock_pages(type(self), [self.pk] if self.pk else [])

    def _take_entered(self) -> Entered:
        entered = Entered(self.version_kind, self.version_summary, self.effective_from)
        self.version_kind, self.version_summary, self.effective_from = "", "", None
        if entered != Entered() and self.live_revision_id:
            revision = Revision.objects.get(pk=self.live_revision_id)
            content = revision.content | {"version_kind": "", "version_summary": "", "effective_from": None}
            Revision.objects.filter(pk=revision.pk).update(content=content)  # the next draft starts from it
        return entered

    def _record(self, entered: Entered, *, published: bool, was_live: bool) -> None:
        if published:
            known = self.versions.exists()
            recorded = record_version(self, self.wording(), entered, find=self.findings_to_store)
            if known and not was_live:
                note(self, NoticeEventKind.REPUBLISHED)
            if recorded is not None:
                index.insert_or_update_object(self)  # Wagtail did so before the version was there
        elif was_live and not self.alias_of_id:
            note(self, NoticeEventKind.UNPUBLISHED)

    def save_revision(self, *args: Any, overwrite_revision: Revision | None = None, **kwargs: Any) -> Revision:
        """Save a revision; one that was published is never written over, as autosave would."""
        if overwrite_revision is not None and self.was_published_as(overwrite_revision.pk):
            overwrite_revision = None
        return super().save_revision(*args, overwrite_revision=overwrite_revision, **kwargs)

    def was_published_as(self, revision_id: int) -> bool:
        """Tell whether a revision is the published one, or a version was made from it."""
        live = type(self)._base_manager.filter(pk=self.pk, live_revision=revision_id)
        return live.exists() or NoticeVersion.objects.filter(page=self.pk, revision=revision_id).exists()

    @property
    def own_versions(self) -> Any:
        """The versions of the page, of its source where it is an alias."""
        if not self.alias_of_id:
            return NoticeVersion.objects.filter(page=self.pk)
        return NoticeVersion.objects.filter(Q(page__aliases=self.pk) | Q(page__aliases__aliases=self.pk))

    @cached_property
    def in_force(self) -> NoticeVersion | None:
        """The version in force at this moment."""
        return self.own_versions.effective(timezone.now()).first()

    @cached_property
    def pending_version(self) -> NoticeVersion | None:
        """The version that is published and takes effect on a day to come."""
        return self.own_versions.pending(timezone.now()).first()

    def _forget_versions(self) -> None:
        for name in ("in_force", "pending_version", "shown", "related_pages"):
            self.__dict__.pop(name, None)

    def wording(self) -> Wording:
        """Give what the page says as it stands in the database."""
        raise NotImplementedError

    def findings_to_store(self) -> list[dict[str, Any]]:
        """Give what a version keeps of the checks; raise ValidationError when the site does not publish with it."""
        raise NotImplementedError

    def shown_registers(self) -> list[int]:
        """Give the keys of the registers that the page shows."""
        raise NotImplementedError

    def refuse_publication(self) -> None:
        """Raise ValidationError when the page may not be published."""
        raise NotImplementedError


def archived(page: Page) -> bool:
    """Tell whether a page has versions that can be read although it is not published."""
    return isinstance(page, VersionedPage) and page.own_versions.exists()
