"""Plain values for the tests of requests."""

from typing import Any

from privacy.models import Register, RegisterAccess
from privacy.registers.choices import Permission
from privacy.rights.choices import Right
from privacy.rights.incoming import Answer, AskedItem, IncomingRequest, Person
from tests.factories import GroupFactory

PERSON = Person(name="Maija Mallikas", email="maija.mallikas@example.com")
SECRET_TEXT = "Asiakasnumeroni on 4711"


def incoming_for(register: Register | None, **changes: Any) -> IncomingRequest:
    """Give a request for access to a register; `controller` is needed when there is no register."""
    right = changes.pop("right", Right.ACCESS)
    controller = changes.pop("controller", None) or (register and register.controller)
    item = AskedItem(right, register, answers=[Answer("Mitä tietoja?", SECRET_TEXT)])
    plain: dict[str, Any] = {"controller": controller, "items": [item], "requester": PERSON, "language": "fi"}
    return IncomingRequest(**{**plain, **changes})


def give_access(user: Any, register: Register, permission: Permission) -> None:
    """Give a user a permission on the requests of a register, by a group of their own."""
    group = GroupFactory()
    user.groups.add(group)
    RegisterAccess.objects.create(group=group, register=register, permission=permission)
