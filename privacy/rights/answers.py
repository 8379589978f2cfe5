"""What an answer to one item says."""

from dataclasses import dataclass

from privacy.rights.records import RequestItem


@dataclass(frozen=True, slots=True)
class ItemAnswer:
    """The outcome of one item; a refusal has a reason code, and the reasons and remedies were told (Art. 12(4)).

    `facts` are the words of the decision: what was done, or on what facts it was refused.
    """

    item: RequestItem
    outcome: str
    reason_code: str = ""
    reasons_told: bool = False
    facts: str = ""

    def as_data(self) -> dict[str, str]:
        """Give what the history keeps of the answer."""
        return {"right": self.item.right, "outcome": self.outcome, "reason_code": self.reason_code}
