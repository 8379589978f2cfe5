"""The check of vague wording (GDPR Art. 12(1), WP260 rev.01)."""

import re
from collections.abc import Iterator

from privacy.notices.checks.findings import Hit, of_notice
from privacy.notices.checks.registry import check
from privacy.notices.checks.view import NoticeView
from privacy.notices.checks.words import Words

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
