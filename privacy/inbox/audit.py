"""Who has read and taken out what: rows that show the administrators of a register how its requests are used."""

from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from privacy.inbox.choices import ExportKind, ReadingKind
from privacy.rights.models.requests import RightsRequest
from privacy.user_names import display_name


class CaseReading(models.Model):
    """One opening of a case, its print or one of its files by a user of the admin."""

    request = models.ForeignKey("privacy.RightsRequest", on_delete=models.CASCADE, related_name="readings")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    user_name = models.CharField(_("name of the user"), max_length=200)
    kind = models.CharField(_("what was read"), max_length=10, choices=ReadingKind, default=ReadingKind.PAGE)
    read_at = models.DateTimeField(_("read at"), auto_now_add=True)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("reading of a case")
        verbose_name_plural = _("readings of cases")
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"{self.request_id}: {self.kind}"


class RequestExport(models.Model):
    """One export of requests: who, when, how many, of which registers and by which filter.

    `filters` are the parameters of the list, {name: [values]}; of a search only that there was one, as what was
    typed may be a name.
    """

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    user_name = models.CharField(_("name of the user"), max_length=200)
    kind = models.CharField(_("form of the export"), max_length=10, choices=ExportKind)
    registers = models.ManyToManyField("privacy.Register", verbose_name=_("registers"), related_name="+", blank=True)
    rows = models.PositiveIntegerField(_("number of requests"))
    filters = models.JSONField(_("filter"), default=dict, blank=True)
    exported_at = models.DateTimeField(_("exported at"), auto_now_add=True)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("export of requests")
        verbose_name_plural = _("exports of requests")
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"{self.kind}: {self.rows}"


def log_reading(request: RightsRequest, user: Any, kind: ReadingKind) -> None:
    """Write down that a user has read a case."""
    CaseReading.objects.create(request=request, user=user, user_name=display_name(user), kind=kind)
