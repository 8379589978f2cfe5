"""Finnish personal identity codes in free text; people type them although nobody asks for them."""

import re
from typing import Any

from stdnum.fi import hetu

MARK = "[…]"

_HYPHENS = "\u2010-\u2015\u2212"
# Everything has a fixed length, so that searching stays linear in hostile text.
_SHAPE = re.compile(
    rf"(?<![0-9])[0-9]{{6}}[ \u00a0]?[-+A-FU-Y{_HYPHENS}][ \u00a0]?[0-9]{{3}}[0-9A-Y](?![^\W_])", re.IGNORECASE
)
_NOT_CANONICAL = re.compile(rf"[{_HYPHENS}]")


def find_identity_codes(text: str) -> list[str]:
    """Give the codes with a valid date and check character, in their official spelling.

    Every century sign counts, and so do the individual numbers 900-999 of temporary codes.
    """
    return [code for match in _SHAPE.finditer(text) if (code := _official_spelling(match[0]))]


def remove_identity_codes(text: str) -> str:
    """Give the text with a mark in the place of every valid code."""
    return _SHAPE.sub(lambda match: MARK if _official_spelling(match[0]) else match[0], text)


def holds_identity_code(value: Any) -> bool:
    """Tell whether what was typed or chosen (a text, a list of texts, or something else) holds a valid code."""
    if isinstance(value, list | tuple):
        return any(holds_identity_code(part) for part in value)
    return isinstance(value, str) and bool(find_identity_codes(value))


def without_identity_codes(data: dict[str, Any]) -> dict[str, Any]:
    """Give the data of a form with a mark in the place of every valid code, in texts and in lists of texts."""
    return {name: _cleaned(value) for name, value in data.items()}


def _cleaned(value: Any) -> Any:
    if isinstance(value, list | tuple):
        return [_cleaned(part) for part in value]
    return remove_identity_codes(value) if isinstance(value, str) else value


def _official_spelling(candidate: str) -> str:
    code = _NOT_CANONICAL.sub("-", "".join(candidate.split())).upper()
    return code if hetu.is_valid(code, allow_temporary=True) else ""
