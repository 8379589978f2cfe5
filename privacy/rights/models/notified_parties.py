"""The checklist of those who are told besides the person: recipients (Art. 19) and joint controllers (Art. 26)."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from privacy.rights.choices import PartyRole, PartyStatus


class ToldParty(models.Model):
    """One recipient or joint controller of one request: told when and how, or why not."""

    request = models.ForeignKey("privacy.RightsRequest", on_delete=models.CASCADE, related_name="told_parties")
    role = models.CharField(_("role"), max_length=20, choices=PartyRole, default=PartyRole.RECIPIENT)
    name = models.CharField(_("name"), max_length=200)
    status = models.CharField(_("status"), max_length=20, choices=PartyStatus, default=PartyStatus.TOLD)
    told_on = models.DateField(_("told on"), null=True, blank=True)
    method = models.CharField(_("how"), max_length=200, blank=True)
    reason = models.CharField(_("reason why not"), max_length=500, blank=True)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("party that is told")
        verbose_name_plural = _("parties that are told")
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["request", "role", "name"], name="told_party_once")]

    def __str__(self) -> str:
        return f"{self.request_id}: {self.role}"
