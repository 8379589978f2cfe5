"""Gathers what is done with requests; the door for host sites that act on them (`from privacy.actions import …`)."""

from privacy.rights.actions import *  # noqa: F403
from privacy.rights.actions import __all__ as _steps
from privacy.rights.actions.notify import PartyEntry
from privacy.rights.letters.answer_letter import compose_answer
from privacy.rights.models.standard_texts import LetterText, TextCode
from privacy.rights.submission.incoming import Answer, AskedItem, IncomingRequest, Person
from privacy.rights.workflow.actors import ActingPerson
from privacy.rights.workflow.outcomes import ItemAnswer

__all__ = [
    *_steps,
    "ActingPerson",
    "Answer",
    "AskedItem",
    "IncomingRequest",
    "ItemAnswer",
    "LetterText",
    "PartyEntry",
    "Person",
    "TextCode",
    "compose_answer",
]
