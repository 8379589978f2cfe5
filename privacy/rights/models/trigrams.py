"""An index for parts of words on PostgreSQL; other databases, and servers without the extension, go without."""

from typing import Any

from django.db import DatabaseError, connections, transaction
from django.db.backends.ddl_references import Statement
from django.db.models import Index

_EXTENSION = "CREATE EXTENSION IF NOT EXISTS pg_trgm"
# As Django writes `icontains`; a JSON field is searched as its text.
_COLUMN = 'UPPER(("%s")::text) gin_trgm_ops'


class TrigramIndex(Index):
    """Serves `icontains` on its fields where the extension pg_trgm is there or may be added (it is a trusted one)."""

    def create_sql(self, model: Any, schema_editor: Any, using: str = "", **kwargs: Any) -> Any:
        """Give the statement that makes the index, or one that does nothing."""
        if not _has_trigrams(schema_editor.connection):
            return Statement("SELECT 1")
        columns = [_COLUMN % model._meta.get_field(name).column for name in self.fields]
        return Statement(
            "CREATE INDEX %(name)s ON %(table)s USING gin (%(columns)s)",
            name=schema_editor.quote_name(self.name),
            table=schema_editor.quote_name(model._meta.db_table),
            columns=", ".join(columns),
        )

    def remove_sql(self, model: Any, schema_editor: Any, **kwargs: Any) -> Any:
        """Give the statement that removes the index if it is there."""
        return Statement("DROP INDEX IF EXISTS %(name)s", name=schema_editor.quote_name(self.name))


def trigram_indexes(*models: Any) -> list[str]:
    """Give the names of the indexes for parts of words that models have."""
    return [index.name for model in models for index in model._meta.indexes if isinstance(index, TrigramIndex)]


def has_indexes(using: str, names: list[str]) -> bool:
    """Tell whether a database has made all of some indexes for parts of words."""
    if connections[using].vendor != "postgresql":
        return False
    with connections[using].cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_class WHERE relkind = 'i' AND relname = ANY(%s)", [names])
        return bool(cursor.fetchone()[0] == len(names))


def _has_trigrams(connection: Any) -> bool:
    if connection.vendor != "postgresql":
        return False
    try:
        # A savepoint: who may not add the extension still migrates.
        with transaction.atomic(using=connection.alias), connection.cursor() as cursor:
            cursor.execute(_EXTENSION)
    except DatabaseError:
        return False
    return True
