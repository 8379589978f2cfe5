"""Checks of the headings of a notice: capitals, numbers, several matters in one, nothing under one."""

from collections.abc import Iterator
from itertools import zip_longest

from privacy.notices.compliance.engine.finding import Hit, of_notice, of_section
from privacy.notices.compliance.engine.registry import check
from privacy.notices.compliance.engine.stems import Words
from privacy.notices.compliance.engine.view import NoticeView

_TOPICS = {
    "purposes": Words(fi=r"tarkoitu|tarkoitus", sv=r"ändamål|syfte", en=r"purpose"),
    "data": Words(
        fi=r"tietosisäl|tietoryhm|sisältämät tiedot",
        sv=r"datainnehåll|kategorier av person",
        en=r"categories of|data content",
    ),
    "sources": Words(fi=r"lähte|lähde", sv=r"källor|uppgiftskäll", en=r"\bsources?\b"),
    "recipients": Words(fi=r"luovut|vastaanott", sv=r"mottagare|utlämn|överlåt", en=r"recipient|disclos"),
    "transfers": Words(
        fi=r"ulkopuol|kolman|kolmansi", sv=r"utanför|tredjel", en=r"outside|third countr|international transfer"
    ),
    "retention": Words(fi=r"säilyty|säilyttä", sv=r"förvaringst|lagringst|bevaring", en=r"retention|storage period"),
    "security": Words(fi=r"suojau|suojaam|tietoturv", sv=r"skydd av|informationssäker", en=r"security|protection of"),
    "cookies": Words(fi=r"eväst", sv=r"\bkakor|cookie", en=r"cookie"),
    "access": Words(fi=r"tarkastus|pääsy", sv=r"insyn|tillgång", en=r"access|inspection"),
    "correction": Words(fi=r"korja|oikaise|oikaisu", sv=r"rättels", en=r"rectif|correct"),
    "objection": Words(fi=r"kielto|vastust", sv=r"förbud|invänd", en=r"object|opt-out"),
}


@check("PN051")
def all_caps_headings(notice: NoticeView) -> Iterator[Hit]:
    """All headings that people wrote are in capitals; at least three."""
    headings = [section.heading for section in notice.sections if section.own_heading and len(section.heading) > 3]
    if len(headings) > 2 and all(heading.isupper() for heading in headings):
        yield of_notice(headings[0])


@check("PN052")
def numbering_gap(notice: NoticeView) -> Iterator[Hit]:
    """The typed numbers of headings skip one; a page's headings are numbered by its template."""
    if not notice.imported:
        return
    numbered = [(int(section.number), section) for section in notice.sections if section.number.isdecimal()]
    for (before, _section), (number, section) in zip(numbered, numbered[1:], strict=False):
        if number > before + 1:
            yield of_section(section, f"{number}. {section.heading}")
            return


@check("PN054")
def mixed_section(notice: NoticeView) -> Iterator[Hit]:
    """One heading names several matters; purpose and basis are one, and so is a heading of the system's."""
    for section in notice.sections:
        low = section.heading.lower()
        topics = [words for words in _TOPICS.values() if words.search(low, section.language)]
        if section.own_heading and len(topics) > 1:
            yield of_section(section, section.heading)


# A heading over headings has no text of its own: type of the section -> how the types of those below it begin.
_OVER = {
    "rights_overview": ("right_", "other_rights", "exercising_rights"),
    "security": ("security_",),
    "purposes": ("legal_basis", "legitimate_interests", "direct_marketing"),
    "recipients": ("processors",),
    "controller": ("contact_person", "joint_controllers", "representative"),
}


@check("PN056")
def empty_section(notice: NoticeView) -> Iterator[Hit]:
    """A heading with no words under it; in a document a heading over other headings is none."""
    for section, below in zip_longest(notice.sections, notice.sections[1:]):
        over = below and (section.key in ("other", below.key) or below.key.startswith(_OVER.get(section.key, ())))
        if section.is_empty and not (notice.imported and over):
            yield of_section(section, section.heading)
