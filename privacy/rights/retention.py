"""How long the file of a request is kept (6-request-file.md 6.1)."""

from datetime import date

from privacy.rights.deadlines import local_date, months_later
from privacy.rights.records import RightsRequest

DEFAULT_MONTHS = 36  # where the register of a request was never known: the same as a register's own default


def retention_months(request: RightsRequest) -> int:
    """Give the longest period of the registers of a request, in months."""
    months = [item.register.retention_months for item in request.items.select_related("register") if item.register]
    return max(months, default=DEFAULT_MONTHS)


def forget_on(request: RightsRequest) -> date:
    """Give the first day on which a closed request may be anonymised, counted from its closing."""
    if request.closed_at is None:
        raise ValueError("the request is not closed")
    closed_on = local_date(request.closed_at, request.controller.time_zone)
    return months_later(closed_on, retention_months(request))
