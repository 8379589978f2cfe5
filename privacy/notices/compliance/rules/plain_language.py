"""Checks of wording: what is vague, and names and addresses written in two ways (GDPR Art. 12(1), 5(1)(d))."""

import re
from collections.abc import Iterator

from privacy.notices.compliance.engine.finding import Hit, of_notice, of_section
from privacy.notices.compliance.engine.registry import check
from privacy.notices.compliance.engine.stems import Words
from privacy.notices.compliance.engine.view import NoticeView, excerpt_of

# Where the law asks for exact words. Sources belong to them: what may be fetched from where is as vague in old notices.
_EXACT = ("purposes", "recipients", "processors", "transfers", "retention", "sources")
HEDGES = Words(
    fi=r"\bsaattaa\b|\bsaatetaan\b|\bsaatamme\b|\bsaattavat\b|\bvoidaan\b|\bvoimme\b|\bvoivat\b|\btarvittaessa\b"
    r"|\besim\b|\besimerkiksi\b|\bmm\.|\bmuun muassa\b"
    r"|\bmahdollisesti\b|\bpääsääntöisesti\b|\byleensä\b|\bjoitain\b|\bjoitakin\b|\beräitä\b|\btai vastaav",
    sv=r"\bkan\b|\bkunde\b|\bvid behov\b|\bt\.ex\b|\btill exempel\b|\bbland annat\b|\bbl\.a\b|\beventuellt\b"
    r"|\bi regel\b|\bvanligtvis\b|\bvissa\b|\beller liknande\b",
    en=r"\bmay\b|\bmight\b|\bcould\b|\bif necessary\b|\bwhere necessary\b|\bfor example\b|\be\.g|\bsuch as\b"
    r"|\bpossibly\b|\bgenerally\b|\busually\b|\bsome\b|\bor similar\b",
)
_MORE_THAN = 3
_PER_THOUSAND = 8


@check("PN066")
def vague_wording(notice: NoticeView) -> Iterator[Hit]:
    """More than three hedging words, and at least eight in a thousand, where the law asks for exact words."""
    count, words, first = 0, 0, ""
    for section in notice.of_key(*_EXACT):
        words += len(re.findall(r"\w+", section.low))
        found = HEDGES.count(section.low, section.language)
        count += found
        if found and not first:
            sentences = (s.excerpt() for s in section.sentences if HEDGES.search(s.low, section.language))
            first = next(sentences, "")
    if count > _MORE_THAN and count * 1000 >= _PER_THOUSAND * words:
        yield of_notice(first)


@check("PN009")
def address_conflict(notice: NoticeView) -> Iterator[Hit]:
    """The controller's street stands with and without a staircase, or with two postal codes."""
    for controller in notice.controllers:
        street = re.match(r"(\D{3,60}?\s\d{1,4})(?:\s?[a-z]\b)?", controller.street_address.lower())
        if not street:
            continue
        pattern = re.compile(
            rf"{re.escape(street[1])}(?!\d)(?:\s?-\s?\d+)?(?:\s([a-zåäö])\b)?(?:[ ,]{{1,3}}(\d{{5}})\b)?"
        )
        own = pattern.match(controller.street_address.lower())
        units = {own[1] if own else None}
        codes = {controller.postal_code} - {""}
        elsewhere = ("recipients", "processors", "sources", "complaint", "dpo", "representative", "joint_controllers")
        for section in notice.without(*elsewhere):
            for match in pattern.finditer(section.low):
                units.add(match[1])
                codes |= {match[2]} - {None}
                if len(units) > 1 or len(codes) > 1:
                    yield of_section(section, excerpt_of(section.text[match.start() :][:60]))
                    return


@check("PN010")
def controller_name_variants(notice: NoticeView) -> Iterator[Hit]:
    """The company form or inner capitals of the name differ in running text; a name in capitals is no variant."""
    for controller in notice.controllers:
        name = controller.name.strip()
        if len(name) < 4:
            continue
        pattern = re.compile(rf"(?<![\w@./-]){re.escape(name.lower())}(?![\w@-]|\.\w)")
        for section in notice.sections:
            for match in pattern.finditer(section.low):
                words = section.text[match.start() : match.end()]
                if words != name and not words.isupper() and not words.islower():
                    yield of_section(section, words)
                    return
