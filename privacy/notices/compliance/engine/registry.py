"""The checks there are, and how they run over a notice; another app adds its own, see docs/extending.md."""

import logging
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

from privacy.extension import Extension
from privacy.notices.compliance.engine.catalogue import CHECK_FAILED, SEVERITIES, rules
from privacy.notices.compliance.engine.finding import Finding, Hit, Subject
from privacy.notices.compliance.engine.view import NoticeView

logger = logging.getLogger("privacy.notices")

CheckFunction = Callable[[NoticeView], Iterable[Hit]]
# Given a notice page and all notices that are read together with it (page_facts.Batch).
FactsFunction = Callable[[Any, Any], Any]

_checks: Extension[CheckFunction] = Extension("checks of notices")
_facts: Extension[FactsFunction] = Extension("facts for checks of notices")


class FactsMissing(LookupError):
    """Facts that an app attaches could not be read."""


def check(check_id: str) -> Callable[[CheckFunction], CheckFunction]:
    """Register a function as the check of a rule. Raises ValueError for an unknown rule or a second check of one."""

    def register(function: CheckFunction) -> CheckFunction:
        if check_id not in rules():
            raise ValueError(f"there is no rule {check_id}: add it with add_rules first")
        _checks.register(check_id, function)
        return function

    return register


def checks() -> dict[str, CheckFunction]:
    """Give the functions of all checks by id."""
    return _checks


def facts(name: str) -> Callable[[FactsFunction], FactsFunction]:
    """Register a function that reads facts for checks of another app: of a notice page, and of its batch."""

    def register(function: FactsFunction) -> FactsFunction:
        _facts.register(name, function)
        return function

    return register


def attached_facts(notice_page: Any, batch: Any) -> dict[str, Any]:
    """Read the facts that other apps attach to a notice; what cannot be read fails the checks that ask for it.

    `batch` are the notices that are read together: what it computes `once` serves all of them.
    """
    found: dict[str, Any] = {}
    for name, function in _facts.items():
        try:
            found[name] = function(notice_page, batch)
        except Exception as error:  # noqa: BLE001 a foreign app's trouble must not stop an editor
            logger.error("facts %s of notice %s could not be read: %s", name, notice_page.pk, type(error).__name__)
            found[name] = FactsMissing(name)
    return found


def extra(notice: NoticeView, name: str) -> Any:
    """Give attached facts, None where nobody attached them (a document). Raises FactsMissing."""
    value = notice.extras.get(name)
    if isinstance(value, FactsMissing):
        raise value
    return value


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
