"""What the text of a section says beyond what the system fills in there: nothing of a document is dropped."""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import phonenumbers
from bs4 import BeautifulSoup
from phonenumbers import Leniency, PhoneNumberMatcher

from privacy.importer.rich_text import paragraphs_of, plain
from privacy.registers.countries import home_country

_WORD = re.compile(r"\w+(?:[-.’']\w+)*")
_ADDRESS = ("street_address", "postal_code", "city", "postal_address")
_CARD = ("name", "title", "business_id", *_ADDRESS, "phone", "email", "website")
# Words that only say which fact follows, or join facts: they are not lost when the fact is kept.
_LABELS = frozenset((Path(__file__).parent / "data" / "labels.txt").read_text(encoding="utf-8").split())


def text_beyond(html: str, filled: Iterable[dict[str, Any]]) -> str:
    """Give the paragraphs of a text that hold more than the details that are filled in anyway.

    `filled` are the parts of a section as in `Section.filled`. A paragraph stays whole or goes whole.
    """
    told = [text for part in filled for text in _shown(part)]
    words = {word for value in told for word in _words(value)}
    phones = {number for value in told for number in _phones(value)}
    return "".join(part for part in paragraphs_of(html) if not _is_told(part, words, phones, told))


def _is_told(html: str, words: set[str], phones: set[str], told: list[str]) -> bool:
    links = [str(link.get("href", "")) for link in BeautifulSoup(html, "html.parser").find_all("a")]
    if not all(_is_address_told(address, told, phones) for address in links):
        return False
    text = _without_told(plain(html), told)
    for match in sorted(_phone_matches(text), key=lambda match: -match.start):
        if _e164(match.number) in phones:
            text = f"{text[: match.start]} {text[match.end :]}"
    return set(_words(text)) <= words | _LABELS


def _without_told(text: str, told: list[str]) -> str:
    """Take out what is told word for word: the number of a house before a telephone number is no part of it."""
    for value in sorted(told, key=len, reverse=True):
        text = re.sub(rf"(?<!\w){re.escape(value)}(?!\w)", " ", text, flags=re.IGNORECASE)
    return text


def _is_address_told(address: str, told: list[str], phones: set[str]) -> bool:
    scheme, _colon, rest = address.partition(":")
    if scheme == "tel":
        return bool(set(_phones(rest)) & phones)
    if scheme == "mailto":
        return rest.casefold() in {value.casefold() for value in told}
    bare = {value.partition("://")[2].strip("/").casefold() for value in told if "://" in value}
    return address.partition("://")[2].strip("/").casefold() in bare


def _shown(part: dict[str, Any]) -> list[str]:
    """Give the texts that a card or a list of names prints."""
    if part["type"] == "names":
        return [text for item in part["items"] for text in (item["name"], item["concerns"])]
    if part["type"] != "card":
        return []
    hidden = set() if part.get("street_address") or part.get("city") else {"postal_code"}
    return [part[name] for name in _CARD if name not in hidden and part.get(name)]


def _words(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(text)]


def _phone_matches(text: str) -> Iterable[Any]:
    return PhoneNumberMatcher(text, home_country(), Leniency.POSSIBLE)


def _phones(text: str) -> list[str]:
    return [_e164(match.number) for match in _phone_matches(text)]


def _e164(number: Any) -> str:
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
