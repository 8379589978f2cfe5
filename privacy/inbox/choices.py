"""The closed lists of the inbox."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from privacy.rights.choices import OPEN_STATES, WAITING_STATES, State


class ReadingKind(models.TextChoices):
    """What of a case was read."""

    PAGE = "page", _("Page of the request")
    PRINT = "print", _("Case file")
    FILE = "file", pgettext_lazy("of a request", "File")


class ExportKind(models.TextChoices):
    """The form of an export."""

    CSV = "csv", "CSV"
    XLSX = "xlsx", "XLSX"


class StateGroup(models.TextChoices):
    """Groups of states that the list can be narrowed to."""

    OPEN = "open", _("All open")
    NEW = "new", pgettext_lazy("state of a request", "New")
    IN_PROGRESS = "in_progress", pgettext_lazy("state of a request", "In progress")
    WAITING = "waiting", _("Waiting for the person")
    CLOSED = "closed", pgettext_lazy("state of a request", "Closed")
    ANONYMISED = "anonymised", pgettext_lazy("state of a request", "Anonymised")


STATES_OF = {
    StateGroup.OPEN: OPEN_STATES,
    StateGroup.NEW: frozenset({State.NEW}),
    StateGroup.IN_PROGRESS: frozenset({State.IN_PROGRESS}),
    StateGroup.WAITING: WAITING_STATES,
    StateGroup.CLOSED: frozenset({State.CLOSED}),
    StateGroup.ANONYMISED: frozenset({State.ANONYMISED}),
}


class Due(models.TextChoices):
    """When open requests are due."""

    OVERDUE = "overdue", _("Overdue")
    TODAY = "today", _("Due today")
    WEEK = "week", _("Due within 7 days")
    MONTH = "month", _("Due within 30 days")


# First and last day, counted from today; None: without limit.
DAYS_OF: dict[str, tuple[int | None, int]] = {
    Due.OVERDUE: (None, -1),
    Due.TODAY: (0, 0),
    Due.WEEK: (0, 7),
    Due.MONTH: (0, 30),
}

# Values of the filter of handlers besides the keys of users.
ME = "me"
NOBODY = "none"
# Value of the filter of registers for items without one.
UNKNOWN = "unknown"


class Urgency(models.TextChoices):
    """Why a case is in the digest, the most urgent first."""

    OVERDUE = "overdue", _("Overdue")
    DUE_SOON = "due_soon", _("Due soon")
    NEW = "new", _("New requests")
    UNASSIGNED = "unassigned", _("Without a handler")
