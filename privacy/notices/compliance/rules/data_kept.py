"""Checks of which data, whence, and how long (GDPR Art. 13(2)(a), (e), 14(1)(d), 14(2)(f), 5(1)(c))."""

from collections.abc import Iterator

from privacy.notices.compliance.engine.finding import Hit, of_notice, of_register, of_section
from privacy.notices.compliance.engine.registry import check
from privacy.notices.compliance.engine.stems import Said, Words
from privacy.notices.compliance.engine.topics import speaks_of
from privacy.notices.compliance.engine.view import NoticeView
from privacy.notices.compliance.engine.vocabulary import NOT, RIGHTS_KEYS

FROM_THE_PERSON = frozenset(["data_subject", "observed"])

_ELSEWHERE = Words(
    fi=r"muista lähteistä|muualta|kolmansilta|julkisista (?:rekister|lähte|tietoläht)|väestötietojärjestelm"
    r"|kaupparekister|luottotieto",
    sv=r"andra källor|annat håll|från tredje|offentliga (?:register|källor)|befolkningsdatasystem|handelsregist"
    r"|kreditupplysning",
    en=r"other sources|from third parties|public (?:register|source)|population information|trade register"
    r"|credit information",
)
_IDENTITY_CODE = Words(
    fi=r"syntymäai|syntymäpäiv|henkilötunnu|henkilötunnuks|\bhetu\b",
    sv=r"födelsetid|födelsedat|personbeteckning|personnummer",
    en=r"date of birth|birth date|personal identity code|social security number|national identification number",
)
_NEEDED = Words(
    fi=r"yksilöi|lakisää|\blaki\b|\blain\b|tietosuojalain 29|edellyttä|tarvi|välttämät|koska\b|luotto|ikärajan"
    r"|alaikäi",
    sv=r"identifier|lagstad|\blag|29 §|förutsätt|kräver|behöv|nödvändig|åldersgräns|minderårig",
    en=r"identif(?:y|ied|ication)|\blaw\b|\bact\b|statut|require|need|necessary|because|age limit|minor",
)
_LISTS_IDENTITY_CODE = Said(_IDENTITY_CODE, unless=[NOT])
_NEEDS_IDENTITY_CODE = Said(_IDENTITY_CODE, _NEEDED)
_BY_NAMED_ACT = Said(
    Words(any=r"\b\d{1,4}/(?:19|20)\d\d\b"),
    Words(
        fi=r"lakisääte|velvoi|yleistä etua|yleisen edun|julkisen vallan|edellyttä|säädet",
        sv=r"rättslig förplikt|lagstad|skyldig|allmänt intresse|myndighetsutöv|förutsätter|föreskriv",
        en=r"legal obligation|statutory|public interest|official authority|requires|required by",
    ),
)


def source_kinds(notice: NoticeView) -> frozenset[str]:
    """Give the kinds of the structured rows of sources."""
    return frozenset(row.get("kind") or "" for _section, row in notice.rows("sources")) - {""}


def from_elsewhere(notice: NoticeView) -> bool:
    """Tell whether data are known to come from others than the person (Art. 14)."""
    kinds = source_kinds(notice)
    if kinds:
        return bool(kinds - FROM_THE_PERSON)
    if any(register.data_from_elsewhere for register in notice.registers):
        return True
    return Said(_ELSEWHERE, unless=[NOT]).anywhere(notice.without(*RIGHTS_KEYS))


def only_from_the_person(notice: NoticeView) -> bool:
    """Tell whether the rows of sources name nobody but the person (Art. 13)."""
    kinds = source_kinds(notice)
    return bool(kinds) and kinds <= FROM_THE_PERSON


@check("PN016")
def mandatory_data_missing(notice: NoticeView) -> Iterator[Hit]:
    """Nothing says whether the data must be given; not asked where all data come from elsewhere (Art. 14)."""
    kinds = source_kinds(notice)
    asked = not kinds or bool(kinds & FROM_THE_PERSON)
    if asked and not speaks_of(notice, "mandatory_data"):
        yield of_notice()


@check("PN017")
def data_categories_missing(notice: NoticeView) -> Iterator[Hit]:
    """The categories of data are not listed; an error when data come from elsewhere."""
    if not only_from_the_person(notice) and not speaks_of(notice, "data_categories", "special_categories"):
        yield of_notice(severity="error" if from_elsewhere(notice) else "")


@check("PN018")
def sources_missing(notice: NoticeView) -> Iterator[Hit]:
    """Nothing says where the data come from; an error when they come from elsewhere."""
    if not speaks_of(notice, "sources"):
        yield of_notice(severity="error" if from_elsewhere(notice) else "")


@check("PN023")
def retention_missing(notice: NoticeView) -> Iterator[Hit]:
    """No period, no criterion, and no permanent keeping in an archive."""
    if not speaks_of(notice, "retention"):
        yield of_notice()


@check("PN026")
def data_minimisation_hint(notice: NoticeView) -> Iterator[Hit]:
    """Date of birth or identity code is listed, and no named act or reason in the notice needs it.

    It belongs to the register: what a register needs is settled once, for all notices and languages.
    """
    by_law = any(
        row.get("law") and row.get("legal_basis") in ("legal_obligation", "public_task")
        for _section, row in notice.rows("purposes")
    )
    if by_law or _BY_NAMED_ACT.anywhere(notice.without(*RIGHTS_KEYS)) or _NEEDS_IDENTITY_CODE.anywhere(notice.sections):
        return
    for section, words in _LISTS_IDENTITY_CODE.find(notice.of_key("data_categories"), rows=True):
        yield of_register(notice.registers[0], words, section) if notice.registers else of_section(section, words)
        return
