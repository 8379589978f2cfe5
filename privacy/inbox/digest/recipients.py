"""To whom the digest about a case goes: its handler, else all handlers, else the contacts and the fallback."""

from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from typing import Any

from privacy.registers.models.registers import Register
from privacy.rights.models.requests import RequestItem, RightsRequest
from privacy.rights.routing import Recipient, handlers_of, is_mailbox, route_for_controller, route_for_register


@dataclass(frozen=True, slots=True)
class Addressee:
    """A mailbox with its language; without a user its owner opens cases on the contact's page.

    `number_only`: the letter may hold nothing of a case but its number.
    """

    email: str
    language: str
    by_admin: bool
    contact: Any = None
    number_only: bool = False


class Addressees:
    """Finds the addressees of cases, asking for those of a register once."""

    def __init__(self) -> None:
        self._handlers = cache(handlers_of)
        self._route = cache(route_for_register)
        self._plain_registers = cache(_plain_registers)

    def of(self, request: RightsRequest) -> dict[Addressee, list[RequestItem]]:
        """Give the addressees of a case, each with the items that are not answered and concern them."""
        found: dict[Addressee, list[RequestItem]] = defaultdict(list)
        for item in request.items.all():
            if not item.outcome:
                for addressee in self._of_item(request, item):
                    found[addressee].append(item)
        return found

    def _of_item(self, request: RightsRequest, item: RequestItem) -> list[Addressee]:
        registers = (
            [item.register] if item.register else self._plain_registers(request.controller, request.form_page_id)
        )
        users = {user.pk: user for register in registers for user in self._handlers(register) if is_mailbox(user.email)}
        owner = request.owner
        if owner is not None and owner.is_active and is_mailbox(owner.email):
            users = {owner.pk: owner} if owner.pk in users or owner.is_superuser else users
        language = request.controller.main_language
        if users:
            return [Addressee(user.email, language, by_admin=True) for user in users.values()]
        route = self._route(item.register) if item.register else route_for_controller(request.controller)
        return [_addressee(recipient, number_only=route.number_only) for recipient in route.recipients]


def _addressee(recipient: Recipient, *, number_only: bool) -> Addressee:
    # A user who may not handle the register cannot open the case in the admin.
    return Addressee(recipient.email, recipient.language, number_only, recipient.contact, number_only)


def _plain_registers(controller: Any, form_page: int | None) -> list[Register]:
    registers = Register.objects.filter(controller=controller, confidential=False)
    if form_page is not None:
        registers = registers.filter(request_page_rows__page=form_page).distinct()
    return list(registers.select_related("controller"))
