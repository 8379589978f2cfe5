"""What editors said of findings, whom the nightly job told of them, and what a site does at publication."""

from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.settings.models import BaseGenericSetting

from privacy.notices.compliance.choices import Gate, SubjectKind, Verdict


class FindingDismissalQuerySet(models.QuerySet["FindingDismissal"]):
    """Dismissals in the words of the office."""

    def standing(self) -> "FindingDismissalQuerySet":
        """Give those that nobody took back."""
        return self.filter(ended_at__isnull=True)


class FindingDismissal(models.Model):
    """A finding that an editor set aside where it belongs, with the reason; or confirmed when publishing.

    `subject` is the translation key of the notice with the section's type or block id, the translation key alone, or
    the identity of a record: it is the same for all notices and languages. `prints` are fingerprints of the thing by
    language ("" for a record): the finding is open again when the one of its language is another.
    """

    subject_kind = models.CharField(_("belongs to"), max_length=12, choices=SubjectKind)
    subject = models.CharField(max_length=120)
    check_id = models.CharField(_("check"), max_length=40)
    verdict = models.CharField(_("verdict"), max_length=10, choices=Verdict, default=Verdict.DISMISSED)
    reason = models.TextField(_("reason"), max_length=500)
    prints = models.JSONField(default=dict)
    at = models.DateTimeField(_("at"), auto_now_add=True)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    user_name = models.CharField(_("who"), max_length=200, blank=True)
    ended_at = models.DateTimeField(_("taken back at"), null=True, blank=True)
    ended_by_name = models.CharField(_("taken back by"), max_length=200, blank=True)

    objects = models.Manager.from_queryset(FindingDismissalQuerySet)()
    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("dismissed finding")
        verbose_name_plural = _("dismissed findings")
        ordering = ["pk"]
        indexes = [models.Index(fields=["subject_kind", "subject"], name="dismissal_subject")]

    def __str__(self) -> str:
        return f"{self.check_id} {self.verdict}"

    def holds(self, language: str, fingerprint: str) -> bool:
        """Tell whether the thing is still as it was; a language that was not there yet follows the others."""
        known = self.prints.get("", self.prints.get(language))
        return known is None or known == fingerprint


class ToldFinding(models.Model):
    """A finding that came about by the passing of time and was told to the register's contact.

    `notice` is the translation key: all languages are told of once. The row goes when the finding does.
    """

    notice = models.UUIDField()
    check_id = models.CharField(max_length=40)
    fingerprint = models.CharField(max_length=32)
    at = models.DateTimeField(auto_now_add=True)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("finding that was told")
        verbose_name_plural = _("findings that were told")
        constraints = [models.UniqueConstraint(fields=["notice", "check_id", "fingerprint"], name="told_once")]

    def __str__(self) -> str:
        return f"{self.notice}: {self.check_id}"


class PrivacyChecks(BaseGenericSetting):
    """What the site does about open errors."""

    at_publication = models.CharField(
        _("a notice with open errors is published"),
        max_length=10,
        choices=Gate,
        default=Gate.CONFIRM,
        help_text=_("Drafts always save. Findings that come about by the passing of time never stop a publication."),
    )

    class Meta:
        verbose_name = _("privacy checks")
        verbose_name_plural = _("privacy checks")

    def __str__(self) -> str:
        return str(self._meta.verbose_name)


def chosen_gate() -> Gate:
    """Give what is done at publication; the default where nobody chose."""
    chosen: Any = PrivacyChecks.objects.values_list("at_publication", flat=True).first()
    return Gate(chosen) if chosen in Gate.values else Gate.CONFIRM
