"""The words that the reader looks for beside headings, from one data file: labels, forms, menus, streets."""

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

_DATA = Path(__file__).parent / "data" / "words.json"


@cache
def word_data() -> dict[str, Any]:
    """Give the data file of words; most of its values are regular expressions."""
    return json.loads(_DATA.read_text(encoding="utf-8"))


def words(name: str) -> str:
    """Give one value of the data file."""
    return str(word_data()[name])


def pattern(name: str) -> re.Pattern[str]:
    """Give one value as a pattern that does not mind capitals."""
    return re.compile(words(name), re.IGNORECASE)
