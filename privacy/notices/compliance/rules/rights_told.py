"""Checks of the rights that a notice must tell of (GDPR Art. 13(2)(b)-(d), (f))."""

from collections.abc import Iterator

from privacy.notices.compliance.engine.finding import Hit, of_notice, of_section
from privacy.notices.compliance.engine.registry import check
from privacy.notices.compliance.engine.stems import Said, Words
from privacy.notices.compliance.engine.topics import has_section, speaks_of
from privacy.notices.compliance.engine.view import NoticeView, SectionView
from privacy.notices.compliance.engine.vocabulary import AUTHORITY, NOT, RIGHTS_KEYS
from privacy.notices.compliance.rules.basis import bases_in_words, rests_in_words, rests_on_interests

_PROFILING = Words(fi=r"profiloi|segment", sv=r"profiler|segment", en=r"profiling|segment")
_PROFILES = Said(_PROFILING, unless=[NOT])
_BREACH = Words(fi=r"loukkau", sv=r"incident|kränkning|intrång", en=r"breach|incident")
_CORRECTION_REFUSED = Said(
    Words(fi=r"epää|evät|epäy|kieltäyty", sv=r"avslag|avslå|vägra|nekas", en=r"refus|denied|denial|reject"),
    Words(fi=r"korja|oikai|\bepäämisen\b", sv=r"rätt(?:a|else)|avslaget", en=r"rectif|correct"),
)
_TURN_TO = Words(
    fi=r"valit|kante|saatta|viedä|käsiteltäväksi|ratkaistavaksi|yhtey|vireille|ilmoit",
    sv=r"klag|besvär|anmäl|ärende|kontakt|vända|föra|lämna in",
    en=r"complain|lodge|contact|refer|bring|matter|appeal|turn to",
)
_COMPLAINT_SAID = Said(AUTHORITY, _TURN_TO, unless=[_BREACH])
_NAMED_AUTHORITY = Words(
    fi=r"tietosuojavaltuut|datainspektion",
    sv=r"dataombudsman|integritetsskyddsmyndighet|datainspektion|\bimy\b",
    en=r"ombudsman|information commissioner|privacy protection|data protection (?:authority|commission"
    r"|inspectorate|agency)|\bcnil\b|datatilsynet",
    any=r"https?://|www\.|tietosuoja\.fi|\b[a-z0-9-]{2,40}\.(?:fi|se|ax|eu|ee|no|dk|de|ie)\b",
)


@check("PN027")
def right_of_access_missing(notice: NoticeView) -> Iterator[Hit]:
    """The right of access (Art. 15) is not mentioned."""
    if not speaks_of(notice, "right_of_access"):
        yield of_notice()


@check("PN028")
def right_to_rectification_missing(notice: NoticeView) -> Iterator[Hit]:
    """The right to rectification (Art. 16) is not mentioned."""
    if not speaks_of(notice, "right_to_rectification"):
        yield of_notice()


@check("PN029")
def right_to_erasure_missing(notice: NoticeView) -> Iterator[Hit]:
    """The right to erasure (Art. 17) is not mentioned."""
    if not speaks_of(notice, "right_to_erasure"):
        yield of_notice()


@check("PN030")
def right_to_restriction_missing(notice: NoticeView) -> Iterator[Hit]:
    """The right to restriction (Art. 18) is not mentioned."""
    if not speaks_of(notice, "right_to_restriction"):
        yield of_notice()


_CONTRACT_OR_CONSENT = Words(fi=r"sopimuk?s|suostumu", sv=r"avtal|samtyck", en=r"\bcontract|\bconsent")
_ONLY_ON_PAPER = Said(
    Words(fi=r"\bvain\b|ainoastaan|yksinomaan", sv=r"endast|\bbara\b|enbart", en=r"\bonly\b|solely|exclusively"),
    Words(fi=r"paperi|manuaalisesti|mapei", sv=r"papper|manuellt|pärmar", en=r"\bon paper|manually|paper files"),
    Words(fi=r"käsit|säily|pide", sv=r"behandl|förvar|förs\b", en=r"process|stor|\bkept|held"),
    unless=[NOT],
)


