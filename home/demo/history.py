"""The demo's past: what each notice said, and when it was published."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.utils import timezone

from home.demo.data import Data, history_of


@dataclass(frozen=True, slots=True)
class Wording:
    """What a notice said once. What is not said of it (kind, summary, day) is left to the system."""

    weeks_ago: int
    title: str
    sections: list[Data]
    kind: str = ""
    summary: str = ""
    effective_from: date | None = None


def wordings(notice: Data) -> list[Wording]:
    """Give what a notice said, the first wording first; a notice without a past is said once, today."""
    past = history_of(notice)
    later = [_later(notice, entry) for entry in past["later"]]
    return [_first(past["first"]), *later] if "first" in past else later


def _first(entry: Data) -> Wording:
    day = date.fromisoformat(entry["effective_from"])
    return Wording(entry["weeks_ago"], entry["title"], entry["sections"], effective_from=day)


def _later(notice: Data, entry: Data) -> Wording:
    """Give the present wording with what was, or will be, different in it."""
    day = timezone.localdate() + timedelta(weeks=entry["in_weeks"]) if "in_weeks" in entry else None
    sections = _changed(notice["sections"], entry.get("changes", []))
    said = entry.get("kind", ""), entry.get("summary", "")
    return Wording(entry["weeks_ago"], notice["title"], sections, *said, day)


def _changed(sections: list[Data], changes: list[Data]) -> list[Data]:
    by_key = {change["key"]: change for change in changes}
    return [_section(section, by_key.get(section["key"], {})) for section in sections]


def _section(section: Data, change: Data) -> Data:
    """Give a section with another text, with rows left out, changed (by name) or added."""
    found = section | {"text": change.get("text", section["text"])}
    if "rows" not in section:
        return found
    kept = [row for row in section["rows"] if _name(row) not in change.get("without", [])]
    rows = [row | change.get("rows", {}).get(_name(row), {}) for row in kept]
    return found | {"rows": rows + change.get("with", [])}


def _name(row: Data) -> Any:
    return next(iter(row.values()))
