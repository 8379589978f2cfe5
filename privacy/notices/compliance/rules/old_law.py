"""Checks of references to law that is no longer in force, and of words that came with it."""

import re
from collections.abc import Iterator

from privacy.notices.compliance.engine.catalogue import rules
from privacy.notices.compliance.engine.finding import Hit, of_notice, of_section
from privacy.notices.compliance.engine.registry import check
from privacy.notices.compliance.engine.stems import Said, Words
from privacy.notices.compliance.engine.view import NoticeView, sentences_of
from privacy.notices.compliance.engine.vocabulary import REPEALED

_PERSONAL_DATA_ACT = Words(
    any=r"523/1999|\bhetil\b",
    fi=r"\bhenkilötietola(?:ki|in|issa|ista|kia|kiin|illa|it)|\bhenkilötietol\.",
    sv=r"\bpersonuppgiftslag",
    en=r"personal data act\b",
)
# Acts in force whose short names hold the same word, and the acts of other countries.
_OTHER_ACT = Words(
    fi=r"(?:poliisi\w{0,3}|rajavartio\w{0,12}|puolustusvoimi\w{0,3}|sotilas\w{0,15}|tulli\w{0,3}|hallinno\w{0,2}"
    r"|ulosot\w{0,10}|syyttäj\w{0,10}|norja\w{0,2}"
    r"|ruotsi\w{0,2}|islanni\w{0,2}|tanska\w{0,2}|viro\w{0,2}) (?:\w{1,20} )?henkilötietola|maahanmuuttohallinn",
    sv=r"(?:polisens|gränsbevak\w{1,12}|försvarsmaktens|tullens|norska|norges|isländska"
    r"|danska) (?:\w{1,20} )?personuppgiftslag",
    en=r"(?:norwegian|norway['’]s|icelandic|iceland['’]s|swedish|danish|dutch|police) personal data act"
    r"|personal data act of (?:norway|iceland|sweden|denmark)",
)
_FORMER = Words(
    fi=r"(?:aiem\w{1,5}|aikaisem\w{1,5}|entis\w{1,5}|vanha\w{0,3}|kumot\w{1,6}) (?:\w{1,20} )?(?:henkilötietol"
    r"|rekisteriselost)|korva(?:a|si) ",
    sv=r"(?:tidigare|gamla|förra|upphävda) (?:\w{1,20} )?(?:personuppgiftslag|registerbeskrivning)|ersätter ",
    en=r"(?:former|previous|old|repealed|earlier) (?:finnish )?(?:personal data act|description of file)|replaces ",
)
_CITES_PERSONAL_DATA_ACT = Said(_PERSONAL_DATA_ACT, unless=[REPEALED, _OTHER_ACT, _FORMER])

_OTHER_REPEALED = Words(
    any=r"\b516/2004|\b471/1987|\b565/1999|\b95/46(?!\d)",
    fi=r"sähköisen viestinnän tietosuojala|henkilörekisterila|henkilötietodirektiivi",
    sv=r"personregisterlag|lagen om dataskydd vid elektronisk kommunikation|dataskyddsdirektivet",
    en=r"act on the protection of privacy in electronic communications|personal data file act"
    r"|data protection directive",
)
_CITES_OTHER_REPEALED = Said(_OTHER_REPEALED, unless=[REPEALED, _FORMER])

_OLD_TITLE = Words(
    any=r"\brekisteri- ?(?:/|ja|sekä) ?tietosuojaselost|\bregister- ?(?:/|och) ?dataskyddsbeskriv",
    fi=r"rekisteriselost",
    sv=r"registerbeskrivning",
    en=r"description of (?:the )?(?:data )?file|register description|file description",
)
_CALLS_ITSELF = Said(_OLD_TITLE, unless=[REPEALED, _FORMER])

_OLD_TERM = re.compile(r"\b(?:ATK|ADB|atk|adb)(?![A-Za-zÅÄÖåäö])[-:\w]{0,20}")
_FIRM = re.compile(r"\b(?:ATK|ADB|Atk|Adb)[-\w]{0,20} (?:[A-ZÅÄÖ][\w&-]{0,30} ){0,3}(?:Oy|Ab|AB|Tmi|Ky)\b")


@check("PN043")
def repealed_personal_data_act(notice: NoticeView) -> Iterator[Hit]:
    """The text cites Finland's Personal Data Act as if it were in force; other acts of that name are left alone."""
    if notice.countries and not any(map(rules()["PN043"].holds_in, notice.countries)):
        return
    for section, words in _CITES_PERSONAL_DATA_ACT.find(notice.without("changes"), rows=True):
        yield of_section(section, words)


@check("PN044")
def repealed_other_acts(notice: NoticeView) -> Iterator[Hit]:
    """The text cites another repealed act or directive."""
    for section, words in _CITES_OTHER_REPEALED.find(notice.without("changes"), rows=True):
        yield of_section(section, words)


@check("PN045")
def old_title(notice: NoticeView) -> Iterator[Hit]:
    """The notice calls itself by the name that the repealed act gave it."""
    if any(_CALLS_ITSELF.holds(sentence.low, notice.language) for sentence in sentences_of(notice.title)):
        yield of_notice(notice.title)
    for section, words in _CALLS_ITSELF.find(notice.without("changes")):
        yield of_section(section, words)


@check("PN046")
def old_term(notice: NoticeView) -> Iterator[Hit]:
    """The text says ATK or ADB, words of another time; the name of a firm may."""
    for section in notice.sections:
        for words in (section.heading, section.text):
            if (match := _OLD_TERM.search(words)) and not _FIRM.search(words):
                yield of_section(section, match[0])
                break
