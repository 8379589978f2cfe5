"""Whether a notice speaks of a matter: by a section, by what a section is known to cover, or by its words."""

from collections.abc import Iterable

from privacy.notices.compliance.engine.stems import Said, Words
from privacy.notices.compliance.engine.view import NoticeView, SectionView
from privacy.notices.compliance.engine.vocabulary import (
    COOKIES,
    DIRECT_MARKETING,
    MARKETING,
    NOT,
    OUTSIDE_EEA,
    RIGHT,
    RIGHTS_KEYS,
    UNION,
)

KEPT = Words(
    fi=r"säily|arkisto|poist|hävit|tuhot|tallessa",
    sv=r"lagra|förvar|bevara|gallra|radera|arkiv|sparas|sparar|utplåna",
    en=r"\bstor|\bkept\b|\bkeep|retain|retention|delet|eras|archiv|dispos|destroy",
)
PERIOD = Words(
    fi=r"\d\s?(?:-|–)?\s?\d{0,3}\s?(?:v\b|vuo|kuukau|kk\b|päiv|vrk|viikko)|niin kauan|niin pitkään|\bkunnes\b"
    r"|\basti\b|\bsaakka\b|pysyvästi"
    r"|(?:yhden|kahden|kolmen|neljän|viiden|kuuden|kymmenen|vuoden|kuukauden) (?:vuoden|kuukauden|kuluttua|ajan"
    r"|kuluessa|jälkeen)"
    r"|(?:kaksi|kolme|neljä|viisi|kuusi|kymmenen) (?:vuotta|kuukautta)|säilytysaika|kun (?:niitä|tietoja) ei enää"
    r"|vanhentu",
    sv=r"\d\s?(?:-|–)?\s?\d{0,3}\s?(?:år|månad|dag|dygn|veck)|så länge|tills|\bfram till\b|varaktigt|permanent"
    r"|(?:ett|två|tre|fyra|fem|sex|tio) (?:år|månader)|förvaringstid|lagringstid|när (?:de"
    r"|uppgifterna) inte längre|preskri",
    en=r"\d\s?(?:-|–)?\s?\d{0,3}\s?(?:year|month|day|week)|as long as|until|permanently|for the duration"
    r"|(?:one|two|three|four|five|six|ten) (?:year|month)|retention period|no longer (?:need|necess)"
    r"|limitation period",
)
PURPOSE = Words(
    fi=r"tarkoitu|käytämme (?:henkilö)?tieto|käsittelemme (?:\w{1,20} ){0,2}\w{0,20}tieto",
    sv=r"ändamål|syfte|använder vi|vi använder|vi behandlar",
    en=r"purpose|we use|we process|is used to|are used to",
)
DISCLOSED = Words(
    fi=r"luovut|vastaanottaj|jaamme|annamme tieto|siirrämme tieto",
    sv=r"lämna(?:s|r)? (?:inte |vi )?(?:ut|vidare|över)|utlämn|mottagare|överlåt|delar (?:vi )?(?:uppgift|inte)",
    en=r"disclos|recipient|\bshare|pass on|hand over",
)
CATEGORY = Words(
    fi=r"tietosisält|tietoryhm|seuraav\w{1,4} (?:henkilö)?tieto|käsiteltäv\w{1,4} (?:henkilö)?tie",
    sv=r"kategorier av (?:person)?uppgift|följande (?:person)?uppgift|(?:person)?uppgifter som behandlas",
    en=r"categories of (?:personal )?data|following (?:personal )?(?:data|information)|(?:data"
    r"|information) we (?:collect|process)",
)
SOURCE = Words(
    fi=r"tietolähte|\blähteet|tiedot saadaan|tietoja saadaan|saamme tie|tiedot saamme|tiedot kerätään|keräämme tie"
    r"|tietoja kerätään|tiedot tulevat|tiedot annat",
    sv=r"uppgiftskäll|källor|får vi uppgift|vi får uppgift|uppgifterna (?:fås|samlas|kommer)"
    r"|saml(?:ar|as) (?:vi )?in (?:\w{1,20} ){0,2}(?:från|av)\b",
    en=r"\bsources?\b|we (?:get|receive|obtain)|(?:is|are) (?:obtained|collected|received) from"
    r"|collect (?:\w{1,20} ){0,3}from",
)
GIVEN = Words(
    fi=r"\bantaminen\b|\bantamista\b|\bilmoittaminen\b|\bpakko\b",
    sv=r"\blämnandet\b|\bobligatorisk|\bfrivillig",
    en=r"\boptional\b|\bvoluntary\b|\bmandatory\b|\bcannot\b",
)
GIVING = Words(
    fi=r"tieto\w{0,4} antami|tietojen luovuttamatta|antaa tie|jätä\w{0,3} tie\w{0,4} antamatta|antamatta jättämi"
    r"|ilman (?:\w{1,20} ){0,2}\w{0,12}tietoja"
    r"|et anna|ellet anna|jos tietoja ei anneta|tietoja ei ole pakko|pakollis\w{0,6} tie",
    sv=r"lämna(?:r|s)? (?:inte |du )?(?:\w{1,20} ){0,3}uppgift|uppgifter lämnas|uppge|obligatoriska uppgift"
    r"|utan (?:\w{1,20} ){0,2}uppgift|uppgifterna är (?:frivill|obligat)",
    en=r"provi(?:de|ding|sion)|giving|\bgive\b|without (?:the|these|this|your) (?:\w{1,20} )?(?:data|information"
    r"|details)",
)
OBLIGED = Words(
    fi=r"pakoll|edellyt|vapaaehtoi|välttämät|vaatimu|velvolli|emme voi|ei voi|seuraukse|lakisääte|\bpakko",
    sv=r"obligator|förutsätt|frivillig|nödvändig|krav|skyldig|kan vi inte|kan inte|inte kan|följd|lagstad|krävs"
    r"|måste|behöver",
    en=r"mandatory|oblig|voluntar|necessary|require|statut|contractual|cannot|can't|unable|consequence|optional",
)
SEE = Words(
    fi=r"tarkist|tarkast|pääsy|tutustua|saada (?:tie|jälj|kopi|vahvist)|nähdä|jäljennö|mitä tietoja",
    sv=r"tillgång|insyn|får se\b|\bse (?:de |dina |vilka )?uppgift|kontroller|registerutdrag|få veta|\bkopia"
    r"|ta del|granska|bekräftelse",
    en=r"\baccess|inspect|\bcopy\b|know (?:what|whether)|check (?:what|the|your)",
)
CORRECT = Words(
    fi=r"oikais|korjat|korjau|korjaa|täydenn",
    sv=r"\brätta|rättelse|korriger|komplettera",
    en=r"rectif|correct|amend",
)
ERASE = Words(
    fi=r"poist(?:am|aa|et|os|av|u|o)|unohdet|hävit",
    sv=r"radera|radering|glömd|utplån|tas bort",
    en=r"\beras|delet|forgotten|remov",
)
RESTRICT = Words(fi=r"rajoit", sv=r"begräns", en=r"restrict")
PORT = Words(
    fi=r"järjestelmästä toiseen|siirrettävy|siirto-oikeu|koneluettav|siirret\w{0,4} toise|toiseen järjestelm"
    r"|siirtää (?:\w{1,20} ){0,3}(?:toiselle|toiseen)"
    r"|koneellisesti luettav",
    sv=r"dataportab|portabil|överför\w{0,4} (?:\w{1,20} ){0,4}till en annan|maskinläsbar|flytta",
    en=r"portab|machine-readable|transfer\w{0,4} (?:\w{1,20} ){0,4}to another|transmit",
)
OBJECT = Words(fi=r"vastust", sv=r"invänd|motsätt|göra invändning", en=r"\bobject\b|\bobjection")
OWN_SITUATION = Words(
    fi=r"erityi|tilante|\bmyös\b|sekä|lisäksi",
    sv=r"situation|särskild|också|dessutom|\bsamt\b",
    en=r"situation|particular|also|as well",
)
REFUSE = Words(
    fi=r"kieltä|kielto|kiellon|kieltoa|vastust|estää|peruut|perua|poistua list",
    sv=r"förbjud|förbud|invänd|motsätt|avböj|avregistrer|avbeställ|avsäg|säga nej|tacka nej",
    en=r"\bobject|opt(?:ing)?[ -]out|unsubscribe|refuse|decline|prohibit|forbid|withdraw|stop",
)
WITHDRAW = Words(
    fi=r"peruut|\bperua\b|\bperu\b|perumi|peruu|perumalla|vetää (?:\w{1,20} ){0,2}pois"
    r"|vetää (?:\w{1,20} ){0,2}takaisin",
    sv=r"återkall|återta|ta tillbaka|dra tillbaka|drar tillbaka",
    en=r"withdraw|revoke|retract",
)
CONSENT_OR_TIME = Words(
    fi=r"suostumu|\blupa\b|\blupaa\b|\blupasi\b|\bluvan\b|milloin tahansa|koska tahansa",
    sv=r"samtyck|tillstånd|när som helst",
    en=r"consent|permission|any time",
)
DECIDED = Words(fi=r"automaatti|automatis|automatisoi", sv=r"automatis|automatiskt", en=r"automat")
DECISION = Words(fi=r"päätö|päätt|päätet", sv=r"beslut", en=r"decision|decid")
CONTACT_US = Words(
    fi=r"\bota yhtey|ottamalla yhtey|ottaa yhtey|yhteydenot|lomakkeella|\bkirjoita meille|\bsoita\b|käänny\b",
    sv=r"\bkontakta\b|\bhör av dig|\bskriv till|\bring\b|formuläret|\bvänd dig",
    en=r"\bcontact (?:us|the|our)|\be-?mail us|\bwrite to|\bcall us|use the form|with the form|get in touch",
)
DO = Words(
    fi=r"tehdä|teh(?:dään|tävä)|lähet|osoit|toimit|yhtey|ilmoit|pyydä|pyytää|esittää|ottamalla|käyttää",
    sv=r"\bgör|göra|skick|kontakt|riktas|lämna|anmäl|utöva|\bsänd|meddel",
    en=r"\bmake|made\b|send|sent|contact|submit|exercis|\buse\b|write to|writ",
)
WHERE = Words(
    fi=r"pyyn|pyydä|kielto|kiellon|oikeuks|vaatimu|ilmoitu",
    sv=r"begär|rättighet|förbud|anhållan",
    en=r"request|rights\b|prohibition",
)

