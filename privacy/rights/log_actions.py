"""The steps of requests in Wagtail's audit log: kinds only, never words of a person."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from privacy.rights.stepping import LOG_PREFIX
from privacy.rights.steps import Step


def register_steps(actions: Any) -> None:
    """Register each step of a request as an action of the log."""
    actions.register_action(f"{LOG_PREFIX}record", _("Record a request"), _("Recorded a request"))
    actions.register_action(f"{LOG_PREFIX}anonymise", _("Anonymise"), _("Anonymised"))
    for step in Step:
        actions.register_action(LOG_PREFIX + step, step.label, step.label)
