"""Plain values for the tests of requests."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from privacy.models import CaseLink, Register, RegisterAccess, RightsRequest
from privacy.registers.choices import Permission
from privacy.rights.choices import Right, State
from privacy.rights.models.standard_texts import LetterText
from privacy.rights.submission.incoming import Answer, AskedItem, IncomingRequest, Person
from privacy.rights.tokens import new_token, token_hash
from privacy.rights.workflow.actors import ActingPerson
from tests.factories import GroupFactory, RightsRequestFactory, UserFactory

LETTER = LetterText("Tietosuojapyyntö", "Ensimmäinen kappale.\n\nToinen kappale.")

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


def handler_of(*registers: Register, permission: Permission = Permission.HANDLE) -> ActingPerson:
    """Give a new handler of registers."""
    user = UserFactory()
    for register in registers:
        give_access(user, register, permission)
    return ActingPerson.handler(user)


def handler_for(request: RightsRequest) -> ActingPerson:
    """Give a new handler of all registers of a request."""
    return handler_of(*(item.register for item in request.items.all() if item.register))


def contact_for(request: RightsRequest, **fields: Any) -> ActingPerson:
    """Give a contact without an account who opened a request by a link."""
    link = {"email": "yhteys@example.fi", "language": "fi", "register": request.items.first().register}
    token = token_hash(new_token())
    return ActingPerson.by_link(CaseLink.objects.create(request=request, token_hash=token, **{**link, **fields}))


def in_state(state: str, **fields: Any) -> RightsRequest:
    """Give a request in a state."""
    traits: dict[str, dict[str, bool]] = {State.NEW: {}, State.IN_PROGRESS: {"taken_on": True}}
    return RightsRequestFactory(**traits.get(state, {str(State(state).value): True}), **fields)


def days_ago(days: int) -> Any:
    """Give the local day so many days before today."""
    return timezone.localdate() - timedelta(days=days)
