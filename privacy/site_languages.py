"""The language of the moment and the languages of the site, as Django's settings have them.

`language_choices` and `default_language` are named in migrations: they do not move.
"""

from functools import cache
from pathlib import Path
from typing import Any

from django.conf import global_settings, settings
from django.db.models import Case, IntegerField, Q, Value, When
from django.utils.functional import lazy
from django.utils.text import capfirst
from django.utils.translation import get_language, get_language_info

from privacy.languages import LAST_RESORT, nearest, primary, text_in

_CATALOGUES = Path(__file__).parent / "locale"


def language_now() -> str:
    """Give the tag of the active language, such as "fi" or "en-gb"; English where none is active."""
    return get_language() or LAST_RESORT


def languages_of_app() -> tuple[str, ...]:
    """Give the languages that the texts of the app are in: those of its catalogues, and English."""
    return (*_folders(str(_CATALOGUES)), LAST_RESORT)


def speaks(language: str) -> bool:
    """Tell whether there are catalogues of a language, the app's own or the site's."""
    tags = [*languages_of_app(), *(tag for path in settings.LOCALE_PATHS for tag in _folders(str(path)))]
    return primary(language) in {primary(tag) for tag in tags}


def spoken(language: str) -> str:
    """Give the language to translate into for a reader of a language: itself, English where nobody speaks it.

    Django would fall back to the language of the site, the data files to English: a letter would mix the two.
    """
    return language if speaks(language) else LAST_RESORT


@cache
def _folders(path: str) -> tuple[str, ...]:
    folders = sorted(Path(path).iterdir()) if Path(path).is_dir() else []
    return tuple(folder.name.replace("_", "-").lower() for folder in folders if folder.is_dir())


def language_choices() -> list[tuple[str, Any]]:
    """Give the languages that records and letters can be in, with their names in the language of the moment.

    They are those of the site's content; of the app's texts where the site names none.
    """
    named = getattr(settings, "WAGTAIL_CONTENT_LANGUAGES", None)
    if not named and settings.LANGUAGES != global_settings.LANGUAGES:
        named = settings.LANGUAGES
    return list(named) if named else [(tag, language_name(tag)) for tag in languages_of_app()]


def own_language_choices() -> list[tuple[str, str]]:
    """Give the same languages by the names that they have for themselves."""
    return [(tag, own_name(tag)) for tag, _name in language_choices()]


def default_language() -> str:
    """Give the language of new records: that of the site."""
    return usable_language(settings.LANGUAGE_CODE)


def usable_language(language: str) -> str:
    """Give the language that a record can be in for a tag: the nearest one of the site, else the site's own."""
    tags = [tag for tag, _name in language_choices()]
    return nearest(tags, language) or nearest(tags, settings.LANGUAGE_CODE) or tags[0]


def language_name(tag: str) -> str:
    """Give the name of a language in the language of the moment; the tag itself where nobody knows it."""
    return str(dict(settings.LANGUAGES).get(tag) or _info(tag, "name_translated"))


def own_name(tag: str) -> str:
    """Give the name that a language has for itself, with a capital: "Suomi"; the tag itself where nobody knows it."""
    return capfirst(_info(tag, "name_local"))


def text_now(texts: dict[str, str]) -> str:
    """Choose a text from its languages for the reader of the moment."""
    return text_in(texts, language_now())


def lazy_text(texts: dict[str, str]) -> Any:
    """Give a text that is chosen from its languages when it is shown."""
    return lazy(text_now, str)(texts)


def language_first(language: str) -> Case:
    """Give an ordering that puts pages of a language before those of others; another region's come next."""
    code, same = "locale__language_code", primary(language)
    return Case(
        When(**{code: language}, then=Value(0)),
        When(Q(**{code: same}) | Q(**{f"{code}__startswith": f"{same}-"}), then=Value(1)),
        default=Value(2),
        output_field=IntegerField(),
    )


def _info(tag: str, name: str) -> str:
    try:
        return str(get_language_info(tag)[name])
    except KeyError:
        return tag
