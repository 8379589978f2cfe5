"""Choosing among pages of several languages."""

from django.db.models import Case, IntegerField, Value, When


def language_first(language: str) -> Case:
    """Give an ordering that puts pages of a language before those of others."""
    return Case(When(locale__language_code=language, then=Value(0)), default=Value(1), output_field=IntegerField())
