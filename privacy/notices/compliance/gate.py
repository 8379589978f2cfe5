"""Whether a notice may be published with what the checks find in it, by the page editor or by a workflow."""

import logging
from collections.abc import Callable, Sequence
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.models import Task, TaskState

from privacy.extension import Extension
from privacy.notices.compliance.choices import Gate
from privacy.notices.compliance.engine.catalogue import SEVERITIES
from privacy.notices.compliance.evaluate import CheckedNotice, EvaluatedFinding, check_page
from privacy.site_languages import language_now

logger = logging.getLogger("privacy.notices")


class PublicationBlocked(ValidationError):
    """The site publishes no notice with open errors; `findings` are these, the messages say them in words."""

    def __init__(self, findings: Sequence[EvaluatedFinding]) -> None:
        self.findings = list(findings)
        super().__init__([sentence(one) for one in self.findings], code="open_errors")


def sentence(decided: EvaluatedFinding) -> str:
    """Say what a finding is, with its id and source, in the language of the moment."""
    rule = decided.finding.rule
    language = language_now()
    return gettext("%(message)s (%(check)s, %(source)s)") % {
        "message": rule.message_in(language),
        "check": rule.id,
        "source": rule.source_in(language),
    }


def refuse_open_errors(checked: CheckedNotice, gate: Gate) -> None:
    """Raise PublicationBlocked when the site blocks and errors are open."""
    if gate == Gate.BLOCK and checked.asked:
        raise PublicationBlocked(checked.asked)


def asked_in_form(checked: CheckedNotice, gate: Gate) -> list[EvaluatedFinding]:
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
RefusalWatcher = Callable[[Any, Any, Sequence[EvaluatedFinding]], Any]
REFUSAL_WATCHERS: Extension[RefusalWatcher] = Extension("watchers of refused publications")


def tell_refusal(page: Any, author: Any, findings: Sequence[EvaluatedFinding]) -> None:
    """Log that a notice was not published at its time, and tell whoever watches; their trouble stops nobody else."""
    checks = ", ".join(sorted({one.finding.id for one in findings}))
    logger.warning("notice %s was not published on schedule: open errors %s", page.pk, checks)
    for watcher in REFUSAL_WATCHERS.values():
        try:
            watcher(page, author, findings)
        except Exception as error:  # noqa: BLE001 the other pages of the schedule must go on
            logger.error("refusal of notice %s could not be told: %s", page.pk, type(error).__name__)


CHOICES = [("error", _("Errors")), ("warning", _("Errors and warnings")), ("info", _("Everything"))]


class PrivacyChecksTask(Task):
    """Approves by itself when nothing so serious is open, else sends the notice back with the list.

    Wagtail publishes the newest revision when a workflow ends: WAGTAIL_WORKFLOW_REQUIRE_REAPPROVAL_ON_EDIT makes an
    edit in a later step run the checks again.
    """

    severity = models.CharField(_("sent back for"), max_length=10, choices=CHOICES, default="error")

    admin_form_fields = [*Task.admin_form_fields, "severity"]

    class Meta:
        verbose_name = _("privacy checks")
        verbose_name_plural = _("privacy checks")

    def start(self, workflow_state: Any, user: Any = None) -> TaskState:
        """Decide at once. `update=False`: Wagtail goes on to the next step by itself, once."""
        state = super().start(workflow_state, user=user)
        found = self.open_findings(state.revision.as_object())
        if found:
            state.reject(user=user, update=False, comment="\n".join(found))
        else:
            state.approve(user=user, update=False, comment=gettext("Nothing is open in the privacy checks."))
        return state

    def open_findings(self, page: Any) -> list[str]:
        """Say what is open at or above the chosen severity; pages of other types have no checks."""
        if not hasattr(page, "register_rows"):
            return []
        worst = SEVERITIES.index(self.severity)
        found = [one for one in check_page(page).open if SEVERITIES.index(one.finding.severity) <= worst]
        return [sentence(one) for one in found if not one.finding.time_dependent]

    @classmethod
    def get_description(cls) -> str:
        """Say what the step does."""
        return str(_("Checks a privacy notice and approves it when nothing serious is open."))
