"""What may follow what in the life of a request: one table of steps and states."""

from dataclasses import dataclass

from django.db import models
from django.utils.translation import gettext_lazy as _

from privacy.rights.choices import OPEN_STATES, WAITING_STATES, State


class Step(models.TextChoices):
    """The steps of a request, in the words of their buttons."""

    TAKE_ON = "take_on", _("Take on")
    ASSIGN = "assign", _("Give to a handler")
    DECLINE = "decline", _("Does not belong to me")
    DECLARE_CONFLICT = "declare_conflict", _("Declare a conflict of interest")
    ASK_IDENTITY = "ask_identity", _("Ask for proof of identity")
    CONFIRM_IDENTITY = "confirm_identity", _("Record that identity is confirmed")
    ASK_CLARIFICATION = "ask_clarification", _("Ask for clarification")
    RECORD_CLARIFICATION = "record_clarification", _("Record the clarification")
    REMIND = "remind", _("Remind the person")
    EXTEND = "extend", _("Extend the time limit")
    MOVE = "move", _("Move to another register")
    PASS_ON = "pass_on", _("Pass on to the controller whose processor we are")
    NOT_OURS = "not_ours", _("We are not the controller")
    ANSWER = "answer", _("Answer")
    RECORD_ANSWER = "record_answer", _("Record an answer given otherwise")
    REOPEN = "reopen", _("Reopen")
    CORRECT_RECEIPT = "correct_receipt", _("Correct the day of receipt")
    NOTE = "note", _("Add a note")
    SET_REFERENCE = "set_reference", _("Give the case number")
    TELL_RECIPIENTS = "tell_recipients", _("Tell the recipients of the data")
    TELL_JOINT_CONTROLLERS = "tell_joint_controllers", _("Tell the other joint controllers")
    DOCUMENT_REQUEST = "document_request", _("Also a request for documents (Openness Act)")
    RENEW_LINK = "renew_link", _("Send a new link to the contact")
    POST_LETTER = "post_letter", _("Mark the printed letter as delivered")
    SET_HOLD = "set_hold", _("Keep because of a dispute")
    LIFT_HOLD = "lift_hold", _("Keep no longer because of a dispute")


@dataclass(frozen=True, slots=True)
class Rule:
    """In which states a step may be taken, and whether a contact without an account may take it."""

    states: frozenset[str]
    by_contact: bool = False


_OPEN = frozenset(OPEN_STATES)
_WAITING = frozenset(WAITING_STATES)
_AT_WORK = _OPEN - _WAITING
_NOT_FORGOTTEN = _OPEN | {State.CLOSED}

TABLE: dict[Step, Rule] = {
    Step.TAKE_ON: Rule(frozenset({State.NEW}), by_contact=True),
    Step.ASSIGN: Rule(_OPEN),
    Step.DECLINE: Rule(_OPEN, by_contact=True),
    Step.DECLARE_CONFLICT: Rule(_OPEN),
    Step.ASK_IDENTITY: Rule(_AT_WORK, by_contact=True),
    Step.CONFIRM_IDENTITY: Rule(_AT_WORK | {State.WAITING_IDENTITY}, by_contact=True),
    Step.ASK_CLARIFICATION: Rule(_AT_WORK, by_contact=True),
    Step.RECORD_CLARIFICATION: Rule(frozenset({State.WAITING_CLARIFICATION}), by_contact=True),
    Step.REMIND: Rule(_WAITING),
    Step.EXTEND: Rule(_OPEN),
    Step.MOVE: Rule(_OPEN),
    Step.PASS_ON: Rule(_OPEN),
    Step.NOT_OURS: Rule(_OPEN),
    Step.ANSWER: Rule(_OPEN),
    Step.RECORD_ANSWER: Rule(_OPEN, by_contact=True),
    Step.REOPEN: Rule(frozenset({State.CLOSED})),
    Step.CORRECT_RECEIPT: Rule(_OPEN),
    Step.NOTE: Rule(_NOT_FORGOTTEN),
    Step.SET_REFERENCE: Rule(_NOT_FORGOTTEN),
    Step.TELL_RECIPIENTS: Rule(_NOT_FORGOTTEN),
    Step.TELL_JOINT_CONTROLLERS: Rule(_NOT_FORGOTTEN),
    Step.DOCUMENT_REQUEST: Rule(_OPEN),
    Step.RENEW_LINK: Rule(_OPEN),
    Step.POST_LETTER: Rule(_NOT_FORGOTTEN),
    Step.SET_HOLD: Rule(_NOT_FORGOTTEN),
    Step.LIFT_HOLD: Rule(_NOT_FORGOTTEN),
}


def is_possible(step: Step, state: str) -> bool:
    """Tell whether a step may follow on a state."""
    return state in TABLE[step].states


def possible_steps(state: str, *, by_contact: bool = False) -> list[Step]:
    """Give the steps that may follow on a state, in the order of the table."""
    return [step for step, rule in TABLE.items() if state in rule.states and (rule.by_contact or not by_contact)]
