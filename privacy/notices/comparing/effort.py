"""A bound on the work of one comparison, whatever the texts are."""

from dataclasses import dataclass

# Units of about a ten-millionth of a second: looking at one pair of words.
DEFAULT_EFFORT = 2_500_000


@dataclass(slots=True)
class Effort:
    """What is left to spend on one comparison; shared by all its sections."""

    left: int = DEFAULT_EFFORT
    refusals: int = 0

    def spend(self, units: int) -> bool:
        """Take units of work, or say that there are not so many left."""
        if units > self.left:
            self.refusals += 1
            return False
        self.left -= units
        return True
