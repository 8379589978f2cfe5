"""Who is told of a new request: the person, and for each register whoever its route names."""

from collections.abc import Sequence
from datetime import timedelta
from itertools import groupby

from django.utils import timezone

from privacy.rights.choices import Actor, EventKind
from privacy.rights.letters import write_acknowledgement, write_notifications
from privacy.rights.recording import add_event, email_key
from privacy.rights.records import RequestItem, RightsRequest
from privacy.rights.routing import Route, route_for_controller, route_for_register


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


def _problem(route: Route) -> str:
    if route.problem:
        return "site_default"
    return "skipped_without_email" if route.skipped else ""