_ABOUT_DATA = (
    "purposes",
    "legal_basis",
    "legitimate_interests",
    "data_categories",
    "sources",
    "mandatory_data",
    "recipients",
    "processors",
    "transfers",
    "retention",
    "security",
    "security_manual",
    "security_electronic",
    "cookies",
    "direct_marketing",
)
_EVERYWHERE: tuple[str, ...] = ()
# What tells the key of a matter from the words of a text: where not to look, and what stands together in a sentence.
_SAID: dict[str, tuple[tuple[str, ...], Said]] = {
    "purposes": (RIGHTS_KEYS, Said(PURPOSE)),
    "data_categories": (RIGHTS_KEYS, Said(CATEGORY)),
    "sources": (RIGHTS_KEYS, Said(SOURCE)),
    "mandatory_data": (RIGHTS_KEYS, Said(GIVING, OBLIGED)),
    "recipients": (RIGHTS_KEYS, Said(DISCLOSED)),
    "transfers": (RIGHTS_KEYS, Said(OUTSIDE_EEA, UNION)),
    "retention": ((*RIGHTS_KEYS, "cookies"), Said(KEPT, PERIOD)),
    "automated_decisions": (RIGHTS_KEYS, Said(DECIDED, DECISION)),
    "right_of_access": (_ABOUT_DATA, Said(SEE, RIGHT)),
    "right_to_rectification": (_EVERYWHERE, Said(CORRECT, RIGHT)),
    "right_to_erasure": (("retention", "cookies"), Said(ERASE, RIGHT)),
    "right_to_restriction": (_EVERYWHERE, Said(RESTRICT, RIGHT)),
    "right_to_portability": (("transfers",), Said(PORT, RIGHT)),
    "right_to_object": (_EVERYWHERE, Said(OBJECT, RIGHT, unless=[MARKETING])),
    "right_to_object_marketing": (_EVERYWHERE, Said(REFUSE, MARKETING)),
    "right_automated_decisions": (_EVERYWHERE, Said(DECIDED, DECISION, RIGHT)),
    "right_to_withdraw_consent": (("cookies",), Said(WITHDRAW, CONSENT_OR_TIME)),
    "exercising_rights": (_ABOUT_DATA, Said(WHERE, DO)),
    "cookies": (_EVERYWHERE, Said(COOKIES)),
    "direct_marketing": (RIGHTS_KEYS, Said(DIRECT_MARKETING, unless=[NOT])),
}
# What tells it in sections of some types only.
_SAID_ELSEWHERE: dict[str, tuple[tuple[str, ...], Said]] = {
    "right_to_object": ((*RIGHTS_KEYS, "other"), Said(OBJECT, OWN_SITUATION, RIGHT)),
    "right_of_access": (RIGHTS_KEYS, Said(SEE)),
    "right_to_rectification": (RIGHTS_KEYS, Said(CORRECT)),
    "right_to_erasure": (RIGHTS_KEYS, Said(ERASE)),
    "right_to_restriction": (RIGHTS_KEYS, Said(RESTRICT)),
    "right_to_portability": (RIGHTS_KEYS, Said(PORT)),
    "exercising_rights": (RIGHTS_KEYS, Said(CONTACT_US)),
    "mandatory_data": (("mandatory_data", "sources", "data_categories"), Said(GIVEN, OBLIGED)),
}


