"""Gives a request to a handler."""

from typing import Any

from django.db import transaction

from privacy.registers.choices import Permission
from privacy.rights.actors import ActingPerson
from privacy.rights.choices import EventKind, State
from privacy.rights.errors import NotAllowed, StepNotPossible
from privacy.rights.permissions import policy
from privacy.rights.recording import add_event
from privacy.rights.records import RightsRequest


@transaction.atomic
def assign_request(*, request: RightsRequest, acting: ActingPerson, handler: Any) -> RightsRequest:
    """Give an open request to a handler, who must be allowed to handle it; a new one is in progress then."""
    acting.check_may_handle(request)
    request = RightsRequest.objects.select_for_update().get(pk=request.pk)
    if not request.is_open:
        raise StepNotPossible
    if not policy.may(handler, request, Permission.HANDLE):
        raise NotAllowed
    request.owner, request.owner_name = handler, ActingPerson.handler(handler).name
    if request.state == State.NEW:
        request.state = State.IN_PROGRESS
    request.save(update_fields=["owner", "owner_name", "state"])
    add_event(request, EventKind.ASSIGNED, **acting.event_fields())
    return request
