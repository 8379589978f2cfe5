"""Letters to the person before they are sent: composed from a standard text, edited by a handler, and checked."""

from collections.abc import Sequence

from privacy.rights.deadlines.clock import Clock
from privacy.rights.errors import FactMissing
from privacy.rights.letters.facts import facts_for_person
from privacy.rights.models.requests import RequestItem, RightsRequest
from privacy.rights.models.standard_texts import LetterText, standard_text

_VALUES = ("number", "received", "due", "rights", "register", "controller", "contact", "explanation")


def compose_letter(
    code: str, request: RightsRequest, items: Sequence[RequestItem], *, clock: Clock | None = None, **more: str
) -> LetterText:
    """Give a letter made from a standard text, in the person's language, ready to be edited; nothing is written.

    `request` is the request as it will be when the letter leaves, `clock` its clock where that is not recorded yet.
    """
    facts = facts_for_person(request, items, clock=clock)
    return standard_text(code, request.language).filled({name: facts[name] for name in _VALUES} | more)


def check_says(letter: LetterText, fact: str) -> LetterText:
    """Give an edited letter; raise FactMissing when it no longer says what the person must be told.

    Number, due date, register and remedies need no check: they stand below the text, where nobody edits.
    """
    if _plain(fact) not in _plain(letter.text):
        raise FactMissing
    return letter


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()
