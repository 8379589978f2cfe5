"""What is open in a notice: what the checks find, without what editors set aside where it belongs."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from django.db.models import Q

from privacy.conf import settings as conf
from privacy.notices.compliance.choices import Verdict
from privacy.notices.compliance.engine.view import NoticeView
from privacy.notices.compliance.fingerprints import print_of, section_identities
from privacy.notices.compliance.models import FindingDismissal
from privacy.notices.compliance.page_facts import Draft, ReadNotice, draft_of, read_notices, saved_drafts
from privacy.notices.compliance.rules import ArticleItem, Finding, completeness, run_checks


@dataclass(frozen=True, slots=True)
class SubjectKey:
    """What a finding belongs to, the same for all notices and languages."""

    kind: str
    value: str


@dataclass(frozen=True, slots=True)
class EvaluatedFinding:
    """A finding, what it belongs to, the fingerprint of that, and what an editor said of it, if it still holds."""

    finding: Finding
    subject: SubjectKey
    fingerprint: str
    dismissed: FindingDismissal | None = None
    confirmed: FindingDismissal | None = None

    @property
    def is_asked(self) -> bool:
        """Whether it is asked about at publication: an error that time alone did not bring about."""
        return self.finding.severity == "error" and not self.finding.time_dependent and self.dismissed is None


@dataclass(frozen=True)
class CheckedNotice:
    """All that is found in a notice; `register_keys` are the keys of its registers by identity."""

    page: Any
    view: NoticeView
    decided: tuple[EvaluatedFinding, ...]
    register_keys: Mapping[str, int]

    @cached_property
    def open(self) -> list[EvaluatedFinding]:
        """What nobody set aside, errors first."""
        return [one for one in self.decided if one.dismissed is None]

    @cached_property
    def dismissed(self) -> list[EvaluatedFinding]:
        """What was set aside and still is as it was."""
        return [one for one in self.decided if one.dismissed is not None]

    @property
    def asked(self) -> list[EvaluatedFinding]:
        """The open errors that stop a publication where the site blocks."""
        return [one for one in self.decided if one.is_asked]

    @property
    def unconfirmed(self) -> list[EvaluatedFinding]:
        """The open errors for which no reason was given yet."""
        return [one for one in self.asked if one.confirmed is None]

    def count(self, severity: str) -> int:
        """Count the open findings of a severity."""
        return sum(one.finding.severity == severity for one in self.open)

    @property
    def items(self) -> list[ArticleItem]:
        """What the law asks of the notice, item by item."""
        return completeness(self.view)


def check_page(page: Any) -> CheckedNotice:
    """Check a page object, which may be a draft that was never saved."""
    return check_drafts([draft_of(page)])[0]


def check_pages(pages: Sequence[Any]) -> list[CheckedNotice]:
    """Check pages as they stand in the database."""
    return check_drafts(saved_drafts(pages))


def check_drafts(drafts: Sequence[Draft], *, today: date | None = None) -> list[CheckedNotice]:
    """Check notices; the number of queries does not grow with theirs."""
    found = []
    for notice in read_notices(drafts, today=today):
        findings = run_checks(notice.view, disabled=conf.checks_disabled, severities=conf.check_severities)
        found.append((notice, [_undecided(finding, notice) for finding in findings]))
    said = _dismissals({one.subject for _notice, undecided in found for one in undecided})
    return [
        CheckedNotice(
            notice.page,
            notice.view,
            tuple(_decide(one, notice.view.language, said) for one in undecided),
            notice.register_keys,
        )
        for notice, undecided in found
    ]


def _undecided(finding: Finding, notice: ReadNotice) -> EvaluatedFinding:
    return EvaluatedFinding(finding, subject_of(finding, notice.view), print_of(finding, notice.view, notice.records))


def subject_of(finding: Finding, view: NoticeView) -> SubjectKey:
    """Give what a finding belongs to, in a form that all translations of the notice share."""
    kind, identity = finding.subject.kind, finding.subject.identity
    if kind == "section":
        return SubjectKey(kind, f"{view.identity}:{section_identities(view).get(identity, identity)}")
    return SubjectKey(kind, view.identity if kind == "notice" else identity)


def _dismissals(subjects: Iterable[SubjectKey]) -> dict[tuple[str, str, str], list[FindingDismissal]]:
    by_kind: dict[str, set[str]] = defaultdict(set)
    for subject in subjects:
        by_kind[subject.kind].add(subject.value)
    said: dict[tuple[str, str, str], list[FindingDismissal]] = defaultdict(list)
    if not by_kind:
        return said
    wanted = Q()
    for kind, values in by_kind.items():
        wanted |= Q(subject_kind=kind, subject__in=values)
    for row in FindingDismissal.objects.standing().filter(wanted):
        said[row.subject_kind, row.subject, row.check_id].append(row)
    return said


def _decide(
    one: EvaluatedFinding, language: str, said: dict[tuple[str, str, str], list[FindingDismissal]]
) -> EvaluatedFinding:
    rows = said.get((one.subject.kind, one.subject.value, one.finding.id), ())
    holding = {row.verdict: row for row in rows if row.holds(language, one.fingerprint)}
    return EvaluatedFinding(
        one.finding, one.subject, one.fingerprint, holding.get(Verdict.DISMISSED), holding.get(Verdict.CONFIRMED)
    )
