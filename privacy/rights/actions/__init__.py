"""What is done with a request: one function per step, each in one transaction, for every door alike.

A step takes `request`, `acting` and, from pages that were read before, `seen_version` (the version of the request
on that page). It raises a RightsError that says in words what is wrong, and saves nothing then.
"""

from privacy.rights.actions.answering import answer_request, record_answer
from privacy.rights.actions.asking import (
    ask_clarification,
    ask_identity,
    confirm_identity,
    record_clarification,
    remind_person,
)
from privacy.rights.actions.documenting import take_as_document_request
from privacy.rights.actions.extending import extend_time_limit
from privacy.rights.actions.fetching import open_files, send_file_code
from privacy.rights.actions.forwarding import move_items, pass_on_to_controller, tell_not_controller
from privacy.rights.actions.holding import lift_hold, set_hold
from privacy.rights.actions.informing import tell_joint_controllers, tell_recipients
from privacy.rights.actions.noting import add_note, mark_letter_delivered, set_case_number
from privacy.rights.actions.opening import open_case, renew_link, renew_links_of_contact, send_case_code
from privacy.rights.actions.receiving import receive_request, record_request
from privacy.rights.actions.reviewing import correct_receipt, reopen_request
from privacy.rights.actions.taking import assign_request, declare_conflict, decline_request, take_on_request

__all__ = [
    "add_note",
    "answer_request",
    "ask_clarification",
    "ask_identity",
    "assign_request",
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
    "send_case_code",
    "send_file_code",
    "set_case_number",
    "set_hold",
    "take_as_document_request",
    "take_on_request",
    "tell_joint_controllers",
    "tell_not_controller",
    "tell_recipients",
]
