"""What the templates of versions and differences need."""

from collections.abc import Sequence
from typing import Any

from django import template
from django.utils.translation import gettext

register = template.Library()


@register.filter
def at(rows: Sequence[Any], position: int) -> Any:
    """Give an entry of a list; nothing past its end."""
    return rows[position] if position < len(rows) else None


@register.filter
def marks_of(difference: Any) -> str:
    """Say in words what became of a section; nothing where it is as it was."""
    words = {"added": gettext("added"), "removed": gettext("removed"), "changed": gettext("text changed")}
    said = [
        words.get(difference.kind, ""),
        gettext("heading changed") if difference.renamed else "",
        gettext("moved") if difference.moved else "",
    ]
    return ", ".join(word for word in said if word)


@register.filter
def changed_sections(differences: Sequence[Any]) -> list[Any]:
    """Give the sections that are not as they were."""
    return [difference for difference in differences if marks_of(difference)]


@register.filter
def heading_of(difference: Any) -> str:
    """Give the heading of a section as it is now, else as it was."""
    return difference.new_heading or difference.old_heading
