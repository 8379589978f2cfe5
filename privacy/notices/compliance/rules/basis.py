"""Checks of why and on what basis data are processed (GDPR Art. 6, 7, 13(1)(c)-(d))."""

from collections.abc import Iterator

from privacy.notices.compliance.engine.finding import Hit, of_notice, of_section
from privacy.notices.compliance.engine.registry import check
from privacy.notices.compliance.engine.stems import Said, Words
from privacy.notices.compliance.engine.topics import covers, has_section, speaks_of
from privacy.notices.compliance.engine.view import NoticeView
from privacy.notices.compliance.engine.vocabulary import CONSENT, COOKIES, DIRECT_MARKETING, MARKETING, NOT, RIGHTS_KEYS

_ARTICLE_6 = Words(
    fi=r"\b6 artikl|\b6\. artikl|artikla 6\b|artiklan 6\b",
    sv=r"artikel 6\b|art\. 6\b",
    en=r"article 6\b|art\.? ?6\b",
)
_OTHER_BASES = Words(
    fi=r"sopimuk?s|lakisääte|laki(?:in|sääteinen)\b|lainsäädäntöön|oikeutettu\w{0,4} e[td]u|oikeutettujen etujen"
    r"|yleistä etua|yleisen edun|yleiseen etuun|julkisen vallan|julkisen tehtäv|elintärke",
    sv=r"avtal|rättslig\w{0,3} (?:förpliktelse|skyldighet)|lagstad|berättiga\w{0,3} intress|allmänt intresse"
    r"|allmänintress|myndighetsutöv|grundläggande intress|intresseavväg",
    en=r"\bcontract|legal obligation|statutory|legitimate interest|public interest|public task|official authority"
    r"|vital interest",
)
_CONSENT_AS_BASIS = Words(fi=r"suostumu", sv=r"samtyck", en=r"\bconsent")
_RESTS = Words(
    fi=r"perust|oikeusperus|käsittelyperus",
    sv=r"grunda|rättslig grund|grunden|stöd av|baserar|med stöd",
    en=r"basis|based on|grounds|rely on|relies",
)
_WITHOUT_CONSENT = Words(
    fi=r"ilman (?:\w{1,20} ){0,2}suostumu|\bei(?:vät)? perustu|\bemme perusta|suostumusta (?:ei|emme|en|eivät)\b"
    r"|\b(?:ei|emme|en|eivät) (?:\w{1,20} ){0,3}suostumu|suostumus ei",
    sv=r"utan (?:\w{1,20} ){0,2}samtyck|\b(?:inte|inget) (?:\w{1,20} ){0,3}samtyck"
    r"|samtycke (?:\w{1,20} ){0,2}inte\b",
    en=r"without (?:\w{1,20} ){0,2}consent|(?:\bnot|n['’]t) (?:\w{1,20} ){0,3}consent|\bno consent"
    r"|consent (?:is|are) not|consent (?:\w{1,20} ){0,2}(?:not|never)\b",
)
_OLD_ACT = Words(fi=r"henkilötietola", sv=r"personuppgiftslag", en=r"personal data act")
_PROCESSING = Words(fi=r"käsit", sv=r"behandl", en=r"process")
_BY_ACT = Words(
    fi=r"nojalla|perust|säädet|velvoi|mukaan|mukais",
    sv=r"stöd av|enligt|föreskriv|förplikt|skyld|grunda",
    en=r"\bunder\b|accord|requir|oblig|based",
)
_SAYS_BASIS = (
    Said(_OTHER_BASES, unless=[_OLD_ACT]),
    Said(_CONSENT_AS_BASIS, unless=[_WITHOUT_CONSENT, _OLD_ACT]),
    Said(Words(any=r"\b\d{1,4}/(?:19|20)\d\d\b"), _BY_ACT, unless=[_OLD_ACT, Words(any=r"\b523/1999")]),
)
_SAYS_RESTING = (
    Said(_RESTS, _OTHER_BASES, _PROCESSING, unless=[_OLD_ACT]),
    Said(_RESTS, _CONSENT_AS_BASIS, _PROCESSING, unless=[_WITHOUT_CONSENT, _OLD_ACT]),
)
_WHERE_BASIS_STANDS = ("purposes", "legal_basis", "legitimate_interests", "introduction", "special_categories", "other")
_WHERE_NO_BASIS_STANDS = ("security", "security_electronic", "security_manual", "cookies")

