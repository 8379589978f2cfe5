"""Writes the rows of a request; the action that calls it owns the transaction."""

import unicodedata
from typing import Any

from django.db import IntegrityError, transaction

from privacy.notices.versions.models import NoticeVersion
from privacy.rights.choices import Actor, EventKind, PersonRole, Relation
from privacy.rights.errors import AlreadySent, NoFreeNumber
from privacy.rights.events import RequestEvent
from privacy.rights.incoming import IncomingRequest, Person
from privacy.rights.notice_versions import versions_in_force
from privacy.rights.numbers import new_number
from privacy.rights.records import RequestItem, RequestPerson, RightsRequest
from privacy.rights.tokens import landing_token, token_hash

_TRIES = 10


def insert_request(request: RightsRequest, *, form_token: str) -> RightsRequest:
    """Insert a request under a fresh number; raise AlreadySent when its form token is taken."""
    if form_token:
        request.form_token_hash = token_hash(form_token)
        request.landing_hash = token_hash(landing_token(form_token))
    for _attempt in range(_TRIES):
        request.number = new_number(request.received_on.year)
        try:
            with transaction.atomic():
                request.save(force_insert=True)
        except IntegrityError:
            if form_token and RightsRequest.objects.filter(form_token_hash=request.form_token_hash).exists():
                raise AlreadySent from None
        else:
            return request
    raise NoFreeNumber


def insert_persons(request: RightsRequest, incoming: IncomingRequest) -> None:
    """Insert the requester and, if another person's data are meant, that person."""
    own = incoming.relation == Relation.SELF
    role = PersonRole.BOTH if own else PersonRole.REQUESTER
    _insert_person(request, incoming.requester, role, incoming.relation)
    if not own and incoming.data_subject is not None:
        _insert_person(request, incoming.data_subject, PersonRole.DATA_SUBJECT, incoming.relation)


def _insert_person(request: RightsRequest, person: Person, role: PersonRole, relation: Relation) -> None:
    RequestPerson.objects.create(
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


def add_event(request: RightsRequest, kind: EventKind, actor: Actor, **fields: Any) -> RequestEvent:
    """Append an event to the history of a request."""
    return RequestEvent.objects.create(
        request=request, kind=kind, actor=actor, **{"version": request.version, **fields}
    )


def email_key(address: str) -> str:
    """Give the form of an address by which requests of one person are joined: NFC, case folded, IDNA domain."""
    local, at, domain = unicodedata.normalize("NFC", address.strip()).rpartition("@")
    if not at:
        return ""
    try:
        domain = domain.casefold().encode("idna").decode("ascii")
    except UnicodeError:
        domain = domain.casefold()
    return f"{local.casefold()}@{domain}"[:254]
