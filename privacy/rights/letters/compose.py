"""Letters that a handler edits before a step sends them, and what must stay in them."""

from collections.abc import Callable

from privacy.rights.errors import FactMissing
from privacy.rights.models.standard_texts import LetterText

# Gives the letter that is sent for the one that the step has drafted. Raising ends the step, and nothing is saved.
Edit = Callable[[LetterText], LetterText]


def as_drafted(letter: LetterText) -> LetterText:
    """Send the letter as the standard text has it."""
    return letter


def edited(draft: LetterText, edit: Edit, *, must_say: str = "") -> LetterText:
    """Give the letter after editing; raise FactMissing when it no longer says what the person must be told.

    Number, due date, register and remedies need no check: they stand below the text, where nobody edits.
    """
    letter = edit(draft)
    if _plain(must_say) not in _plain(letter.text):
        raise FactMissing
    return letter


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()
