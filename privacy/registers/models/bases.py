"""What Controller, Contact, Register and SupervisoryAuthority are made of: drafts, texts per language, references."""

from collections.abc import Iterable
from typing import Any, Self

from django.db import models
from django.db.models import ForeignKey
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel, model_from_serializable_data
from wagtail.models import DraftStateMixin, Orderable, PreviewableMixin, RevisionMixin
from wagtail.search import index

from privacy.languages import primary
from privacy.registers.watching import watched
from privacy.site_languages import language_choices


def text_in(record: Any, field: str, language: str, rows: Iterable[Any]) -> str:
    """Give a text of a record in a language.

    `rows` are the record's child rows per language: that of the tag, then of its language ("en" for "en-gb"). An empty
    text falls back to the record's own, and an empty one of its own to any row that has one.
    """
    texts = {row.language: text for row in rows if (text := getattr(row, field, ""))}
    return (
        texts.get(language) or texts.get(primary(language)) or getattr(record, field) or next(iter(texts.values()), "")
    )


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

    @property
    def is_published(self) -> bool:
        """Whether the row is what readers are told; every kind of record answers, also those without drafts."""
        return self.live

    def get_preview_template(self, request: Any, mode_name: str) -> str:
        """Give the template that shows the record as a notice would."""
        return "privacy/previews/record.html"


class LanguageRow(models.Model):
    """The texts of a record in one further language."""

    language = models.CharField(_("language"), max_length=10, choices=language_choices)

    class Meta:
        abstract = True


class ReferenceRow(Orderable):
    """An ordered row with a protected reference; an old revision drops it when what it names is gone."""

    class Meta(Orderable.Meta):
        abstract = True

    @classmethod
    def from_serializable_data(
        cls,
        data: dict[str, Any],
        check_fks: bool = True,
        strict_fks: bool = False,
    ) -> Self | None:
        """Rebuild the row from a revision; None when a record that it names does not exist any more."""
        for field in cls._meta.fields:
            if isinstance(field, ForeignKey) and not isinstance(field, ParentalKey):
                manager = field.related_model._default_manager
                if data.get(field.name) and not manager.filter(pk=data[field.name]).exists():
                    return None
        return model_from_serializable_data(cls, data, check_fks=False, strict_fks=strict_fks)
