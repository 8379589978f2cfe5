"""Checks of what is said about cookies (ePrivacy Directive Art. 5(3), Act 917/2014 s. 205)."""

from collections.abc import Iterator

from privacy.notices.compliance.engine.finding import Hit, of_section
from privacy.notices.compliance.engine.registry import check
from privacy.notices.compliance.engine.stems import Said, Words
from privacy.notices.compliance.engine.topics import has_section
from privacy.notices.compliance.engine.view import NoticeView
from privacy.notices.compliance.engine.vocabulary import COOKIES, NOT, RIGHTS_KEYS

_BY_USE = Words(
    fi=r"käyttämällä (?:\w{1,20} ){0,2}(?:\w{0,10}sivu|\w{0,10}palvelu)|(?:sivu|palvelu)\w{0,10} (?:käyttämällä"
    r"|jatkamalla)|jatkamalla|selaamalla|jatkaessasi"
    r"|käyttäessäsi",
    sv=r"genom att (?:använda|fortsätta|besöka|surfa)|(?:när|om) du (?:använder|fortsätter)|fortsatt användning",
    en=r"by (?:using|continuing|browsing|visiting)|continued use|if you continue",
)
_ACCEPT = Words(fi=r"hyväksy|suostu", sv=r"godkänn|accepter|samtyck", en=r"accept|agree|consent")
_ACCEPTS_BY_USE = Said(_BY_USE, _ACCEPT, unless=[NOT])
_ACCEPTS_COOKIES_BY_USE = Said(_BY_USE, _ACCEPT, COOKIES, unless=[NOT])

_BROWSER = Words(fi=r"selai(?:m|n|nt|nas|nten)\w{0,6}", sv=r"webbläsar|läsare", en=r"browser")
_SETTINGS = Words(
    fi=r"aset|estä|kieltä|poist|hallit",
    sv=r"inställning|blocker|stänga av|hindra|radera",
    en=r"setting|block|disable|refus|delet",
)
_IN_BROWSER = Said(_BROWSER, _SETTINGS)
_CHOICE_OFFERED = Words(
    fi=r"suostumu|evästeaset|evästebanner|evästeilmoitu|evästehallin|evästeikkun|evästepainik|hyväksyt vain"
    r"|\bsallit|sivun alareuna|ainoastaan välttämättöm|vain välttämättöm|kuin välttämättöm|ovat välttämättöm"
    r"|vain teknis",
    sv=r"samtyck|kakinställning|cookieinställning|cookiebanner|kakbanner|endast nödvändiga|än (?:de )?nödvändiga"
    r"|bara nödvändiga"
    r"|nödvändiga kakor är de enda|väljer du",
    en=r"consent|cookie (?:settings|banner|notice|preferences|panel)|(?:only"
    r"|than) (?:the )?(?:strictly )?(?:necessary|essential)"
    r"|you choose",
)
_NOT_USED = Said(COOKIES, NOT, Words(fi=r"käyt|aset|tallen", sv=r"använd|lagra", en=r"\buse|set\b|stor"))
_OWN_POLICY = Words(
    fi=r"evästekäytän|evästeselost|evästesivu|evästeilmoitu|evästetieto",
    sv=r"kakpolicy|cookiepolicy|kaksida|cookie-policy",
    en=r"cookie (?:policy|notice|statement|page)",
)
_NOT_IDENTIFIED = Words(fi=r"tunnist|yksilöidä|yksilöi|henkilöidä", sv=r"identifier", en=r"identif")
_VISITOR = Words(
    fi=r"eväst|kävij|vierailij|käyttäj|tilasto|statisti|data",
    sv=r"\bkak|cookie|besökar|använd|statistik",
    en=r"cookie|visitor|user|statistic|\bdata",
)
_MADE_ANONYMOUS = Words(
    fi=r"anonym|anonyym|nimettöm|lyhen|peitet|koonti|koostet|summataso|ip-osoit\w{0,4} (?:\w{1,20} ){0,3}(?:poist"
    r"|ei)|\bjälkeen\b|mukanamme",
    sv=r"anonym|förkort|maskera|aggreg|sammanställ|ip-adress\w{0,4} (?:\w{1,20} ){0,3}(?:tas|raderas|lagras inte)",
    en=r"anonym|truncat|shorten|mask|aggregat|ip address\w{0,2} (?:\w{1,20} ){0,3}(?:removed|deleted|not)",
)
_CLAIMS_NOT_PERSONAL = Said(_NOT_IDENTIFIED, NOT, _VISITOR, unless=[_MADE_ANONYMOUS])


@check("PN058")
def cookie_consent_by_use(notice: NoticeView) -> Iterator[Hit]:
    """Using the site is taken for consent to cookies (C-673/17 Planet49)."""
    for section in notice.sections:
        said = _ACCEPTS_BY_USE if section.key == "cookies" else _ACCEPTS_COOKIES_BY_USE
        for _section, words in said.find([section]):
            yield of_section(section, words)


@check("PN059")
def cookie_browser_settings_only(notice: NoticeView) -> Iterator[Hit]:
    """The browser's settings are the only way that is told to refuse cookies."""
    where = [section for section in notice.sections if COOKIES.search(section.all_low, section.language)]
    if any(_CHOICE_OFFERED.search(section.all_low, section.language) for section in where):
        return
    for section, words in _IN_BROWSER.find(where):
        yield of_section(section, words)
        return


@check("PN060")
def cookies_without_section(notice: NoticeView) -> Iterator[Hit]:
    """Cookies are mentioned, without a section of their own and without a policy elsewhere."""
    if has_section(notice, "cookies") or _NOT_USED.anywhere(notice.sections) or _OWN_POLICY.search(notice.low, ""):
        return
    for section, words in Said(COOKIES).find(notice.without(*RIGHTS_KEYS), rows=True):
        yield of_section(section, words)
        return


@check("PN061")
def cookie_not_personal_claim(notice: NoticeView) -> Iterator[Hit]:
    """It is claimed that a visitor cannot be identified; where a page says so, only a hint: it may be explained."""
    for section, words in _CLAIMS_NOT_PERSONAL.find(notice.of_key("cookies")):
        yield of_section(section, words, "" if notice.imported else "info")
        return
