"""What is done with a request: one function per step, each in one transaction, for every door alike."""

from collections.abc import Sequence
from datetime import date, datetime
from functools import partial
from typing import Any

from django.db import transaction
from django.utils import timezone

from privacy.rights.actors import ActingPerson
from privacy.rights.answering import check_answers, close_if_answered, record_answers
from privacy.rights.answers import ItemAnswer
from privacy.rights.case.links import open_with_code, renew_code
from privacy.rights.cases import CaseLink
from privacy.rights.checking import check_incoming
from privacy.rights.choices import Actor, EventKind, State
from privacy.rights.clock import replay, start_clock
from privacy.rights.deadlines import local_date
from privacy.rights.errors import StepNotPossible
from privacy.rights.incoming import IncomingRequest
from privacy.rights.letters import write_case_code
from privacy.rights.notifying import acknowledge, notify_contacts
from privacy.rights.recording import add_event, insert_items, insert_persons, insert_request
from privacy.rights.records import RightsRequest
from privacy.signals import request_closed, request_received


@transaction.atomic
def receive_request(
    *,
    incoming: IncomingRequest,
    form_page: Any = None,
    received_at: datetime | None = None,
    received_on: date | None = None,
    form_token: str = "",
) -> RightsRequest:
    """Receive a request: store it with its items, first event and letters, and start its clock (GDPR Art. 12(3)).

    The clock starts on the local day of the controller. Raises a RightsError; AlreadySent when the form token
    belongs to a request that is stored.
    """
    check_incoming(incoming)
    controller = incoming.controller
    received_at = received_at or timezone.now()
    received_on = received_on or local_date(received_at, controller.time_zone)
    clock_data = start_clock(received_on, controller.country)
    clock = replay([(EventKind.RECEIVED, clock_data)])
    request = RightsRequest(
        controller=controller,
        form_page=form_page,
        channel=incoming.channel,
        language=incoming.language,
        reply_channel=incoming.reply_channel,
        received_at=received_at,
        received_on=received_on,
        nominal_on=clock.nominal_on,
        due_on=clock.due_on,
        message=incoming.message,
        extra_answers=[answer.as_data() for answer in incoming.extra_answers],
    )
    insert_request(request, form_token=form_token)
    insert_persons(request, incoming)
    items = insert_items(request, incoming)
    add_event(request, EventKind.RECEIVED, Actor.PERSON, stated_on=received_on, data=clock_data)
    acknowledge(request, items, email=incoming.requester.email)
    notify_contacts(request, items)
    transaction.on_commit(partial(request_received.send, sender=RightsRequest, rights_request=request))
    return request


@transaction.atomic
def take_on_request(*, request: RightsRequest, acting: ActingPerson) -> RightsRequest:
    """Take a new request on: somebody is handling it now."""
    acting.check_may_handle(request)
    request = RightsRequest.objects.select_for_update().get(pk=request.pk)
    if request.state != State.NEW:
        raise StepNotPossible
    request.state = State.IN_PROGRESS
    request.owner = acting.user
    request.owner_name = acting.name
    request.save(update_fields=["state", "owner", "owner_name"])
    add_event(request, EventKind.TAKEN_ON, **acting.event_fields())
    return request


@transaction.atomic
def record_answer(
    *,
    request: RightsRequest,
    acting: ActingPerson,
    answers: Sequence[ItemAnswer],
    answered_on: date,
    channel: str,
    identity: str = "",
    recipients_told: str = "",
) -> RightsRequest:
    """Record that a request was answered outside the system, right by right; closes it when none is left.

    `channel` is how the answer was given, `identity` how the person was identified (the method only),
    `recipients_told` whether recipients were told (Art. 19). Raises a RightsError.
    """
    acting.check_may_handle(request)
    request = RightsRequest.objects.select_for_update(of=("self",)).select_related("controller").get(pk=request.pk)
    if not request.is_open:
        raise StepNotPossible
    acting.check_may_answer(request, answers)
    check_answers(request, answers, answered_on)
    record_answers(answers, answered_on)
    data = {
        "channel": channel,
        "identity": identity,
        "recipients_told": recipients_told,
        "outcomes": [answer.as_data() for answer in answers],
    }
    add_event(request, EventKind.ANSWERED, stated_on=answered_on, data=data, **acting.event_fields())
    if close_if_answered(request, acting):
        transaction.on_commit(partial(request_closed.send, sender=RightsRequest, rights_request=request))
    return request


@transaction.atomic
def send_case_code(*, link: CaseLink) -> bool:
    """Send a one-time code to the mailbox of a link; false when one was sent a moment ago or too many were."""
    code = renew_code(link)
    if code is None:
        return False
    write_case_code(link, code)
    return True


@transaction.atomic
def open_case(*, link: CaseLink, code: str) -> bool:
    """Open a case by the code that was sent; the first opening is recorded."""
    if not open_with_code(link, code):
        return False
    if CaseLink.objects.filter(pk=link.pk, opened_at__isnull=True).update(opened_at=timezone.now()):
        add_event(link.request, EventKind.CASE_OPENED, **ActingPerson.by_link(link).event_fields())
    return True
