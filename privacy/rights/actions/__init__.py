"""What is done with a request: one function per step, each in one transaction, for every door alike.

A step takes `request`, `acting` and, from pages that were read before, `seen_version` (the version of the request
on that page). It raises a RightsError that says in words what is wrong, and saves nothing then. Where a step writes a
letter that can be edited, `compose_…` gives it first, takes the same values, and changes nothing.
"""

from privacy.rights.actions.answer import answer_request, record_answer, reopen_request
from privacy.rights.actions.assign import assign_request, declare_conflict, decline_request, take_on_request
from privacy.rights.actions.clarify import (
    ask_clarification,
    ask_identity,
    compose_question,
    compose_reminder,
    confirm_identity,
    record_clarification,
    remind_person,
)
from privacy.rights.actions.file import add_note, lift_hold, mark_letter_delivered, set_case_number, set_hold
from privacy.rights.actions.forward import (
    compose_move,
    compose_not_controller,
    compose_passing_on,
    move_items,
    pass_on_to_controller,
    tell_not_controller,
)
from privacy.rights.actions.notify import tell_joint_controllers, tell_recipients
from privacy.rights.actions.opening import (
    open_case,
    open_files,
    renew_link,
    renew_links_of_contact,
    send_code,
)
from privacy.rights.actions.time_limit import (
    compose_correction,
    compose_extension,
    correct_receipt,
    extend_time_limit,
    take_as_document_request,
)
from privacy.rights.submission.receive import receive_request, record_request

__all__ = [
    "add_note",
    "answer_request",
    "ask_clarification",
    "ask_identity",
    "assign_request",
    "compose_correction",
    "compose_extension",
    "compose_move",
    "compose_not_controller",
    "compose_passing_on",
    "compose_question",
    "compose_reminder",
    "confirm_identity",
    "correct_receipt",
    "declare_conflict",
    "decline_request",
    "extend_time_limit",
    "lift_hold",
    "mark_letter_delivered",
    "move_items",
    "open_case",
    "open_files",
    "pass_on_to_controller",
    "receive_request",
    "record_answer",
    "record_clarification",
    "record_request",
    "remind_person",
    "renew_link",
    "renew_links_of_contact",
    "reopen_request",
    "send_code",
    "set_case_number",
    "set_hold",
    "take_as_document_request",
    "take_on_request",
    "tell_joint_controllers",
    "tell_not_controller",
    "tell_recipients",
]
