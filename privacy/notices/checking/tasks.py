"""A step of a workflow that the checks decide: nobody has to press a button where nothing is open."""

from typing import Any

from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.models import Task, TaskState

from privacy.notices.checking.deciding import check_page
from privacy.notices.checking.gate import sentence
from privacy.notices.checks.rules import SEVERITIES

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
