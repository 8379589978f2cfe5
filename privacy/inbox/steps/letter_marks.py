"""Whether a letter on the answer page still fits the outcomes it was made of; pure."""

from collections.abc import Iterable, Mapping
from hashlib import sha256
from typing import Any


def mark_of_outcomes(values: Mapping[str, Any], items: Iterable[Any]) -> str:
    """Give the mark of the outcomes, reasons and facts that a letter is made of."""
    parts = [
        f"{item.pk} {str(values.get(f'{field}_{item.pk}') or '').strip()}"
        for item in items
        for field in ("outcome", "reason", "facts")
    ]
    return _mark("\x1f".join(parts))


def mark_of_values(values: Mapping[str, Any]) -> str:
    """Give the mark of what was chosen on the page of a step."""
    return _mark(repr(sorted(values.items())))


def mark_of_text(text: str) -> str:
    """Give the mark of a letter's text, whatever a browser makes of its line ends."""
    return _mark(text.strip())


def _mark(text: str) -> str:
    return sha256(text.replace("\r\n", "\n").encode()).hexdigest()[:16]
