"""Which text serves a language tag: pure, so that the importer's reader and the engine of the checks can ask it."""

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeVar

LAST_RESORT = "en"

Text = TypeVar("Text")


def primary(language: str | None) -> str:
    """Give the language of a tag without script and region: "en" for "en-gb" and "en_GB"; empty for none."""
    return _tag(language).partition("-")[0]


def text_in(texts: Mapping[str, Text], language: str | None, *, otherwise: str | None = "") -> Text:
    """Give the text that serves a language; one that is there but empty only where no other is written.

    In this order: the tag itself, its language ("en-gb": "en"), the same of `otherwise` (the language of the notice
    or record that it is about), English, whatever there is. Raises ValueError only where there are no texts at all.
    """
    there = [texts[tag] for tag in _served_by(texts, language, otherwise)]
    if not there:
        raise ValueError("there is no text in any language")
    return next((text for text in there if text), there[0])


def nearest(tags: Iterable[str], language: str | None) -> str | None:
    """Give the tag that serves a language: itself, its language, or another region's; None where none does."""
    known = list(tags)
    wanted = _tag(language)
    for serves in (
        lambda tag: _tag(tag) == wanted,
        lambda tag: _tag(tag) == primary(wanted),
        lambda tag: primary(tag) == primary(wanted),
    ):
        if found := next((tag for tag in known if serves(tag)), None):
            return found
    return None


def _tag(language: str | None) -> str:
    return (language or "").replace("_", "-").lower()


def _served_by(texts: Mapping[str, object], language: str | None, otherwise: str | None) -> Iterator[str]:
    wanted = (_tag(language), primary(language), _tag(otherwise), primary(otherwise), LAST_RESORT)
    yield from (tag for tag in wanted if tag in texts)
    yield from texts
