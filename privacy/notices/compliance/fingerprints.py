"""Fingerprints of what findings belong to, so that a dismissed finding comes back when its thing changes; pure."""

import hashlib
import json
from collections import Counter
from collections.abc import Iterable
from typing import Any

from privacy.notices.compliance.engine.finding import Finding
from privacy.notices.compliance.engine.view import NoticeView, SectionView


def fingerprint(value: Any) -> str:
    """Give 32 hexadecimal digits that differ when the value does; the value is JSON, or what str() can write."""
    text = json.dumps(value, sort_keys=True, ensure_ascii=False, default=str)
    return hashlib.sha256(text.encode()).hexdigest()[:32]


def section_print(section: SectionView) -> str:
    """Give the fingerprint of what people wrote in a section; what the system fills in belongs to the records."""
    return fingerprint([section.key, section.heading, section.text, section.rows])


def notice_print(view: NoticeView, finding_excerpt: str) -> str:
    """Give the fingerprint of a notice for a finding about it as a whole.

    It is of what the notice consists of, not of every word: that something is missing does not become untrue because
    a comma was moved elsewhere.
    """
    parts = [[section.key, section.is_empty] for section in view.sections]
    return fingerprint([parts, sorted(view.bases), view.marketing, view.profiling, view.decisions, finding_excerpt])


def section_identities(view: NoticeView) -> dict[str, str]:
    """Give for each identity that the checks use (block id, else key) the one that all translations share.

    It is the type of the section, else, where a notice has several of that type, the block id.
    """
    counts = Counter(section.key for section in view.sections)
    return {
        section.block_id or section.key: section.block_id
        if section.block_id and (counts[section.key] > 1 or section.key == "other")
        else section.key
        for section in view.sections
    }


def print_of(finding: Finding, view: NoticeView, records: dict[tuple[str, str], str]) -> str:
    """Give the fingerprint of what a finding belongs to; `records` are those of records by kind and identity."""
    subject = finding.subject
    if subject.kind == "section":
        found = _first(s for s in view.sections if subject.identity in (s.block_id, s.key))
        return section_print(found) if found else ""
    if subject.kind == "notice":
        return notice_print(view, finding.excerpt)
    return records.get((subject.kind, subject.identity), "")


def _first(sections: Iterable[SectionView]) -> SectionView | None:
    return next(iter(sections), None)
