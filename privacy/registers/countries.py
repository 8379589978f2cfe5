"""Names of countries, from the Unicode CLDR by way of Babel."""

from functools import cache

from babel import Locale, UnknownLocaleError

from privacy.conf import settings as conf
from privacy.languages import LAST_RESORT, primary
from privacy.site_languages import language_now

# Two-letter codes of the CLDR that are unions, islands without a code of their own, or made for tests.
_NO_COUNTRIES = frozenset({"AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"})


def _locale(language: str) -> Locale:
    """Give the CLDR's data of a language: with its region, without, or those of English."""
    for tag in (language, primary(language)):
        try:
            return Locale.parse(tag.replace("_", "-"), sep="-")
        except (UnknownLocaleError, ValueError):
            continue
    return Locale.parse(LAST_RESORT)


@cache
def _names(language: str) -> dict[str, str]:
    territories = _locale(language).territories
    return {code: name for code, name in territories.items() if len(code) == 2 and code not in _NO_COUNTRIES}


def country_name(code: str, language: str) -> str:
    """Give the name of a country by its two-letter code; the code itself when it is not known."""
    return _names(language).get(code, code)


def country_choices() -> list[tuple[str, str]]:
    """Give codes and names of countries in the language of the moment, by name."""
    return sorted(_names(language_now()).items(), key=lambda pair: pair[1].casefold())


def home_country() -> str:
    """Give the country of new records: the site's own. Migrations name this function: it does not move."""
    return conf.country
