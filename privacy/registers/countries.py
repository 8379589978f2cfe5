"""Names of countries, from the Unicode CLDR by way of Babel."""

from functools import cache

from babel import Locale, UnknownLocaleError
from django.utils.translation import get_language

# Two-letter codes of the CLDR that are unions, islands without a code of their own, or made for tests.
_NO_COUNTRIES = frozenset({"AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"})


@cache
def _names(language: str) -> dict[str, str]:
    try:
        territories = Locale.parse(language).territories
    except (UnknownLocaleError, ValueError):
        territories = Locale.parse("en").territories
    return {code: name for code, name in territories.items() if len(code) == 2 and code not in _NO_COUNTRIES}


def country_name(code: str, language: str) -> str:
    """Give the name of a country by its two-letter code; the code itself when it is not known."""
    return _names(language).get(code, code)


def country_choices() -> list[tuple[str, str]]:
    """Give codes and names of countries in the language of the moment, by name."""
    language = (get_language() or "en").split("-")[0]
    return sorted(_names(language).items(), key=lambda pair: pair[1].casefold())
