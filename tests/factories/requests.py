"""Rights requests as the database keeps them; no letters are written."""

from datetime import date, timedelta
from typing import Any

import factory
from django.utils import timezone
from factory.django import DjangoModelFactory

from privacy.registers.models.registers import Register
from privacy.rights.choices import Actor, Outcome, Right, State
from privacy.rights.deadlines.clock import start_clock
from privacy.rights.models.events import add_event
from privacy.rights.models.requests import RequestPerson, RightsRequest, email_key, order_keys
from privacy.rights.steps import EventKind
from privacy.rights.submission.incoming import AskedItem
from privacy.rights.submission.numbers import new_number
from tests.factories.records import ControllerFactory, RegisterFactory


class RightsRequestFactory(DjangoModelFactory):
    """A request of one person to `register` (None: not known) about `rights`; new, received `days_ago`.

    taken_on, waiting_identity, waiting_clarification, closed, anonymised, overdue and due_soon are its
    states; `person` takes fields of the person.
    """

    class Meta:
        model = RightsRequest

    class Params:
        days_ago = 3
        overdue = factory.Trait(days_ago=60)
        due_soon = factory.Trait(days_ago=28)
        taken_on = factory.Trait(state=State.IN_PROGRESS, owner_name="Testi Käsittelijä")
        waiting_identity = factory.Trait(state=State.WAITING_IDENTITY, owner_name="Testi Käsittelijä")
        waiting_clarification = factory.Trait(state=State.WAITING_CLARIFICATION, owner_name="Testi Käsittelijä")
        anonymised = factory.Trait(state=State.ANONYMISED, closed_at=factory.LazyFunction(timezone.now))
        closed = factory.Trait(state=State.CLOSED, closed_at=factory.LazyFunction(timezone.now))

    register = factory.SubFactory(RegisterFactory)
    rights = (Right.ACCESS,)
    person = factory.LazyFunction(dict)
    controller = factory.LazyAttribute(lambda request: _controller(request.register))
    language = "fi"
    received_at = factory.LazyAttribute(lambda request: timezone.now() - timedelta(days=request.days_ago))
    received_on = factory.LazyAttribute(lambda request: timezone.localdate(request.received_at))
    number = factory.LazyAttribute(lambda request: new_number(request.received_on.year))

    @classmethod
    def _create(cls, model_class: type[RightsRequest], *args: Any, **kwargs: Any) -> RightsRequest:
        register, rights, person = (kwargs.pop(name) for name in ("register", "rights", "person"))
        clock = start_clock(kwargs["received_on"], kwargs["controller"].country)
        for field in ("nominal_on", "due_on"):
            kwargs.setdefault(field, date.fromisoformat(clock[field]))
        kwargs.setdefault("order_name", person.get("name", "Oona Oletettu"))
        for name, value in order_keys(AskedItem(right, register) for right in rights).items():
            kwargs.setdefault(name, value)
        request = super()._create(model_class, *args, **kwargs)
        details = {"name": "Oona Oletettu", "email": "oona.oletettu@example.com", **person}
        RequestPerson.objects.create(request=request, email_key=email_key(details["email"]), **details)
        outcome = {"outcome": Outcome.FULFILLED, "answered_on": timezone.localdate()} if request.closed_at else {}
        for right in rights:
            request.items.create(right=right, register=register, **outcome)
        add_event(request, EventKind.RECEIVED, Actor.PERSON, stated_on=request.received_on, data=clock)
        return request


def _controller(register: Register | None) -> Any:
    return register.controller if register else ControllerFactory()
