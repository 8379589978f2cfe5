"""The steps of a request, each declared once: its button, its states, who may take it, what is recorded and written.

A new step is a member here and an event, an action, and a screen of the inbox; the text of its letter stands in
`data/standard_texts.json`. What may follow what is read from here alone.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from privacy.mail.choices import MessageKind
from privacy.rights.choices import OPEN_STATES, WAITING_STATES, State


class EventKind(models.TextChoices):
    """What happened in the life of a request."""

    RECEIVED = "received", _("Received")
    ACKNOWLEDGED = "acknowledged", _("Receipt confirmed")
    ROUTED = "routed", _("Told to the contact")
    CASE_OPENED = "case_opened", _("Opened by the contact")
    LINK_RENEWED = "link_renewed", _("New link sent")
    DECLINED = "declined", _("Passed to the next contact")
    TAKEN_ON = "taken_on", _("Taken on")
    ASSIGNED = "assigned", _("Given to a handler")
    CONFLICT_DECLARED = "conflict_declared", _("Conflict of interest declared")
    IDENTITY_ASKED = "identity_asked", _("Proof of identity asked for")
    IDENTITY_CONFIRMED = "identity_confirmed", _("Identity confirmed")
    CLARIFICATION_ASKED = "clarification_asked", _("Clarification asked for")
    CLARIFICATION_GIVEN = "clarification_given", _("Clarification received")
    REMINDED = "reminded", _("Person reminded")
    EXTENDED = "extended", _("Time limit extended")
    MOVED = "moved", _("Moved to another register")
    FORWARDED = "forwarded", _("Passed on to the controller")
    NOT_OURS = "not_ours", _("Found to belong to another controller")
    ANSWERED = "answered", _("Answered")
    FILES_OPENED = "files_opened", _("Files of the answer opened")
    CLOSED = "closed", _("All items have an outcome")
    REOPENED = "reopened", _("Reopened")
    RECEIPT_CORRECTED = "receipt_corrected", _("Day of receipt corrected")
    NOTED = "noted", _("Note")
    REFERENCE_SET = "reference_set", _("Case number given")
    RECIPIENTS_TOLD = "recipients_told", _("Recipients told (Art. 19)")
    JOINT_TOLD = "joint_told", _("Other joint controllers told")
    DOCUMENT_REQUEST = "document_request", _("Taken as a request for documents as well")
    LETTER_POSTED = "letter_posted", _("Printed letter delivered")
    HOLD_SET = "hold_set", _("Kept because of a dispute")
    HOLD_LIFTED = "hold_lifted", _("No longer kept because of a dispute")


def event_choices() -> list[tuple[str, Any]]:
    """Give the kinds of events; a callable, so that another one needs no migration."""
    return EventKind.choices


@dataclass(frozen=True, slots=True)
class LetterSpec:
    """A letter to the person: its kind, the standard text it is composed from, and what stands below that text.

    A kind that MessageKind does not know is named as its standard text is.

    `due`: the day of the answer, while the clock runs; `remedies`: those of Art. 12(4); `retention`: how the file is
    kept. `is_answer`: it goes by the channel that the person chose.
    """

    kind: str
    text: str
    due: bool = True
    remedies: bool = False
    retention: bool = False
    is_answer: bool = False


@dataclass(frozen=True, slots=True)
class StepSpec:
    """One step: the words of its button, the states it may be taken in, and whether a contact without an account may.

    `event` is what the history says of it, `letters` what the person may get.
    """

    label: Any
    states: frozenset[str]
    event: EventKind
    letters: tuple[LetterSpec, ...] = ()
    by_contact: bool = False


QUESTION = LetterSpec(MessageKind.IDENTITY_QUESTION, "identity_question")
CLARIFICATION = LetterSpec(MessageKind.CLARIFICATION_QUESTION, "clarification_question")
REMINDER = LetterSpec(MessageKind.REMINDER, "reminder")
EXTENSION = LetterSpec(MessageKind.EXTENSION, "extension")
CORRECTION = LetterSpec(MessageKind.CORRECTION, "receipt_corrected")
MOVED = LetterSpec(MessageKind.MOVED, "moved")
DOCUMENTS = LetterSpec(MessageKind.DOCUMENT_REQUEST, "document_request")
FORWARDED = LetterSpec(MessageKind.FORWARDED, "forwarded", due=False, retention=True, is_answer=True)
PASSED_ON = LetterSpec(MessageKind.FORWARDED, "not_ours_passed", due=False, retention=True, is_answer=True)
NOT_OURS = LetterSpec(MessageKind.ANSWER, "not_ours", due=False, remedies=True, retention=True, is_answer=True)
ANSWER = LetterSpec(MessageKind.ANSWER, "answer", due=False, retention=True, is_answer=True)
REFUSAL = LetterSpec(MessageKind.ANSWER, "answer", due=False, remedies=True, retention=True, is_answer=True)

_OPEN = frozenset(OPEN_STATES)
_WAITING = frozenset(WAITING_STATES)
_AT_WORK = _OPEN - _WAITING
_NOT_FORGOTTEN = _OPEN | {State.CLOSED}


class Step(StrEnum):
    """The steps of a request; the value of each stands in the audit log and in addresses."""

    spec: StepSpec

    def __new__(cls, code: str, spec: StepSpec) -> Self:
        """Make the member: a text, with its declaration."""
        step = str.__new__(cls, code)
        step._value_, step.spec = code, spec
        return step

    @property
    def label(self) -> Any:
        """The words of the step's button."""
        return self.spec.label

    TAKE_ON = "take_on", StepSpec(_("Take on"), frozenset({State.NEW}), EventKind.TAKEN_ON, by_contact=True)
    ASSIGN = "assign", StepSpec(_("Give to a handler"), _OPEN, EventKind.ASSIGNED)
    DECLINE = "decline", StepSpec(_("Does not belong to me"), _OPEN, EventKind.DECLINED, by_contact=True)
    DECLARE_CONFLICT = (
        "declare_conflict",
        StepSpec(_("Declare a conflict of interest"), _OPEN, EventKind.CONFLICT_DECLARED),
    )
    ASK_IDENTITY = (
        "ask_identity",
        StepSpec(
            _("Ask for proof of identity"), _AT_WORK, EventKind.IDENTITY_ASKED, letters=(QUESTION,), by_contact=True
        ),
    )
    CONFIRM_IDENTITY = (
        "confirm_identity",
        StepSpec(
            _("Record that identity is confirmed"),
            _AT_WORK | {State.WAITING_IDENTITY},
            EventKind.IDENTITY_CONFIRMED,
            by_contact=True,
        ),
    )
    ASK_CLARIFICATION = (
        "ask_clarification",
        StepSpec(
            _("Ask for clarification"),
            _AT_WORK,
            EventKind.CLARIFICATION_ASKED,
            letters=(CLARIFICATION,),
            by_contact=True,
        ),
    )
    RECORD_CLARIFICATION = (
        "record_clarification",
        StepSpec(
            _("Record the clarification"),
            frozenset({State.WAITING_CLARIFICATION}),
            EventKind.CLARIFICATION_GIVEN,
            by_contact=True,
        ),
    )
    REMIND = "remind", StepSpec(_("Remind the person"), _WAITING, EventKind.REMINDED, letters=(REMINDER,))
    EXTEND = "extend", StepSpec(_("Extend the time limit"), _OPEN, EventKind.EXTENDED, letters=(EXTENSION,))
    MOVE = "move", StepSpec(_("Move to another register"), _OPEN, EventKind.MOVED, letters=(MOVED,))
    PASS_ON = (
        "pass_on",
        StepSpec(
            _("Pass on to the controller whose processor we are"), _OPEN, EventKind.FORWARDED, letters=(FORWARDED,)
        ),
    )
    NOT_OURS = (
        "not_ours",
        StepSpec(
            _("We are not the controller"),
            _OPEN,
            EventKind.NOT_OURS,
            letters=(
                PASSED_ON,
                NOT_OURS,
            ),
        ),
    )
    ANSWER = (
        "answer",
        StepSpec(
            _("Answer"),
            _OPEN,
            EventKind.ANSWERED,
            letters=(
                ANSWER,
                REFUSAL,
            ),
        ),
    )
    RECORD_ANSWER = (
        "record_answer",
        StepSpec(_("Record an answer given otherwise"), _OPEN, EventKind.ANSWERED, by_contact=True),
    )
    REOPEN = "reopen", StepSpec(_("Reopen"), frozenset({State.CLOSED}), EventKind.REOPENED)
    CORRECT_RECEIPT = (
        "correct_receipt",
        StepSpec(_("Correct the day of receipt"), _OPEN, EventKind.RECEIPT_CORRECTED, letters=(CORRECTION,)),
    )
    NOTE = "note", StepSpec(_("Add a note"), _NOT_FORGOTTEN, EventKind.NOTED)
    SET_REFERENCE = "set_reference", StepSpec(_("Give the case number"), _NOT_FORGOTTEN, EventKind.REFERENCE_SET)
    TELL_RECIPIENTS = (
        "tell_recipients",
        StepSpec(_("Tell the recipients of the data"), _NOT_FORGOTTEN, EventKind.RECIPIENTS_TOLD),
    )
    TELL_JOINT_CONTROLLERS = (
        "tell_joint_controllers",
        StepSpec(_("Tell the other joint controllers"), _NOT_FORGOTTEN, EventKind.JOINT_TOLD),
    )
    DOCUMENT_REQUEST = (
        "document_request",
        StepSpec(
            _("Also a request for documents (Openness Act)"), _OPEN, EventKind.DOCUMENT_REQUEST, letters=(DOCUMENTS,)
        ),
    )
    RENEW_LINK = "renew_link", StepSpec(_("Send a new link to the contact"), _OPEN, EventKind.LINK_RENEWED)
    POST_LETTER = (
        "post_letter",
        StepSpec(_("Mark the printed letter as delivered"), _NOT_FORGOTTEN, EventKind.LETTER_POSTED),
    )
    SET_HOLD = "set_hold", StepSpec(_("Keep because of a dispute"), _NOT_FORGOTTEN, EventKind.HOLD_SET)
    LIFT_HOLD = "lift_hold", StepSpec(_("Keep no longer because of a dispute"), _NOT_FORGOTTEN, EventKind.HOLD_LIFTED)


def is_possible(step: Step, state: str) -> bool:
    """Tell whether a step may follow on a state."""
    return state in step.spec.states


def possible_steps(state: str, *, by_contact: bool = False) -> list[Step]:
    """Give the steps that may follow on a state, in the order of their declaration."""
    return [step for step in Step if is_possible(step, state) and (step.spec.by_contact or not by_contact)]
