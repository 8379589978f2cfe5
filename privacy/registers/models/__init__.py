"""Gathers the records of the room: who we are."""

from privacy.registers.models.access import RegisterAccess
from privacy.registers.models.authorities import SupervisoryAuthority, SupervisoryAuthorityText
from privacy.registers.models.contacts import Contact, ContactText
from privacy.registers.models.controllers import Controller, ControllerText
from privacy.registers.models.registers import (
    Register,
    RegisterContact,
    RegisterJointController,
    RegisterRoute,
    RegisterText,
)

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
