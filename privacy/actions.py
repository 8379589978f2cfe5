"""Gathers what is done with requests; the door for host sites that act on them (`from privacy.actions import …`)."""

from privacy.rights.actions import *  # noqa: F403
from privacy.rights.actions import __all__ as _steps
from privacy.rights.actions.informing import PartyEntry
from privacy.rights.actors import ActingPerson
from privacy.rights.answers import ItemAnswer
from privacy.rights.asking import draft_question, draft_reminder
from privacy.rights.drafting import draft_answer
from privacy.rights.incoming import Answer, AskedItem, IncomingRequest, Person
from privacy.rights.standard_texts import LetterText, TextCode

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
    "draft_answer",
    "draft_question",
    "draft_reminder",
]
