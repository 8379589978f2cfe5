"""Checks of where data go (GDPR Art. 13(1)(e)-(f), 44-49)."""

from collections.abc import Iterator
from functools import cache

from privacy.notices.compliance.engine.finding import Hit, of_notice, of_section
from privacy.notices.compliance.engine.registry import check
from privacy.notices.compliance.engine.stems import Said, Words
from privacy.notices.compliance.engine.topics import speaks_of
from privacy.notices.compliance.engine.view import NoticeView, SectionView, Sentence
from privacy.notices.compliance.engine.vocabulary import CONSENT, NOT, OUTSIDE_EEA, REPEALED, RIGHTS_KEYS, UNION
from privacy.notices.sections.types import section_types

_TRANSFERRED = Words(
    fi=r"siirr|siirt|luovut|käsitellä|sijai|tallennet|säilyt",
    sv=r"överför|lämna|utlämn|överlåt|överlämna|behandla|finns|förvara|lagra",
    en=r"transfer|disclos|\bsent\b|\bsend|\bmoved?\b|process|stor|located|kept",
)
_UNLESS = Words(
    fi=r"\bellei|\bjollei|\bellemme|\bellet|\bpaitsi|pois lukien|lukuun ottamatta|säännönmukais|pääsääntö"
    r"|lähtökohtais|\byleensä|normaali|tavallisesti"
    r"|ensisijaisesti",
    sv=r"\bom (?:det |detta |de )?inte\b|såvida|\butom\b|\bförutom|med undantag|i regel|i allmänhet|i princip"
    r"|regelmässig|vanligtvis|normalt|i första hand",
    en=r"\bunless|\bexcept|generally|normally|regularly|as a rule|usually|typically|primarily|other than",
)
_SAFEGUARD = Words(
    fi=r"vakiolausek|vakiosopimuslausek|mallilausek|mallisopimuslausek|vakioehto|riittävyyspäätö"
    r"|riittävyyttä koskev|riittävän tietosuoja|riittävä tietosuoja"
    r"|tietosuojakehy|sitov\w{1,4} säänt|yritystä koskevat sitov|käytännesään|49 artikla"
    r"|asianmukaisiksi suojatoimi",
    sv=r"standardavtalsklausul|standardklausul|standardiserade dataskydd|adekvat skydd|adekvansbeslut"
    r"|beslut om adekvat|bindande företags"
    r"|ramen för dataskydd|uppförandekod|artikel 49|modellklausul",
    en=r"standard (?:contractual|data protection) clauses|model clauses|adequacy|adequate level"
    r"|binding corporate rules"
    r"|data privacy framework|code of conduct|article 49|art\.? 49",
    any=r"\bscc\b|\bsccs\b|\bbcr\b|\bdpf\b|data privacy framework",
)
_EXCLUDES = Said(NOT, _TRANSFERRED, OUTSIDE_EEA, unless=[_UNLESS])
_EXCLUDES_UNDER_HEADING = Said(
    NOT, Words(fi=r"siirr|siirt|luovut", sv=r"överför|lämna|utlämn", en=r"transfer|disclos"), unless=[_UNLESS]
)
_INSIDE = Said(
    Words(
        fi=r"\bvain\b|ainoastaan|yksinomaan|kaikki|pysyvät",
        sv=r"endast|\bbara\b|enbart|alla|stannar",
        en=r"\bonly\b|\ball\b|solely|stay|remain",
    ),
    Words(
        fi=r"\beu\b|\beta\b|\beu-|\beta-|suomessa|euroopan talousaluee",
        sv=r"inom eu|inom ees|inom europeiska|i finland|i sverige",
        en=r"(?:in|within) (?:the )?(?:eu|eea|european|finland)",
    ),
    unless=[_UNLESS, OUTSIDE_EEA],
)
_SPEAKS_OF_TRANSFER = Said(OUTSIDE_EEA, UNION, _TRANSFERRED)

_FRAMEWORK = Words(any=r"privacy[ -]shield|safe[ -]harbou?r")
_TAKEN_BACK = Words(
    fi=r"aiemm|aikaisemm|entis"
    r"|vanha\b",
    sv=r"tidigare|före detta|gamla",
    en=r"former|previous|earlier",
)
_RELIES_ON_FRAMEWORK = Said(_FRAMEWORK, unless=[REPEALED, NOT, _TAKEN_BACK])

_PUBLISH = Words(fi=r"julkais|julkist", sv=r"publicer|offentliggör", en=r"publish|publication")
_UNLESS_FORBIDDEN = Words(
    fi=r"(?:\bellei|\bjollei|\bellet|\bmikäli|\bjos)\b",
    sv=r"\bom (?:\w{1,20} ){0,3}inte\b|såvida|\bom du\b|\bom kunden\b",
    en=r"\bunless\b|\bif (?:you|the customer|the person)",
)
_FORBIDS = Words(
    fi=r"kiell|kieltä|kieltän"
    r"|vastusta",
    sv=r"förbj|motsätt|invänd|nekar",
    en=r"object|prohibit|forbid|opts? out|refus",
)
_BY_LAW = Words(
    fi=r"\blaki\b|lainsäädän"
    r"|viranomai",
    sv=r"\blag|lagstift|myndighet",
    en=r"\blaw\b|legislation|authorit",
)
_NOT_FORBIDDEN = Words(
    fi=r"\bellei|\bjollei|\bellet|\bei ole\b|\bet ole\b", sv=r"\binte\b|såvida", en=r"\bunless\b|\bnot\b|n['’]t\b"
)
_PUBLISHES_UNLESS = Said(_PUBLISH, _UNLESS_FORBIDDEN, _FORBIDS, _NOT_FORBIDDEN, unless=[_BY_LAW])

