"""Who is told of a new request: the person, and for each register whoever its route names."""

from collections.abc import Sequence
from datetime import timedelta
from itertools import groupby

from django.utils import timezone

from privacy.mail.choices import MessageKind
from privacy.registers.models.contacts import Contact
from privacy.rights.actors import ActingPerson
from privacy.rights.choices import Actor, EventKind
from privacy.rights.letters import write_acknowledgement, write_handler_needed, write_notifications
from privacy.rights.recording import add_event, email_key
from privacy.rights.records import RequestItem, RightsRequest
from privacy.rights.routing import (
    Recipient,
    Route,
    handlers_of,
    is_mailbox,
    route_after,
    route_for_controller,
    route_for_register,
)


def acknowledge(request: RightsRequest, items: Sequence[RequestItem], *, email: str) -> None:
    """Confirm the receipt to the person, if they gave an email; the landing page holds the same facts."""
    if not email or _written_to_often(email):
        return
    write_acknowledgement(request, items, to=email)
    request.acknowledged_at = timezone.now()
    request.save(update_fields=["acknowledged_at"])
    add_event(request, EventKind.ACKNOWLEDGED, Actor.SYSTEM)


# A form that takes any address must not become a way to flood a mailbox.
MAX_ACKNOWLEDGEMENTS = 5
PERIOD = timedelta(hours=1)


def _written_to_often(email: str) -> bool:
    since = timezone.now() - PERIOD
    same = RightsRequest.objects.filter(persons__email_key=email_key(email), acknowledged_at__gte=since)
    return same.count() >= MAX_ACKNOWLEDGEMENTS


def notify_contacts(request: RightsRequest, items: Sequence[RequestItem]) -> None:
    """Tell whoever answers for each register, once per register."""
    by_register = sorted(items, key=lambda item: item.register_id or 0)
    for _register_id, group in groupby(by_register, key=lambda item: item.register_id):
        concerned = list(group)
        register = concerned[0].register
        route = route_for_register(register) if register else route_for_controller(request.controller)
        messages = write_notifications(request, concerned, route)
        data = {"letters": [str(message.uuid) for message in messages], "problem": _problem(route)}
        contact = route.recipients[0].contact
        add_event(request, EventKind.ROUTED, Actor.SYSTEM, contact=contact, data=data)


def notify_contact(request: RightsRequest, items: Sequence[RequestItem], contact: Contact) -> None:
    """Tell one contact again what a request asks of one register, at the mailbox that the contact has now."""
    user = contact.user if contact.user is not None and contact.user.is_active else None
    write_notifications(request, items, Route([Recipient(contact.email, contact.language, contact, user)]))


def notify_next(request: RightsRequest, items: Sequence[RequestItem]) -> bool:
    """Tell the next mailbox on the route, after all those that were told before; False when there is none."""
    register = items[0].register
    told = request.messages.filter(kind=MessageKind.NOTIFICATION, register=register).values_list("to", flat=True)
    route = route_after(register, request.controller, told=set(told))
    if route is None:
        return False
    messages = write_notifications(request, items, route)
    data = {"letters": [str(message.uuid) for message in messages], "problem": _problem(route)}
    add_event(request, EventKind.ROUTED, Actor.SYSTEM, contact=route.recipients[0].contact, data=data)
    return True


def notify_other_handlers(request: RightsRequest, acting: ActingPerson) -> None:
    """Tell the other handlers of the registers that somebody has to take a request on; contacts where there are none.

    What the actor handled counts, not what they may not even see.
    """
    told: set[str] = {acting.user.email} if acting.user else set()
    for item in acting.items(request):
        others = [user for user in handlers_of(item.register) if user != acting.user] if item.register else []
        for user in others:
            if is_mailbox(user.email) and user.email not in told:
                told.add(user.email)
                write_handler_needed(request, item.register, to=user.email, language=request.controller.main_language)
        if not others and not item.outcome:
            notify_contacts(request, [item])


def _problem(route: Route) -> str:
    if route.problem:
        return "site_default"
    return "skipped_without_email" if route.skipped else ""
