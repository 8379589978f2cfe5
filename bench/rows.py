"""Fills an empty database with requests as a large organisation has them after some years."""

import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.contrib.auth.models import Permission as DjangoPermission
from django.utils import timezone

from privacy.models import Controller, Register, RegisterAccess, RequestEvent, RequestItem, RequestPerson, RightsRequest
from privacy.registers.choices import Permission
from privacy.rights.choices import Actor, Channel, Outcome, ReasonCode, Right, State
from privacy.rights.models.requests import order_keys
from privacy.rights.steps import EventKind
from privacy.rights.submission.numbers import new_number

BATCH = 2_000
OPEN_SHARE = 0.03
REGISTERS = 20
FIRST_NAMES = ("Aino", "Eino", "Venla", "Oiva", "Åke", "Örn", "Tove", "Kerttu", "Urho", "Siiri")
LAST_NAMES = ("Esimerkki", "Mallikas", "Oletettu", "Kuvitelma", "Näyte", "Provman", "Exempelström", "Testinen")


def make_people(passwords: str) -> dict[str, Any]:
    """Make registers, a superuser and a handler of three of the registers; give the users by name."""
    controller = Controller.objects.create(name="Mittaus Oy", country="FI", email="mittaus@example.fi")
    registers = [
        Register.objects.create(name=f"Rekisteri {place:02}", slug=f"rekisteri-{place}", controller=controller)
        for place in range(REGISTERS)
    ]
    users = get_user_model()._default_manager
    superuser = users.create_superuser("mittaaja", "mittaaja@example.fi", passwords)
    handler = users.create_user("kasittelija", "kasittelija@example.fi", passwords)
    group = Group.objects.create(name="Käsittelijät")
    group.permissions.add(DjangoPermission.objects.get(codename="access_admin"))
    handler.groups.add(group)
    rows = [
        RegisterAccess(group=group, register=register, permission=value)
        for register in registers[:3]
        for value in Permission.values
    ]
    RegisterAccess.objects.bulk_create(rows)
    return {"superuser": superuser, "handler": handler}


def fill(number: int, *, handler: Any) -> None:
    """Insert so many requests with their persons, items and first events."""
    chance = random.Random(4711)  # noqa: S311 — the same rows on each run
    registers = list(Register.objects.order_by("pk"))
    for start in range(0, number, BATCH):
        batch = [_request(chance, registers, handler) for _place in range(min(BATCH, number - start))]
        requests = RightsRequest.objects.bulk_create(batch)
        persons = [_person(chance, request) for request in requests]
        items = [list(_items(chance, request, registers)) for request in requests]
        RequestPerson.objects.bulk_create(persons)
        RequestItem.objects.bulk_create(item for own in items for item in own)
        for request, person, own in zip(requests, persons, items, strict=True):
            vars(request).update(order_name=person.name, **order_keys(own))
        RightsRequest.objects.bulk_update(requests, ["order_name", "order_right", "order_register"])
        RequestEvent.objects.bulk_create(_received(request) for request in requests)


def _request(chance: random.Random, registers: list[Register], handler: Any) -> RightsRequest:
    is_open = chance.random() < OPEN_SHARE
    received = timezone.localdate() - timedelta(days=chance.randrange(0, 40) if is_open else chance.randrange(31, 2500))
    moment = datetime(received.year, received.month, received.day, 9, tzinfo=UTC)
    taken = not is_open or chance.random() < 0.6
    state = chance.choice([State.NEW, State.IN_PROGRESS, State.WAITING_IDENTITY]) if is_open else State.CLOSED
    return RightsRequest(
        number=_free_number(received.year),
        controller=registers[0].controller,
        state=state,
        channel=chance.choice(Channel.values),
        language=chance.choice(["fi", "fi", "fi", "sv", "en"]),
        received_at=moment,
        received_on=received,
        nominal_on=received + timedelta(days=30),
        due_on=received + timedelta(days=31),
        closed_at=None if is_open else moment + timedelta(days=chance.randrange(1, 60)),
        owner=handler if taken and chance.random() < 0.2 else None,
        owner_name=chance.choice(LAST_NAMES) if taken else "",
        message="Haluan tietää, mitä tietoja minusta on. " * chance.randrange(1, 20),
    )


_NUMBERS: set[str] = set()


def _free_number(year: int) -> str:
    while (number := new_number(year)) in _NUMBERS:
        pass
    _NUMBERS.add(number)
    return number


def _person(chance: random.Random, request: RightsRequest) -> RequestPerson:
    first, last = chance.choice(FIRST_NAMES), chance.choice(LAST_NAMES)
    email = f"{first}.{last}.{request.pk}@example.com".lower()
    return RequestPerson(request=request, name=f"{first} {last} {request.pk % 997}", email=email, email_key=email)


def _items(chance: random.Random, request: RightsRequest, registers: list[Register]) -> Iterator[RequestItem]:
    for right in chance.sample(Right.values, chance.choice([1, 1, 1, 2, 3])):
        closed = request.closed_at is not None
        outcome = chance.choice(Outcome.values) if closed else ""
        yield RequestItem(
            request=request,
            right=right,
            register=chance.choice(registers) if chance.random() < 0.95 else None,
            outcome=outcome,
            reason_code=chance.choice(ReasonCode.values) if outcome == Outcome.REFUSED else "",
            answered_on=request.closed_at.date() if closed and request.closed_at else None,
            answers=[{"question": "Mitä?", "answer": "Kaikki"}],
        )


def _received(request: RightsRequest) -> RequestEvent:
    return RequestEvent(request=request, kind=EventKind.RECEIVED, actor=Actor.PERSON, stated_on=request.received_on)
