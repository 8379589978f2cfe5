"""What Controller, Contact and Register share."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.models import ClusterableModel
from wagtail.models import DraftStateMixin, PreviewableMixin, RevisionMixin
from wagtail.search import index

from privacy.registers.choices import Language
from privacy.registers.watching import watched


class Record(PreviewableMixin, DraftStateMixin, RevisionMixin, index.Indexed, ClusterableModel):
    """A snippet with drafts and history: half-typed details never reach the public before they are published."""

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save; what shows the published details is renewed with them."""
        if kwargs.get("update_fields") is not None or not self.live or self._state.adding:
            super().save(*args, **kwargs)
            return
        with watched(self):
            super().save(*args, **kwargs)

    def get_preview_template(self, request: Any, mode_name: str) -> str:
        """Give the template that shows the record as a notice would."""
        return "privacy/previews/record.html"


class LanguageRow(models.Model):
    """The texts of a record in one further language."""

    language = models.CharField(_("language"), max_length=10, choices=Language)

    class Meta:
        abstract = True
