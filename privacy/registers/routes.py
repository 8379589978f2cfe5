"""To which contacts of a register requests go."""

from collections.abc import Iterable
from typing import Any

from privacy.registers.choices import ContactRole
from privacy.registers.models.contacts import Contact


def contacts_on_route(routes: Iterable[Any], shown: Iterable[Any]) -> list[Contact]:
    """Choose among the rows of a register, each with its `contact`: the routing list, else the persons of the notice.

    `shown` is read only where nobody is on the routing list.
    """
    routed = [row.contact for row in routes if row.contact.live]
    if routed:
        return routed
    live = [row.contact for row in shown if row.contact.live]
    return [contact for contact in live if contact.role == ContactRole.CONTACT_PERSON]
