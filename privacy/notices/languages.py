"""Texts and pages of several languages: labels from the data files, and which page comes first."""

from typing import Any

from django.db.models import Case, IntegerField, Value, When
from django.utils.functional import lazy
from django.utils.translation import get_language


def language_first(language: str) -> Case:
    """Give an ordering that puts pages of a language before those of others."""
    return Case(When(locale__language_code=language, then=Value(0)), default=Value(1), output_field=IntegerField())


def _now(texts: dict[str, str]) -> str:
    language = (get_language() or "en").split("-")[0]
    return texts.get(language) or texts["en"]


def lazy_text(texts: dict[str, str]) -> Any:
    """Give a text that is chosen from its languages when it is shown."""
    return lazy(_now, str)(texts)
