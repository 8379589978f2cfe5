"""Where a record is used: what would break if it were gone.

Live references are counted by the database. References in drafts stand in revisions only, where neither the
database nor Wagtail's reference index sees them: a row that an editor added to the draft of a published page or
record is such a one. So the latest drafts are read as well. Older revisions are not: what only they name may go.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import CASCADE, PROTECT, ForeignKey, ForeignObject, Model
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from wagtail.models import DraftStateMixin

NAMES_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Reference:
    """A foreign key that protects its target, seen from the record that a person knows.

    `rows` is the name of the rows with the key on their `holder`, empty when the holder has the key itself.
    """

    holder: type[Model]
    key: ForeignObject[Any, Any]
    owner: ForeignObject[Any, Any] | None = None
    rows: str = ""

    def live(self, record: Model) -> Any:
        """Give the holders that name the record in the database."""
        rows = self.key.model._default_manager.filter(**{self.key.name: record}).order_by()
        wanted = rows.values(self.owner.attname if self.owner else "pk")
        return self.holder._default_manager.filter(pk__in=wanted)

    def in_drafts(self, record: Model) -> list[Model]:
        """Give the holders whose latest draft names the record."""
        return [draft for draft, content in _drafts(self.holder) if self._names(content, str(record.pk))]

    def _names(self, content: dict[str, Any], pk: str) -> bool:
        rows = content.get(self.rows) or [] if self.rows else [content]
        return any(str(row.get(self.key.name)) == pk for row in rows)


def uses_of(record: Model) -> list[str]:
    """Say where a record is used, one text for each kind of holder, with how many and the first names.

    Of holders that keep request data only the kind is told, so that nobody learns how many requests a
    confidential register has. An empty list means that nothing stands in the way.
    """
    found: dict[type[Model], dict[Any, str]] = {}
    secret: set[type[Model]] = set()
    for reference in references_to(type(record)):
        if _keeps_request_data(reference.holder):
            if reference.live(record).exists():
                secret.add(reference.holder)
            continue
        holders = [*reference.live(record), *reference.in_drafts(record)]
        found.setdefault(reference.holder, {}).update({holder.pk: str(holder) for holder in holders})
    named = [_sentence(holder, list(names.values())) for holder, names in found.items() if names]
    return sorted(named) + sorted(str(capfirst(holder._meta.verbose_name_plural)) for holder in secret)


def references_to(model: type[Model]) -> Iterator[Reference]:
    """Give the references that protect the records of a model; those of other rooms are found by themselves."""
    for relation in model._meta.related_objects:
        if relation.on_delete is not PROTECT:
            continue
        owner = _owner(relation.related_model)
        if owner is None:
            yield Reference(relation.related_model, relation.field)
        else:
            yield Reference(owner.related_model, relation.field, owner, str(owner.remote_field.get_accessor_name()))


def _owner(model: type[Model]) -> ForeignObject[Any, Any] | None:
    # Rows that go with their record, such as the routes of a register, are known to people by that record.
    keys = [field for field in model._meta.fields if isinstance(field, ForeignKey)]
    owners = (key for key in keys if key.remote_field.on_delete is CASCADE)
    return next((key for key in owners if not key.remote_field.parent_link), None)


def _drafts(holder: type[Any]) -> list[tuple[Any, dict[str, Any]]]:
    if not issubclass(holder, DraftStateMixin):
        return []
    changed = holder._default_manager.filter(has_unpublished_changes=True, latest_revision__isnull=False)
    return [(draft, draft.latest_revision.content) for draft in changed.select_related("latest_revision")]


def _keeps_request_data(model: type[Model]) -> bool:
    # The same mark that keeps the model out of Wagtail's reference index.
    return getattr(model, "wagtail_reference_index_ignore", False)


def _sentence(holder: type[Model], names: list[str]) -> str:
    first = sorted(names, key=str.casefold)[:NAMES_SHOWN]
    shown = ", ".join(first) + (", …" if len(names) > NAMES_SHOWN else "")
    kind = capfirst(holder._meta.verbose_name_plural)
    return _("%(kind)s (%(count)d): %(names)s") % {"kind": kind, "count": len(names), "names": shown}
