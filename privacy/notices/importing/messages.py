"""What reading a document has to say, by code, in Finnish, Swedish and English."""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path

_DATA = Path(__file__).parent / "data" / "messages.json"


@cache
def _messages() -> dict[str, dict[str, str]]:
    return json.loads(_DATA.read_text(encoding="utf-8"))


def message_in(language: str, code: str, values: Mapping[str, str] | None = None) -> str:
    """Give the message of a code in a language (English where there is none), with its values filled in."""
    texts = _messages()[code]
    return texts.get(language, texts["en"]) % (values or {})
