"""What a notice says, as plain values: the shape that preview, page, API and versions share."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

Block = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Section:
    """One section of a notice, resolved for a language.

    `text` is rich text in Wagtail's database form; `rows` are structured rows of the kind `rows_kind`;
    `filled` is what the system filled in, a list of parts with a "type" each:
    card, names, bases, interests, rights, right, paragraph, request_link.
    """

    key: str
    heading: str
    anchor: str
    block_id: str = ""
    text: str = ""
    rows_kind: str = ""
    rows: list[dict[str, Any]] = field(default_factory=list)
    filled: list[dict[str, Any]] = field(default_factory=list)
    flags: dict[str, bool] = field(default_factory=dict)

    def as_data(self) -> dict[str, Any]:
        """Give the section as JSON values."""
        return asdict(self)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to show under the heading."""
        return not (self.text or self.rows or self.filled)


@dataclass(frozen=True, slots=True)
class Processing:
    """What the rights depend on: legal bases of Article 6, direct marketing, decisions under Article 22."""

    bases: frozenset[str]
    marketing: bool
    decisions: bool


def rows_of(blocks: Sequence[Block], key: str) -> list[dict[str, Any]]:
    """Give the structured rows of all sections of a type, as plain dictionaries."""
    found = (block["value"].get("rows") or [] for block in blocks if block["type"] == key)
    return [row.get("value", row) for rows in found for row in rows]
