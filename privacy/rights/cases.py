"""The link by which a contact without an admin account opens one request."""

from datetime import timedelta

from django.db import models
from django.utils.translation import gettext_lazy as _

CODE_LIFETIME = timedelta(minutes=10)


class CaseLinkQuerySet(models.QuerySet["CaseLink"]):
    """Links in the words of the office."""

    def valid(self) -> "CaseLinkQuerySet":
        """Links that were not revoked."""
        return self.filter(revoked_at__isnull=True)


class CaseLink(models.Model):
    """An unguessable, revocable link for one mailbox; a code sent to that mailbox opens it."""

    request = models.ForeignKey("privacy.RightsRequest", on_delete=models.CASCADE, related_name="case_links")
    contact = models.ForeignKey("privacy.Contact", on_delete=models.CASCADE, null=True, blank=True, related_name="+")
    register = models.ForeignKey(
        "privacy.Register", on_delete=models.CASCADE, null=True, blank=True, related_name="case_links"
    )
    email = models.EmailField(_("email"))
    language = models.CharField(_("language"), max_length=10)
    token_hash = models.CharField(max_length=64, unique=True)
    created_at = models.DateTimeField(auto_now_add=True)
    revoked_at = models.DateTimeField(null=True, blank=True)
    opened_at = models.DateTimeField(null=True, blank=True)
    code_hash = models.CharField(max_length=64, blank=True)
    code_sent_at = models.DateTimeField(null=True, blank=True)
    codes_sent = models.PositiveSmallIntegerField(default=0)
    code_tries = models.PositiveSmallIntegerField(default=0)

    objects = models.Manager.from_queryset(CaseLinkQuerySet)()
    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("link to a case")
        verbose_name_plural = _("links to cases")

    def __str__(self) -> str:
        return f"{self.request_id}: {self.pk}"
