"""Runs the checks over a notice."""

import logging
from collections.abc import Collection, Iterator, Mapping, Sequence

from privacy.notices.checks.findings import Finding, Hit, Subject
from privacy.notices.checks.registry import checks
from privacy.notices.checks.rules import CHECK_FAILED, SEVERITIES, rules
from privacy.notices.checks.view import NoticeView

logger = logging.getLogger("privacy.notices")


def run_checks(
    notice: NoticeView, *, disabled: Collection[str] = (), severities: Mapping[str, str] | None = None
) -> list[Finding]:
    """Give what the checks find, errors first, then in the order of the rules and of the notice.

    `disabled` are ids that the site switched off, `severities` those that it set by id, whatever the check says.
    A check that raises gives one finding with the id PN000 and the check's id as its words; the others go on.
    """
    found = [
        Finding(
            check_id,
            (severities or {}).get(check_id) or hit.severity or rules()[check_id].severity,
            hit.subject,
            hit.place,
            hit.excerpt,
        )
        for check_id in sorted(checks())
        if check_id not in disabled
        for check_id, hit in _hits(check_id, notice)
    ]
    unique = list(dict.fromkeys(found))
    return sorted(unique, key=lambda finding: SEVERITIES.index(finding.severity))


def _hits(check_id: str, notice: NoticeView) -> Iterator[tuple[str, Hit]]:
    try:
        hits = list(checks()[check_id](notice))
    except Exception as error:  # noqa: BLE001 one broken check must not stop an editor
        # Never the text of the error: it may hold words of the notice.
        logger.error("check %s failed: %s", check_id, type(error).__name__)
        yield CHECK_FAILED, Hit(Subject("notice", check_id), excerpt=check_id)
        return
    for hit in hits:
        yield check_id, hit


def once_each(findings: Sequence[Finding]) -> list[Finding]:
    """Give the first finding of each check: for a document, which is one thing and has no records to tell apart."""
    first: dict[str, Finding] = {}
    for finding in findings:
        first.setdefault(finding.id, finding)
    return list(first.values())
