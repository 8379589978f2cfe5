"""Texts of the data files in the language of the moment, for labels and help texts."""

from typing import Any

from django.utils.functional import lazy
from django.utils.translation import get_language


def _now(texts: dict[str, str]) -> str:
    language = (get_language() or "en").split("-")[0]
    return texts.get(language) or texts["en"]


def lazy_text(texts: dict[str, str]) -> Any:
    """Give a text that is chosen from its languages when it is shown."""
    return lazy(_now, str)(texts)
