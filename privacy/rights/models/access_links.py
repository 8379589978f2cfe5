"""Links that a code opens: the contact's to one request, and the person's to the files of an answer."""

from datetime import timedelta
from typing import Any, Self

from django.db import models
from django.utils.translation import gettext_lazy as _

CODE_LIFETIME = timedelta(minutes=10)
FILE_DAYS = 30  # the files of an answer can be fetched, and are kept, so many days (GDPR Art. 5(1)(c))


class CodeLinkQuerySet(models.QuerySet[Any]):
    """Links in the words of the office."""

    def valid(self) -> Self:
        """Links that were not revoked."""
        return self.filter(revoked_at__isnull=True)


class CodeLink(models.Model):
    """An unguessable, revocable link for one mailbox; a code sent to that mailbox opens it."""

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

    objects = models.Manager.from_queryset(CodeLinkQuerySet)()
    wagtail_reference_index_ignore = True

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return str(self.pk)


class CaseLink(CodeLink):
    """The link by which a contact without an admin account opens one request."""

    request = models.ForeignKey("privacy.RightsRequest", on_delete=models.CASCADE, related_name="case_links")
    contact = models.ForeignKey("privacy.Contact", on_delete=models.CASCADE, null=True, blank=True, related_name="+")
    register = models.ForeignKey(
        "privacy.Register", on_delete=models.CASCADE, null=True, blank=True, related_name="case_links"
    )

    class Meta:
        verbose_name = _("link to a case")
        verbose_name_plural = _("links to cases")


class FileLink(CodeLink):
    """The link in an answer by which the person fetches its files, until a day."""

    request = models.ForeignKey("privacy.RightsRequest", on_delete=models.CASCADE, related_name="file_links")
    message = models.ForeignKey("privacy.Message", on_delete=models.CASCADE, related_name="file_links")
    expires_on = models.DateField(_("can be fetched until"))

    class Meta:
        verbose_name = _("link to the files of an answer")
        verbose_name_plural = _("links to the files of answers")
