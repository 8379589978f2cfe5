"""Tells Finnish, Swedish and English apart by their commonest words."""

import re
from collections import Counter

_WORDS = {
    "fi": "ja on ei se että tai ovat joka tämä jos myös mutta sekä kuin hän voi voidaan tietoja tietojen henkilötietoja "
    "henkilötietojen rekisterin rekisterinpitäjä käsittely käsittelyn oikeus mukaan siitä ne olla kun asti varten tulee "
    "tiedot käsitellään rekisteröidyn rekisteröidyllä asiakkaan sivuston yhteyshenkilö tarkoitus säilytetään oy",
    "sv": "och att det är som på för av till en inte med den om har kan ett eller i vi de från du dina våra uppgifter "
    "personuppgifter personuppgiftsansvarig behandling behandlas behandlingen registret rätt enligt utan när vid ska "
    "dig din oss rättslig grund kontaktperson registrerade lagras uppgifterna ab rf",
    "en": "the of and to a in is that for it with as be are this by you not or from your we our have has may data "
    "personal processing controller information right rights will can which any us such register purpose person",
}
_SETS = {language: frozenset(words.split()) for language, words in _WORDS.items()}
_SHARED = {"fi": "äö", "sv": "å", "en": ""}


def language_of(text: str) -> str | None:
    """Give the language of a text; None when there are too few words to tell."""
    counts = Counter(re.findall(r"[^\W\d_]+", text.lower()))
    scores = {language: sum(counts[word] for word in words) for language, words in _SETS.items()}
    if not any(scores.values()):
        return _by_letters(counts)
    best, second = sorted(scores.values(), reverse=True)[:2]
    if best == second:
        return _by_letters(counts)
    return max(scores, key=lambda language: scores[language])


def _by_letters(counts: Counter[str]) -> str | None:
    words = list(counts)
    if not words:
        return None
    double = sum(bool(re.search(r"(aa|ää|ii|uu|yy|ee|kk|tt|nen$|ien$|uus$|sta$|lle$)", word)) for word in words)
    if double * 3 >= len(words):
        return "fi"
    return "sv" if any("å" in word or word.endswith(("gifter", "ning", "het")) for word in words) else None
