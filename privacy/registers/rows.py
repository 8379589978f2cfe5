"""Rows that point from one record to another."""

from typing import Any, Self

from django.db.models import ForeignKey
from modelcluster.fields import ParentalKey
from modelcluster.models import model_from_serializable_data
from wagtail.models import Orderable


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
