"""Tells Finnish, Swedish and English apart by their commonest words and the ends of the others."""

import re
from collections import Counter

_WORDS = {
    "fi": "ja on ei se että tai ovat joka tämä jos myös mutta sekä kuin hän voi voidaan tietoja tietojen "
    "henkilötietoja henkilötietojen rekisterin rekisterinpitäjä käsittely käsittelyn oikeus mukaan siitä ne olla kun "
    "asti varten tulee tiedot käsitellään rekisteröidyn rekisteröidyllä asiakkaan sivuston tarkoitus säilytetään itse",
    "sv": "och att det är som på för av till en inte med den om har kan ett eller i vi de från du dina våra uppgifter "
    "personuppgifter personuppgiftsansvarig behandling behandlas behandlingen registret registrets rätt enligt utan "
    "när vid ska dig din oss rättslig grund kontaktperson registrerade lagras uppgifterna namn samt ändamål",
    "en": "the of and to a in is that for it with as be are this by you not or from your we our have has may data "
    "personal processing controller information right rights will can which any us such register purpose name who",
}
_ENDS = {
    "fi": r"(?:aa|ää|ii|uu|yy|öö|nen|ssa|ssä|sta|stä|lla|llä|lle|lta|ltä|een|ien|jen|den|tty|ksi|tus|kset|inen|isto|teri|oite)$"
    r"|ä\w*ä|kk|tt\w|uo|yö",
    "sv": r"(?:tionen|ningen|ning|het|heten|ande|erna|arna|orna|ets|skap|ering|gatan|vägen|ades|are|isk|iskt|ligt|ns|rs)$|å|sk\w|ö\w*s",
    "en": r"(?:tion|ing|ity|ness|ies|ed|ly|ment|ers|er|ions|th|ates?)$|th|wh|sh|ght",
}
_SETS = {language: frozenset(words.split()) for language, words in _WORDS.items()}
_PATTERNS = {language: re.compile(ends) for language, ends in _ENDS.items()}


def language_of(text: str) -> str | None:
    """Give the language of a text; None when there are too few words to tell."""
    text = " ".join(word for word in text.split() if len(word) < 60 and "@" not in word and "www." not in word)
    counts = Counter(re.findall(r"[^\W\d_]{1,40}", text.lower()))
    scores = {
        language: sum(
            count * (3 if word in words else 1 if len(word) > 3 and _PATTERNS[language].search(word) else 0)
            for word, count in counts.items()
        )
        for language, words in _SETS.items()
    }
    best, second = sorted(scores.values(), reverse=True)[:2]
    return max(scores, key=lambda language: scores[language]) if best >= second + 4 else None
