"""What editors do with findings: each in one transaction, logged with the page, without the reason's words."""

from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from privacy.notices.compliance.choices import Verdict
from privacy.notices.compliance.evaluate import CheckedNotice, EvaluatedFinding, check_drafts
from privacy.notices.compliance.models import FindingDismissal
from privacy.notices.compliance.page_facts import draft_of
from privacy.user_names import display_name

RECORD_KINDS = ("register", "contact", "controller")


@transaction.atomic
def dismiss_finding(*, page: Any, decided: EvaluatedFinding, user: Any, reason: str) -> FindingDismissal:
    """Set a finding aside where it belongs, for all notices and languages, until that thing changes."""
    row = _dismissal(decided, _prints(page, decided), user=user, reason=reason, verdict=Verdict.DISMISSED)
    row.save()
    log(instance=page, action="privacy.dismiss_finding", user=user, data={"check": decided.finding.id})
    return row


@transaction.atomic
def restore_finding(*, page: Any, dismissal: FindingDismissal, user: Any) -> None:
    """Take back what was said of a finding: it is open again."""
    dismissal.ended_at = timezone.now()
    dismissal.ended_by_name = display_name(user)
    dismissal.save(update_fields=["ended_at", "ended_by_name"])
    log(instance=page, action="privacy.restore_finding", user=user, data={"check": dismissal.check_id})


@transaction.atomic
def confirm_findings(
    *, page: Any, findings: Iterable[EvaluatedFinding], user: Any, reason: str
) -> list[FindingDismissal]:
    """Record why a notice is published with open errors; the reason holds until the section changes."""
    rows = [
        _dismissal(one, {page.language: one.fingerprint}, user=user, reason=reason, verdict=Verdict.CONFIRMED)
        for one in findings
    ]
    made = FindingDismissal.objects.bulk_create(rows)
    if page.pk and made:
        checks = sorted({row.check_id for row in made})
        log(instance=page, action="privacy.confirm_findings", user=user, data={"checks": ", ".join(checks)})
    return made


def _dismissal(
    decided: EvaluatedFinding, prints: dict[str, str], *, user: Any, reason: str, verdict: Verdict
) -> FindingDismissal:
    return FindingDismissal(
        subject_kind=decided.subject.kind,
        subject=decided.subject.value,
        check_id=decided.finding.id,
        verdict=verdict,
        reason=reason.strip(),
        prints={"": decided.fingerprint} if decided.subject.kind in RECORD_KINDS else prints,
        user=user,
        user_name=display_name(user),
    )


def _prints(page: Any, decided: EvaluatedFinding) -> dict[str, str]:
    """Give the fingerprints of the thing in this language and in the others where the same finding is open."""
    prints = {page.language: decided.fingerprint}
    if decided.subject.kind in RECORD_KINDS:
        return prints
    others = type(page).objects.filter(translation_key=page.translation_key, alias_of__isnull=True).exclude(pk=page.pk)
    drafts = [draft_of(other.get_latest_revision_as_object()) for other in others.select_related("locale")]
    for checked in check_drafts(drafts):
        for one in _same(checked, decided):
            prints[checked.view.language] = one.fingerprint
    return prints


def _same(checked: CheckedNotice, decided: EvaluatedFinding) -> list[EvaluatedFinding]:
    return [one for one in checked.decided if one.subject == decided.subject and one.finding.id == decided.finding.id]