_MAY_DISCLOSE = Words(
    fi=r"(?:voidaan|voimme|saatetaan|saatamme|saa|saadaan) (?:\w{1,20} ){0,3}luovut(?!tamatta)|\bluovutamme"
    r"|\btietoja luovutetaan|luovutetaan (?:\w{1,20} ){0,2}tie",
    sv=r"(?:kan|får) (?:\w{1,20} ){0,3}(?:lämnas|lämna|överlåt|utlämn)|vi lämnar (?:ut|över)|uppgifter lämnas ut",
    en=r"(?:may|can|might) (?:\w{1,20} ){0,2}(?:disclos|share|be shared|be disclosed|pass)|we (?:disclose|share"
    r"|pass)",
)
_FOR_MARKETING = Words(
    fi=r"suoramarkkinoin|suoramaino|markkinointitarkoitu",
    sv=r"direktmarknadsför|direkt marknadsför|direktreklam|marknadsföringsändamål",
    en=r"direct marketing|marketing purposes",
)
_RIGHT_TO_FORBID = Words(
    fi=r"oikeus kieltää"
    r"|\bkieltää\b",
    sv=r"rätt att förbjuda",
    en=r"right to (?:object|prohibit)",
)
_DISCLOSES_FOR_MARKETING = Said(_MAY_DISCLOSE, _FOR_MARKETING, unless=[NOT, CONSENT, _RIGHT_TO_FORBID])


@check("PN019")
def recipients_missing(notice: NoticeView) -> Iterator[Hit]:
    """Neither recipients nor processors are named, nor is it said that there are none."""
    if not speaks_of(notice, "recipients", "processors"):
        yield of_notice()


@check("PN020")
def transfers_not_addressed(notice: NoticeView) -> Iterator[Hit]:
    """Nothing says whether data leave the EEA."""
    if not speaks_of(notice, "transfers"):
        yield of_notice()


@check("PN021")
def transfer_without_safeguard(notice: NoticeView) -> Iterator[Hit]:
    """The text leaves transfers open and names no safeguard; rows have PN075."""
    if any(notice.rows("transfers")):
        return
    where = notice.without(*RIGHTS_KEYS, "cookies")
    if Said(_SAFEGUARD).anywhere(where):
        return
    # The same sentence may stand in two sections: it is shown where it belongs.
    for section in sorted(where, key=lambda one: one.key != "transfers"):
        if words := _left_open(section):
            yield of_section(section, words)
            return


_JUST_NO = 3  # words: "Ei siirretä.", "Nej.", "No transfers."


def _left_open(section: SectionView) -> str:
    """Give the sentence that leaves transfers open, nothing where there is none."""
    own = section.key == "transfers" or "transfers" in section.covers
    closing = [_EXCLUDES, _INSIDE, *([_EXCLUDES_UNDER_HEADING] if own else [])]
    closed = False
    for sentence in section.sentences:
        just_no = own and len(sentence.low.split()) <= _JUST_NO and NOT.search(sentence.low, section.language)
        if just_no or any(rule.holds(sentence.low, section.language) for rule in closing):
            closed = True
        elif (match := _SPEAKS_OF_TRANSFER.holds(sentence.low, section.language)) and not _is_heading(sentence):
            return sentence.excerpt(match.start(), match.end())
    if section.key == "transfers" and section.sentences and not closed:
        return section.sentences[0].excerpt()
    return ""


@cache
def _headings() -> frozenset[str]:
    """Give the headings of recipients and transfers in all languages, in small letters."""
    kinds = [section_types()[key] for key in ("recipients", "transfers")]
    words = [word for kind in kinds for word in kind.heading.values()]
    words += [word for kind in kinds for synonyms in kind.synonyms.values() for word in synonyms]
    return frozenset(word.lower() for word in words)


def _is_heading(sentence: Sentence) -> bool:
    """Tell whether a line is a heading that was read as text: it names the matter and says nothing of it."""
    return sentence.low.strip(" .:0123456789") in _headings()


@check("PN022")
def invalid_transfer_framework(notice: NoticeView) -> Iterator[Hit]:
    """The text relies on Privacy Shield or Safe Harbour; saying that they were annulled is no reliance."""
    for section, words in _RELIES_ON_FRAMEWORK.find(notice.without("changes"), rows=True):
        yield of_section(section, words)


@check("PN024")
def opt_out_publication(notice: NoticeView) -> Iterator[Hit]:
    """Data are published unless the person forbids it; "unless the law forbids it" is another matter."""
    for section, words in _PUBLISHES_UNLESS.find(notice.sections):
        yield of_section(section, words)


@check("PN025")
def disclosure_for_marketing(notice: NoticeView) -> Iterator[Hit]:
    """Data may be disclosed to others for direct marketing, without consent."""
    for section, words in _DISCLOSES_FOR_MARKETING.find(notice.without(*RIGHTS_KEYS), rows=True):
        yield of_section(section, words)
