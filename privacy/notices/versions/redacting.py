"""Takes a person's details out of a version: pure, of its data; its HTML is made anew where something was taken."""

from collections.abc import Sequence
from typing import Any

from django.utils import translation
from django.utils.translation import gettext

from privacy.notices.versions.rendering import stored_html


def redacted_fields(version: Any, words: Sequence[str]) -> dict[str, Any]:
    """Give the fields of a version with words replaced; empty when none of them is there."""
    with translation.override(version.language):
        mark = gettext("[removed]")
    before = {name: getattr(version, name) for name in ("title", "summary", "content", "source", "changes")}
    after = {name: _without(value, words, mark) for name, value in before.items()}
    if after == before:
        return {}
    return after | {"html": stored_html(after["content"], like=version)}


def _without(value: Any, words: Sequence[str], mark: str) -> Any:
    if isinstance(value, str):
        for word in sorted(words, key=len, reverse=True):
            value = value.replace(word, mark)
        return value
    if isinstance(value, list):
        return [_without(entry, words, mark) for entry in value]
    if isinstance(value, dict):
        return {name: _without(entry, words, mark) for name, entry in value.items()}
    return value