def has_section(notice: NoticeView, *keys: str) -> bool:
    """Tell whether a section of one of the types has words."""
    return bool(notice.of_key(*keys))


def covers(notice: NoticeView, *keys: str) -> bool:
    """Tell whether a section of one of the types has words, or one of another type is known to cover it."""
    wanted = frozenset(keys)
    return any(
        not section.is_empty and (section.key in wanted or wanted & section.covers) for section in notice.sections
    )


def speaks_of(notice: NoticeView, *keys: str) -> bool:
    """Tell whether the notice covers one of the matters, or says it in the words of another section."""
    return covers(notice, *keys) or any(_says(notice, key) for key in keys)


def _says(notice: NoticeView, key: str) -> bool:
    if key not in _SAID:
        return False
    elsewhere, said = _SAID[key]
    where = notice.without(*elsewhere)
    if said.anywhere(where, rows=True) or _heads(where, said):
        return True
    more = _SAID_ELSEWHERE.get(key)
    return more is not None and more[1].anywhere(notice.of_key(*more[0]))


def _heads(sections: Iterable[SectionView], said: Said) -> bool:
    """Tell whether a heading says it, such as "Muut oikeudet: tietojen poistaminen"."""
    return any(
        not section.is_empty and said.holds(section.heading.lower(), section.language) is not None
        for section in sections
    )