@check("PN031")
def right_to_portability_missing(notice: NoticeView) -> Iterator[Hit]:
    """Portability (Art. 20) is not mentioned: an error with consent or contract, a warning otherwise or on paper.

    Without structured bases the words decide; where these name no basis, a document gets the severity of the rule.
    """
    if not speaks_of(notice, "right_to_portability"):
        needed = _rests_on_consent_or_contract(notice) and not _only_on_paper(notice)
        yield of_notice(severity="" if needed else "warning")


def _rests_on_consent_or_contract(notice: NoticeView) -> bool:
    if notice.bases:
        return bool(notice.bases & {"consent", "contract"})
    if bases_in_words(notice):
        return rests_in_words(notice, _CONTRACT_OR_CONSENT)
    return notice.imported


def _only_on_paper(notice: NoticeView) -> bool:
    materials = {row.get("material") for _section, row in notice.rows("security")}
    return materials == {"paper"} or _ONLY_ON_PAPER.anywhere(notice.of_key("data_categories", "security", "purposes"))


@check("PN032")
def right_to_object_missing(notice: NoticeView) -> Iterator[Hit]:
    """The right to object (Art. 21(1)) is not mentioned: an error with basis e or f, a warning with an unknown one.

    Without structured bases the words decide; where these name no basis, a document gets the severity of the rule.
    """
    if speaks_of(notice, "right_to_object"):
        return
    if notice.bases:
        if notice.bases & {"public_task", "legitimate_interests"}:
            yield of_notice()
    elif rests_on_interests(notice) or rests_in_words(notice, _PUBLIC_TASK):
        yield of_notice()
    elif not bases_in_words(notice):
        yield of_notice(severity="" if notice.imported else "warning")


_PUBLIC_TASK = Words(
    fi=r"yleistä etua|yleisen edun|yleiseen etuun|julkisen vallan|julkisen tehtäv",
    sv=r"allmänt intresse|allmänintress|myndighetsutöv",
    en=r"public interest|official authority|public task",
)


@check("PN034")
def automated_decisions_not_addressed(notice: NoticeView) -> Iterator[Hit]:
    """People are profiled, and nothing says whether decisions are made automatically."""
    if speaks_of(notice, "automated_decisions"):
        return
    for section, words in _PROFILES.find(notice.without(*RIGHTS_KEYS), rows=True):
        yield of_section(section, words)
        return
    if notice.profiling:
        yield of_notice()


@check("PN035")
def complaint_missing(notice: NoticeView) -> Iterator[Hit]:
    """No section on complaints, and no authority that one can turn to."""
    if not complaint_told(notice):
        yield of_notice()


def complaint_told(notice: NoticeView) -> bool:
    """Tell whether a section or a sentence points to the supervisory authority."""
    return has_section(notice, "complaint") or bool(_complaint_places(notice))


@check("PN036")
def complaint_only_for_one_right(notice: NoticeView) -> Iterator[Hit]:
    """The authority is named for one right only, such as a refused rectification."""
    if complaint_told(notice) and not complaint_told_for_all(notice):
        section, words, _only = _complaint_places(notice)[0]
        yield of_section(section, words)


def complaint_told_for_all(notice: NoticeView) -> bool:
    """Tell whether the authority is named for the whole processing, not for one right only."""
    return has_section(notice, "complaint") or any(not only for _section, _words, only in _complaint_places(notice))


def _complaint_places(notice: NoticeView) -> list[tuple[SectionView, str, bool]]:
    """Give the sentences that point to the authority, with whether they are about one right only."""
    found = []
    for section in notice.sections:
        in_one_right = section.key.startswith("right_")
        for sentence in section.sentences:
            if match := _COMPLAINT_SAID.holds(sentence.low, section.language):
                refused = _CORRECTION_REFUSED.holds(sentence.low, section.language) is not None
                found.append((section, sentence.excerpt(match.start(), match.end()), in_one_right or refused))
        if AUTHORITY.search(section.filled_text.lower(), section.language):
            found.append((section, "", False))
    return found


@check("PN069")
def authority_details_missing(notice: NoticeView) -> Iterator[Hit]:
    """The section on complaints names no authority and gives no address of one."""
    names = [register.authority_name.lower() for register in notice.registers if register.authority_name]
    for section in notice.of_key("complaint"):
        text = section.all_low
        if not _NAMED_AUTHORITY.search(text, section.language) and not any(name in text for name in names):
            yield of_section(section)
