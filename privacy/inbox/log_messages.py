"""Says in words what the log keeps of a change of access."""

from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import LogFormatter

from privacy.registers.choices import Permission


class AccessLogFormatter(LogFormatter):
    """The words for a change of access to the requests of a register."""

    label = _("Change access to requests")

    def format_message(self, log_entry: Any) -> str:
        """Tell which groups were given or lost which permission."""
        given = _listed(log_entry.data.get("given", []))
        taken = _listed(log_entry.data.get("taken", []))
        parts = [gettext("Given: %(grants)s") % {"grants": given}] if given else []
        parts += [gettext("Taken: %(grants)s") % {"grants": taken}] if taken else []
        return ". ".join(parts)


def _listed(grants: list[list[str]]) -> str:
    labels = {value: str(label) for value, label in Permission.choices}
    return ", ".join(f"{group} ({labels.get(permission, permission)})" for group, permission in grants)
