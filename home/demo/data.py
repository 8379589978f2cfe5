"""Reads the demo's data files."""

import json
from functools import cache
from pathlib import Path
from typing import Any

Data = dict[str, Any]

_FOLDER = Path(__file__).parent
MAIN_LANGUAGE = "fi"


def read(name: str) -> Any:
    """Give the content of a data file of the demo."""
    return json.loads((_FOLDER / name).read_text(encoding="utf-8"))


def notices() -> list[Data]:
    """Give the notices: register (key), language, title, search_description, sections."""
    return [read(f"notices/{path.name}") for path in sorted((_FOLDER / "notices").glob("*.json"))]


def history_of(notice: Data) -> Data:
    """Give a notice's past: `first` (where it is kept) and `later` wordings, as differences from the present one."""
    name = f"history/{notice['register']}.{notice['language']}.json"
    return read(name) if (_FOLDER / name).exists() else {"later": [{"weeks_ago": 0}]}


@cache
def organisations() -> list[Data]:
    """Give the organisations (controller, contacts, registers), each with a register of its requests."""
    entries = read("organisations.json")
    pattern = next(register for entry in entries for register in entry["registers"] if register["for_requests"])
    return [_with_request_register(entry, pattern) for entry in entries]


def _with_request_register(entry: Data, pattern: Data) -> Data:
    if any(register["for_requests"] for register in entry["registers"]):
        return entry
    first = entry["registers"][0]
    slug = f"{pattern['slug']}-{entry['key']}"
    like_first = {name: first[name] for name in ("contacts", "routing", "fallback_email")}
    return entry | {"registers": [*entry["registers"], pattern | like_first | {"key": slug, "slug": slug}]}


def register_slugs(*, for_requests: bool) -> list[str]:
    """Give the slugs of the registers in the order of the data."""
    entries = [register for entry in organisations() for register in entry["registers"]]
    return [register["slug"] for register in entries if register["for_requests"] == for_requests]
