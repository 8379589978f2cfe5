"""What changed between two wordings of a notice: pure, of text and values only."""

from privacy.notices.comparing.marking import Labels
from privacy.notices.comparing.ordering import ComparedSection
from privacy.notices.comparing.sections import SectionDifference, compare, compare_texts
from privacy.notices.comparing.suggestion import Reason, Suggestion, suggest_kind

__all__ = [
    "ComparedSection",
    "Labels",
    "Reason",
    "SectionDifference",
    "Suggestion",
    "compare",
    "compare_texts",
    "suggest_kind",
]
