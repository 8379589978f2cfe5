"""What changed between two wordings of a notice: pure, of text and values only."""

from privacy.notices.versions.diff.marking import Labels
from privacy.notices.versions.diff.material import Reason, Suggestion, suggest_kind
from privacy.notices.versions.diff.ordering import ComparedSection
from privacy.notices.versions.diff.section_diff import SectionDifference, compare, compare_texts

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
