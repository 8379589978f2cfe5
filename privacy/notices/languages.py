"""Texts and pages of several languages: labels from the data files, and which page comes first."""

from typing import Any

from django.db.models import Case, IntegerField, Q, Value, When
from django.utils.functional import lazy

from privacy.languages import primary, text_in
from privacy.site_languages import language_now


def language_first(language: str) -> Case:
    """Give an ordering that puts pages of a language before those of others; another region's come next."""
    code, same = "locale__language_code", primary(language)
    return Case(
        When(**{code: language}, then=Value(0)),
        When(Q(**{code: same}) | Q(**{f"{code}__startswith": f"{same}-"}), then=Value(1)),
        default=Value(2),
        output_field=IntegerField(),
    )


def _now(texts: dict[str, str]) -> str:
    return text_in(texts, language_now())


def lazy_text(texts: dict[str, str]) -> Any:
    """Give a text that is chosen from its languages when it is shown."""
    return lazy(_now, str)(texts)
