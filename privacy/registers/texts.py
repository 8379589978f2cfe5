"""Which language version of a record's text is shown: the asked one, the record's main one, or any."""

from collections.abc import Iterable
from typing import Any


def text_in(record: Any, field: str, language: str, rows: Iterable[Any]) -> str:
    """Give a text of a record in a language.

    `rows` are the record's child rows per language; an empty text falls back to the record's own,
    and an empty one of its own to any row that has one.
    """
    rows = list(rows)
    for row in rows:
        if row.language == language and getattr(row, field, ""):
            return getattr(row, field)
    own = getattr(record, field)
    return own or next((getattr(row, field) for row in rows if getattr(row, field, "")), "")