_INTEREST = Words(
    fi=r"oikeutettu\w{0,4} e[td]u|oikeutettujen etujen", sv=r"berättiga\w{0,3} intress", en=r"legitimate interest"
)
_DESCRIBED = Words(
    fi=r"tasapainotesti|punni|intressivertailu|oikeutettu (?:etumme|etu) on\b|oikeutettuna etuna|etumme on\b"
    r"|oikeutettuja etujamme ovat",
    sv=r"intresseavväg|avväg|berättigade intresse (?:är|består|av att|att|i att)|berättigade intressen (?:är"
    r"|består)|vårt intresse (?:är|består)|våra intressen (?:är|består)",
    en=r"balanc|legitimate interests? (?:is|are|in|of)\b|our interests? (?:is|are)\b|weighed",
)

_ELECTRONIC = Words(
    fi=r"sähköi|sähköpost|tekstivies|uutiskir|sms",
    sv=r"elektronisk|e-post|sms|textmeddel|nyhetsbrev",
    en=r"electronic|e-?mail|sms|text message|newsletter",
)
_ONLY_COMPANIES = Words(
    fi=r"(?:vain|ainoastaan) (?:\w{1,30} ){0,3}(?:yrity|yhteisö|organisaati|elinkeino)|kohdist(?:uu|amme"
    r"|etaan) (?:\w{1,30} ){0,3}(?:yrity|organisaati)"
    r"|yrityksille ja (?:muille )?yhteisöille|yritysten päättäj",
    sv=r"(?:endast|bara|enbart) (?:\w{1,30} ){0,3}(?:företag|organisation|samfund)"
    r"|riktas (?:\w{1,30} ){0,3}till (?:företag|organisation)",
    en=r"only (?:\w{1,30} ){0,3}(?:compan|business|organi[sz]ation)|to (?:companies|businesses|organi[sz]ations)\b",
)
_PERMITTED = Words(
    fi=r"suostumu|suostunu|luvalla|\blupa\b|\blupaa\b|\bluvan\b|samankaltais|vastaavi|omien tuotte"
    r"|asiakassuhdepoikk|200 §|tilan(?:nut|neille|neet)|tilaajill",
    sv=r"samtyck|tillstånd|liknande (?:produkt|vara|tjänst)|motsvarande|egna (?:produkt|vara|tjänst)|200 §"
    r"|prenumer|beställt",
    en=r"consent|permission|opt-?in|similar (?:product|good|service)|existing customer|subscri|section 200",
)
_MARKETS_ELECTRONICALLY = Said(MARKETING, _ELECTRONIC, unless=[NOT, _ONLY_COMPANIES, _PERMITTED])
_MAY_MARKET = Said(_PERMITTED, MARKETING)
_MARKETS_DIRECTLY = Said(DIRECT_MARKETING, unless=[NOT])
_PURPOSE_KEYS = ("purposes", "legal_basis", "direct_marketing", "introduction", "other")

_CONDITIONAL = Words(
    fi=r"\bjos käsittely|\bkun käsittely|siltä osin kuin",
    sv=r"\bom behandlingen|\bnär behandlingen",
    en=r"\b(?:if|where|when) (?:the )?processing",
)
_OTHERS_CONSENT = Words(
    fi=r"huoltaj\w{0,5} suostumu|vanhem\w{0,8} suostumu|edunvalvoj\w{0,5} suostumu",
    sv=r"vårdnadshavar\w{0,5} samtyck|föräld\w{0,8} samtyck",
    en=r"(?:parent|guardian)\w{0,3}['’]?s? consent|parental consent|consent of (?:the |a )?(?:parent|guardian)",
)
_USES_CONSENT = Said(CONSENT, unless=[_WITHOUT_CONSENT, _OTHERS_CONSENT, COOKIES, _CONDITIONAL])
CONSENT_BASES = frozenset(["consent", "art9_explicit_consent"])


def bases_in_words(notice: NoticeView) -> bool:
    """Tell whether the text gives a legal basis, by its article or in words."""
    if Said(_ARTICLE_6).anywhere(notice.sections, rows=True):
        return True
    where, elsewhere = notice.of_key(*_WHERE_BASIS_STANDS), notice.without(*RIGHTS_KEYS, *_WHERE_NO_BASIS_STANDS)
    return any(said.anywhere(where) for said in _SAYS_BASIS) or any(said.anywhere(elsewhere) for said in _SAYS_RESTING)


