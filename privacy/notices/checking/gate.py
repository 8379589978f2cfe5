"""Whether a notice may be published with what the checks find in it; asked only where a version would be recorded."""

import logging
from collections.abc import Callable, Sequence
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import get_language, gettext

from privacy.notices.checking.choices import Gate
from privacy.notices.checking.deciding import CheckedNotice, Decided

logger = logging.getLogger("privacy.notices")


class PublicationBlocked(ValidationError):
    """The site publishes no notice with open errors; `findings` are these, the messages say them in words."""

    def __init__(self, findings: Sequence[Decided]) -> None:
        self.findings = list(findings)
        super().__init__([sentence(one) for one in self.findings], code="open_errors")


def sentence(decided: Decided) -> str:
    """Say what a finding is, with its id and source, in the language of the moment."""
    rule = decided.finding.rule
    language = (get_language() or "en").split("-")[0]
    return gettext("%(message)s (%(check)s, %(source)s)") % {
        "message": rule.message_in(language),
        "check": rule.id,
        "source": rule.source_in(language),
    }


def refuse_open_errors(checked: CheckedNotice, gate: Gate) -> None:
    """Raise PublicationBlocked when the site blocks and errors are open."""
    if gate == Gate.BLOCK and checked.asked:
        raise PublicationBlocked(checked.asked)


def asked_in_form(checked: CheckedNotice, gate: Gate) -> list[Decided]:
    """Give the open errors that a form asks about or is refused for."""
    if gate == Gate.BLOCK:
        return checked.asked
    return checked.unconfirmed if gate == Gate.CONFIRM else []


def stored_findings(checked: CheckedNotice) -> list[dict[str, Any]]:
    """Give what a version keeps of what was open when it was published; no words of the notice."""
    return [
        {
            "id": one.finding.id,
            "severity": one.finding.severity,
            "subject": one.subject.kind,
            "section": one.finding.section or "",
            "confirmed": one.confirmed is not None,
        }
        for one in checked.open
        if one.finding.severity != "info"
    ]


# What is told when a publication at its time was refused: page, the revision's author, the findings.
RefusalWatcher = Callable[[Any, Any, Sequence[Decided]], Any]
REFUSAL_WATCHERS: list[RefusalWatcher] = []


def tell_refusal(page: Any, author: Any, findings: Sequence[Decided]) -> None:
    """Log that a notice was not published at its time, and tell whoever watches; their trouble stops nobody else."""
    checks = ", ".join(sorted({one.finding.id for one in findings}))
    logger.warning("notice %s was not published on schedule: open errors %s", page.pk, checks)
    for watcher in REFUSAL_WATCHERS:
        try:
            watcher(page, author, findings)
        except Exception as error:  # noqa: BLE001 the other pages of the schedule must go on
            logger.error("refusal of notice %s could not be told: %s", page.pk, type(error).__name__)
