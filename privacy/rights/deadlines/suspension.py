"""Whether a question to the person may stop the clock (5-requests.md 5.3; GDPR Art. 12(6), recital 63)."""

from dataclasses import dataclass
from datetime import date, timedelta

from privacy.rights.deadlines.calendar import is_working_day
from privacy.rights.errors import ReasonMissing, SuspensionNotPossible

PROMPT_DAYS = 3  # working days after receipt within which a question counts as sent without undue delay


@dataclass(frozen=True, slots=True)
class SuspensionOffer:
    """Whether the clock may be stopped by a question sent on a day, and whether that is the rule.

    `late`: more than three working days after receipt; then it is off, and switching it on needs a reason.
    """

    possible: bool
    late: bool

    @property
    def by_default(self) -> bool:
        """Whether the clock stops unless the handler says otherwise."""
        return self.possible and not self.late


def working_days_after(received_on: date, asked_on: date, country: str) -> int:
    """Count the working days after the day of receipt up to and with the day of the question."""
    days = (received_on + timedelta(days=number) for number in range(1, (asked_on - received_on).days + 1))
    return sum(is_working_day(day, country) for day in days)


def offer_for_identity(received_on: date, asked_on: date, country: str) -> SuspensionOffer:
    """Give what is offered with a question about identity."""
    return SuspensionOffer(True, late=working_days_after(received_on, asked_on, country) > PROMPT_DAYS)


def offer_for_clarification(received_on: date, asked_on: date, country: str, *, much_data: bool) -> SuspensionOffer:
    """Give what is offered with a question about what the request concerns; only recital 63 stops the clock."""
    offer = offer_for_identity(received_on, asked_on, country)
    return SuspensionOffer(much_data, late=offer.late)


def decide(offer: SuspensionOffer, *, wanted: bool | None, reason: str) -> bool:
    """Tell whether the clock stops; None takes the rule. Raises SuspensionNotPossible or ReasonMissing."""
    if wanted is None:
        return offer.by_default
    if wanted and not offer.possible:
        raise SuspensionNotPossible
    if wanted and offer.late and not reason.strip():
        raise ReasonMissing
    return wanted