def rests_in_words(notice: NoticeView, words: Words) -> bool:
    """Tell whether the text gives one of certain legal bases, in the words for it; a denial of it is none."""
    denied = (_WITHOUT_CONSENT, _OLD_ACT, NOT)
    where, elsewhere = notice.of_key(*_WHERE_BASIS_STANDS), notice.without(*RIGHTS_KEYS, *_WHERE_NO_BASIS_STANDS)
    resting = Said(_RESTS, words, _PROCESSING, unless=denied)
    return Said(words, unless=denied).anywhere(where) or resting.anywhere(elsewhere)


def rests_on_interests(notice: NoticeView) -> bool:
    """Tell whether the text names legitimate interests as a basis."""
    return Said(_INTEREST, unless=[NOT]).anywhere(notice.without(*RIGHTS_KEYS))


def interests_described(notice: NoticeView) -> bool:
    """Tell whether a section, each row that rests on them, or a sentence says which interests are meant."""
    rows = [row for _section, row in notice.rows("purposes") if row.get("legal_basis") == "legitimate_interests"]
    in_rows = bool(rows) and all(row.get("interest") for row in rows)
    return in_rows or has_section(notice, "legitimate_interests") or Said(_DESCRIBED).anywhere(notice.sections)


@check("PN011")
def purposes_missing(notice: NoticeView) -> Iterator[Hit]:
    """Nothing says what the data are used for."""
    if not speaks_of(notice, "purposes"):
        yield of_notice()


@check("PN012")
def legal_basis_missing(notice: NoticeView) -> Iterator[Hit]:
    """No structured legal basis, no article, and none in words."""
    if not notice.bases and not bases_in_words(notice):
        yield of_notice()


@check("PN013")
def legitimate_interest_not_described(notice: NoticeView) -> Iterator[Hit]:
    """Legitimate interests are a basis, and neither a section nor a sentence says which; rows have PN073."""
    in_rows = any(row.get("legal_basis") == "legitimate_interests" for _section, row in notice.rows("purposes"))
    if in_rows or interests_described(notice):
        return
    for section, words in Said(_INTEREST, unless=[NOT]).find(notice.without(*RIGHTS_KEYS)):
        yield of_section(section, words)
        return
    if "legitimate_interests" in notice.bases:
        yield of_notice()


@check("PN014")
def marketing_email_without_consent_basis(notice: NoticeView) -> Iterator[Hit]:
    """Electronic direct marketing to people, and neither consent nor the exception for customers is named."""
    where = notice.without(*RIGHTS_KEYS, "data_categories", "sources", "recipients")
    if "consent" in notice.bases or _MAY_MARKET.anywhere(notice.without("data_categories"), rows=True):
        return
    if Said(MARKETING, _ONLY_COMPANIES).anywhere(where, rows=True):
        return
    for section, words in _MARKETS_ELECTRONICALLY.find((s for s in where if s.key in _PURPOSE_KEYS), rows=True):
        yield of_section(section, words)
        return


@check("PN015")
def withdraw_consent_missing(notice: NoticeView) -> Iterator[Hit]:
    """Consent is used, and nothing says that it can be withdrawn."""
    if speaks_of(notice, "right_to_withdraw_consent"):
        return
    if (notice.bases | notice.special_bases) & CONSENT_BASES:
        yield of_notice()
        return
    for section, words in _USES_CONSENT.find(notice.without(*RIGHTS_KEYS, "cookies", "automated_decisions"), rows=True):
        yield of_section(section, words)
        return


@check("PN033")
def marketing_objection_missing(notice: NoticeView) -> Iterator[Hit]:
    """Direct marketing is a purpose, and nothing says that it can be objected to (Art. 21(2)-(4))."""
    if speaks_of(notice, "right_to_object_marketing"):
        return
    if notice.marketing or covers(notice, "direct_marketing"):
        yield of_notice()
        return
    for section, words in _MARKETS_DIRECTLY.find(notice.of_key(*_PURPOSE_KEYS), rows=True):
        yield of_section(section, words)
        return
