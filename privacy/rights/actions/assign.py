"""Who handles a request: taking on, giving to a handler, passing to the next contact, standing aside."""

from typing import Any

from django.db import transaction

from privacy.registers.choices import Permission
from privacy.rights.choices import State
from privacy.rights.code_links import revoke_links
from privacy.rights.errors import HandlerNotPossible, NobodyElse, NotAllowed
from privacy.rights.letters.to_contacts import notify_next, notify_other_handlers
from privacy.rights.models.access_links import CaseLink
from privacy.rights.models.requests import RightsRequest
from privacy.rights.permissions import policy
from privacy.rights.steps import Step
from privacy.rights.workflow.actors import ActingPerson
from privacy.rights.workflow.transition import begin_step, has_conflict


@transaction.atomic
def take_on_request(*, request: RightsRequest, acting: ActingPerson, seen_version: int | None = None) -> RightsRequest:
    """Take a new request on: somebody is handling it now."""
    step = begin_step(Step.TAKE_ON, request=request, acting=acting, seen_version=seen_version)
    step.change(state=State.IN_PROGRESS, owner=acting.user, owner_name=acting.name)
    step.end()
    return step.request


@transaction.atomic
def assign_request(
    *, request: RightsRequest, acting: ActingPerson, handler: Any, seen_version: int | None = None
) -> RightsRequest:
    """Give a request to a handler, or to nobody (None); a new one is in progress then.

    Raises HandlerNotPossible for a user who may not handle it or declared a conflict of interest.
    """
    step = begin_step(Step.ASSIGN, request=request, acting=acting, seen_version=seen_version)
    if handler is not None:
        if not policy.may(handler, step.request, Permission.HANDLE) or has_conflict(step.request, handler):
            raise HandlerNotPossible
        if step.request.state == State.NEW:
            step.change(state=State.IN_PROGRESS)
    name = ActingPerson.handler(handler).name if handler is not None else ""
    step.change(owner=handler, owner_name=name)
    step.end(text=name)
    return step.request


@transaction.atomic
def decline_request(
    *, request: RightsRequest, acting: ActingPerson, reason: str = "", seen_version: int | None = None
) -> RightsRequest:
    """Pass what a contact was told of to the next on the route; the contact's link is closed.

    Raises NobodyElse when no further mailbox is on the route.
    """
    step = begin_step(Step.DECLINE, request=request, acting=acting, seen_version=seen_version)
    link = acting.link
    if link is None:
        raise NotAllowed
    items = [item for item in step.items if not item.outcome]
    if not items or not notify_next(step.request, items):
        raise NobodyElse
    if step.request.owner is None and step.request.owner_name == acting.name:
        step.change(owner_name="")
        if step.request.state == State.IN_PROGRESS:
            step.change(state=State.NEW)
    revoke_links(CaseLink.objects.filter(pk=link.pk))
    step.end(text=reason)
    return step.request


@transaction.atomic
def declare_conflict(
    *, request: RightsRequest, acting: ActingPerson, reason: str = "", seen_version: int | None = None
) -> RightsRequest:
    """Stand aside because of a conflict of interest: the handler can do nothing more, and others are told."""
    step = begin_step(Step.DECLARE_CONFLICT, request=request, acting=acting, seen_version=seen_version)
    if step.request.owner_id == acting.user.pk:
        step.change(owner=None, owner_name="")
        if step.request.state == State.IN_PROGRESS:
            step.change(state=State.NEW)
    step.end(text=reason)
    notify_other_handlers(step.request, step.items, acting)
    return step.request
