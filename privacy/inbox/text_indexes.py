"""Indexes by which PostgreSQL finds a part of a text in requests, in any case (pg_trgm).

They are no part of the models: other databases have none, and where the database user may not create the extension
the search looks through the newest requests instead (docs/decisions/0020).
"""

import logging
from functools import cache
from typing import Any

from django.db import DatabaseError, connections, transaction

logger = logging.getLogger("privacy.inbox")

# By name: the table and what of it is searched. Django writes `icontains` as UPPER(column::text) LIKE UPPER(…).
INDEXES = {
    "privacy_request_text": ("privacy_rightsrequest", ("number", "message")),
    "privacy_person_text": (
        "privacy_requestperson",
        ("name", "email", "finding_details", "phone", "postal_address"),
    ),
    "privacy_item_text": ("privacy_requestitem", ("answers",)),
}
_EXTENSION = "CREATE EXTENSION IF NOT EXISTS pg_trgm"


def make_text_indexes(apps: Any, schema_editor: Any) -> None:
    """Make the extension and the indexes; for a migration."""
    connection = schema_editor.connection
    if connection.vendor != "postgresql":
        return
    with connection.cursor() as cursor:
        try:
            with transaction.atomic(using=connection.alias):
                cursor.execute(_EXTENSION)
        except DatabaseError:
            logger.warning("the search of the inbox has no index: the database user may not create pg_trgm")
            return
        for name, (table, columns) in INDEXES.items():
            words = ", ".join(f"UPPER({column}::text) gin_trgm_ops" for column in columns)
            cursor.execute(f"CREATE INDEX IF NOT EXISTS {name} ON {table} USING gin ({words})")


def drop_text_indexes(apps: Any, schema_editor: Any) -> None:
    """Drop the indexes; the extension stays, as others may use it."""
    if schema_editor.connection.vendor == "postgresql":
        with schema_editor.connection.cursor() as cursor:
            cursor.execute(f"DROP INDEX IF EXISTS {', '.join(INDEXES)}")


@cache
def has_text_indexes(using: str) -> bool:
    """Tell whether a database finds a part of a text by an index."""
    connection = connections[using]
    if connection.vendor != "postgresql":
        return False
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_class WHERE relkind = 'i' AND relname = ANY(%s)", [list(INDEXES)])
        return bool(cursor.fetchone()[0] == len(INDEXES))
