"""A request comes in: by the form or the programming interface, or recorded by a handler."""

from datetime import date, datetime
from functools import partial
from typing import Any

from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from privacy.mail.outbox.writing import letters_together
from privacy.notices.versions.models import NoticeVersion
from privacy.registers.choices import Permission
from privacy.rights.choices import Actor, Channel, PersonRole, Relation
from privacy.rights.deadlines.clock import replay, start_clock
from privacy.rights.deadlines.counting import local_date
from privacy.rights.errors import AlreadySent, DayNotPossible, NoFreeNumber, NotAllowed
from privacy.rights.letters.to_contacts import may_acknowledge, notify_contacts
from privacy.rights.letters.to_person import write_acknowledgement
from privacy.rights.models.events import add_events, new_event
from privacy.rights.models.requests import RequestItem, RequestPerson, RightsRequest, email_key, order_keys
from privacy.rights.notice_snapshot import versions_in_force
from privacy.rights.permissions import policy
from privacy.rights.steps import EventKind
from privacy.rights.submission.incoming import IncomingRequest, Person
from privacy.rights.submission.numbers import new_number
from privacy.rights.submission.validation import check_incoming
from privacy.rights.tokens import landing_token, token_hash
from privacy.rights.workflow.actors import ActingPerson
from privacy.rights.workflow.transition import LOG_PREFIX
from privacy.signals import request_received

_TRIES = 10


def insert_request(request: RightsRequest, *, form_token: str) -> RightsRequest:
    """Insert a request under a fresh number; raise AlreadySent when its form token is taken."""
    if form_token:
        request.form_token_hash = token_hash(form_token)
        request.landing_hash = token_hash(landing_token(form_token))
    for _attempt in range(_TRIES):
        request.number = new_number(request.received_on.year)
        # A conflict is no error, so it needs no savepoint: the row is there afterwards, or number or token were taken.
        RightsRequest.objects.bulk_create([request], ignore_conflicts=True)
        stored = RightsRequest.objects.filter(uuid=request.uuid).order_by().values_list("pk", flat=True)
        request.pk = next(iter(stored), None)
        if request.pk is not None:
            return request
        if form_token and RightsRequest.objects.filter(form_token_hash=request.form_token_hash).exists():
            raise AlreadySent
    raise NoFreeNumber


def insert_persons(request: RightsRequest, incoming: IncomingRequest) -> None:
    """Insert the requester and, if another person's data are meant, that person."""
    own = incoming.relation == Relation.SELF
    persons = [(incoming.requester, PersonRole.BOTH if own else PersonRole.REQUESTER)]
    if not own and incoming.data_subject is not None:
        persons.append((incoming.data_subject, PersonRole.DATA_SUBJECT))
    RequestPerson.objects.bulk_create(_new_person(request, person, role, incoming.relation) for person, role in persons)


def _new_person(request: RightsRequest, person: Person, role: PersonRole, relation: Relation) -> RequestPerson:
    return RequestPerson(
        request=request,
        role=role,
        relation=relation,
        name=person.name,
        finding_details=person.finding_details,
        email=person.email,
        email_key=email_key(person.email),
        phone=person.phone,
        postal_address=person.postal_address,
    )


def insert_items(request: RightsRequest, incoming: IncomingRequest) -> list[RequestItem]:
    """Insert the items, in the order they were asked, each with the version of the notice that was in force."""
    registers = {item.register.pk for item in incoming.items if item.register}
    versions = versions_in_force(registers, request.language, request.received_at)
    return RequestItem.objects.bulk_create(
        _new_item(request, item, versions.get(item.register.pk) if item.register else None) for item in incoming.items
    )


def _new_item(request: RightsRequest, item: Any, version: NoticeVersion | None) -> RequestItem:
    return RequestItem(
        request=request,
        right=item.right,
        register=item.register,
        all_registers=item.all_registers,
        answers=[answer.as_data() for answer in item.answers],
        notice_version=version,
        notice_number=version.number if version else "",
        notice_digest=version.digest if version else "",
    )


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
    received_at = received_at or timezone.now()
    received_on = received_on or local_date(received_at, incoming.controller.time_zone)
    by_person = {"actor": Actor.PERSON}
    return _receive(incoming, received_at, received_on, by_person, form_page=form_page, form_token=form_token)


@transaction.atomic
def record_request(
    *, incoming: IncomingRequest, acting: ActingPerson, received_on: date, form_token: str = ""
) -> RightsRequest:
    """Record a request that came by letter, telephone, visit or email, with its day of receipt.

    A receipt is confirmed to the person where there is an email. Raises a RightsError.
    """
    _check_may_record(incoming, acting)
    now = timezone.now()
    if received_on > local_date(now, incoming.controller.time_zone):
        raise DayNotPossible
    request = _receive(incoming, now, received_on, acting.event_fields(), form_token=form_token)
    log(instance=request, action=LOG_PREFIX + "record", user=acting.user, data={"channel": request.channel})
    return request


def _receive(
    incoming: IncomingRequest,
    received_at: datetime,
    received_on: date,
    event_fields: dict[str, Any],
    *,
    form_page: Any = None,
    form_token: str = "",
) -> RightsRequest:
    check_incoming(incoming)
    clock_data = start_clock(received_on, incoming.controller.country)
    request = _new_request(incoming, received_at, clock_data, form_page)
    email = incoming.requester.email if may_acknowledge(incoming.requester.email) else ""
    request.acknowledged_at = timezone.now() if email else None
    insert_request(request, form_token=form_token)
    insert_persons(request, incoming)
    items = insert_items(request, incoming)
    events = [new_event(request, EventKind.RECEIVED, stated_on=received_on, data=clock_data, **event_fields)]
    with letters_together():
        if email:
            # It repeats nothing that was typed; the landing page holds the same facts.
            write_acknowledgement(request, items, to=email)
            events.append(new_event(request, EventKind.ACKNOWLEDGED, Actor.SYSTEM))
        events += notify_contacts(request, items)
    add_events(events)
    transaction.on_commit(partial(request_received.send, sender=RightsRequest, rights_request=request))
    return request


def _new_request(
    incoming: IncomingRequest, received_at: datetime, clock_data: dict[str, Any], form_page: Any
) -> RightsRequest:
    clock = replay([(EventKind.RECEIVED, clock_data)])
    return RightsRequest(
        controller=incoming.controller,
        form_page=form_page,
        channel=incoming.channel,
        language=incoming.language,
        reply_channel=incoming.reply_channel,
        received_at=received_at,
        received_on=clock.received_on,
        nominal_on=clock.nominal_on,
        due_on=clock.due_on,
        message=incoming.message,
        extra_answers=[answer.as_data() for answer in incoming.extra_answers],
        order_name=incoming.requester.name,
        **order_keys(incoming.items),
    )


def _check_may_record(incoming: IncomingRequest, acting: ActingPerson) -> None:
    """Raise NotAllowed unless the handler may handle every register named, or one of the controller's."""
    if acting.user is None or incoming.channel in (Channel.WEB, Channel.API):
        raise NotAllowed
    handled = policy.registers(acting.user, Permission.HANDLE).filter(controller=incoming.controller)
    named = {item.register.pk for item in incoming.items if item.register is not None}
    allowed = set(handled.values_list("pk", flat=True))
    unknown = any(item.register is None for item in incoming.items)
    if not named <= allowed or (unknown and not handled.filter(confidential=False).exists()):
        raise NotAllowed
