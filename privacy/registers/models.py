"""Gathers the records of the room: who we are."""

from privacy.registers.access import RegisterAccess
from privacy.registers.authorities import SupervisoryAuthority, SupervisoryAuthorityText
from privacy.registers.contacts import Contact, ContactText
from privacy.registers.controllers import Controller, ControllerText
from privacy.registers.filing import Register, RegisterContact, RegisterJointController, RegisterRoute, RegisterText

__all__ = [
    "Contact",
    "ContactText",
    "Controller",
    "ControllerText",
    "Register",
    "RegisterAccess",
    "RegisterContact",
    "RegisterJointController",
    "RegisterRoute",
    "RegisterText",
    "SupervisoryAuthority",
    "SupervisoryAuthorityText",
]
