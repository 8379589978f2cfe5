"""Loads the texts per language of many records of different kinds with one query."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.db.models import CharField, F, IntegerField, Model, Value
from django.db.models.functions import Cast

from privacy.registers.models.authorities import SupervisoryAuthority, SupervisoryAuthorityText
from privacy.registers.models.contacts import Contact, ContactText
from privacy.registers.models.controllers import Controller, ControllerText
from privacy.registers.models.registers import Register, RegisterText

# Record, its text rows, the name of the key between them, and the text fields.
_KINDS: tuple[tuple[type[Model], type[Model], str, tuple[str, ...]], ...] = (
    (Controller, ControllerText, "controller", ("name", "street_address", "city", "postal_address", "website")),
    (Contact, ContactText, "contact", ("title",)),
    (Register, RegisterText, "register", ("name",)),
    (
        SupervisoryAuthority,
        SupervisoryAuthorityText,
        "authority",
        ("name", "visiting_address", "postal_address", "website"),
    ),
)
_WIDTH = max(len(fields) for *_rest, fields in _KINDS)


def attach_texts(records: Iterable[Any]) -> None:
    """Attach the text rows to records, so that reading `record.texts.all()` asks the database no more."""
    by_kind: dict[int, dict[int, list[Any]]] = defaultdict(lambda: defaultdict(list))
    for record in records:
        kind = next(number for number, (model, *_rest) in enumerate(_KINDS) if isinstance(record, model))
        by_kind[kind][record.pk].append(record)
    queries = [_query(kind, list(found)) for kind, found in by_kind.items()]
    rows: dict[tuple[int, int], list[Any]] = defaultdict(list)
    if queries:
        for kind, parent, language, *texts in queries[0].union(*queries[1:], all=True):
            _model, text_model, key, fields = _KINDS[kind]
            rows[kind, parent].append(text_model(**{f"{key}_id": parent}, language=language, **_named(fields, texts)))
    for kind, found in by_kind.items():
        for pk, same in found.items():
            for record in same:
                _remember(record, rows[kind, pk])


def attach_missing_texts(records: Iterable[Any]) -> None:
    """Attach the text rows to those records, each once, that have none attached yet."""
    unread = {
        id(record): record for record in records if "texts" not in getattr(record, "_cluster_related_objects", {})
    }
    if unread:
        attach_texts(unread.values())


def _named(fields: tuple[str, ...], texts: list[str]) -> dict[str, str]:
    return dict(zip(fields, texts, strict=False))


def _query(kind: int, pks: list[int]) -> Any:
    _model, text_model, key, fields = _KINDS[kind]
    columns = [F(field) for field in fields] + [Value("")] * (_WIDTH - len(fields))
    texts = {f"text_{number}": Cast(column, CharField()) for number, column in enumerate(columns)}
    return (
        text_model._default_manager.filter(**{f"{key}__in": pks})
        .order_by()
        .annotate(kind=Value(kind, IntegerField()), parent=F(f"{key}_id"), **texts)
        .values_list("kind", "parent", "language", *texts)
    )


def _remember(record: Any, rows: list[Any]) -> None:
    # modelcluster reads children from here, as it does for a record rebuilt from a revision.
    record._cluster_related_objects = {**getattr(record, "_cluster_related_objects", {}), "texts": rows}
