"""Handlers are told, by numbers only, which requests will be anonymised, so that a dispute can stop it."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from django.db import transaction

from privacy.mail.choices import MessageKind
from privacy.mail.outbox.writing import letters_together, write_from_template
from privacy.registers.models.registers import Register
from privacy.rights.choices import State
from privacy.rights.deadlines.clock import today_of
from privacy.rights.deadlines.wording import short_date
from privacy.rights.letters.facts import admin_inbox_url
from privacy.rights.models.requests import RequestItem, RightsRequest
from privacy.rights.retention.due import forgotten_on
from privacy.rights.routing import Recipient, handlers_of, is_mailbox, route_for_controller, route_for_register

Lines = list[tuple[str, date]]
Mailbox = tuple[str, str]  # address, language
BATCH = 200


@transaction.atomic
def warn_handlers(requests: Iterable[RightsRequest]) -> int:
    """Write one letter to each handler of the registers, or to the contacts where there are none.

    Gives how many requests were warned of. Nobody is warned of what is kept because of a dispute by now, or of what
    another run has told meanwhile. In one transaction: what is marked as warned of has its letter.
    """
    keys = [request.pk for request in requests]
    lines: dict[Mailbox, Lines] = defaultdict(list)
    known: dict[tuple[int, int | None], set[Mailbox]] = {}
    warned = 0
    for first in range(0, len(keys), BATCH):
        for request in _claimed(keys[first : first + BATCH]):
            warned += 1
            items = request.items.all()
            for mailbox in set().union(*(_mailboxes(request, item, known) for item in items)):
                lines[mailbox].append((request.number, forgotten_on(request, items)))
    with letters_together():
        for (email, language), numbers in lines.items():
            _write(email, language, numbers)
    return warned


def _claimed(keys: list[int]) -> list[RightsRequest]:
    """Lock and mark those requests that still wait for a warning."""
    waiting = RightsRequest.objects.filter(
        pk__in=keys, state=State.CLOSED, on_hold=False, forget_warned_on__isnull=True
    ).order_by("pk")
    found = list(
        waiting.select_for_update(of=("self",))
        .select_related("controller")
        .prefetch_related("items__register__controller")
    )
    by_day: dict[date, list[int]] = defaultdict(list)
    for request in found:
        by_day[today_of(request)].append(request.pk)
    for day, pks in by_day.items():
        RightsRequest.objects.filter(pk__in=pks).update(forget_warned_on=day)
    return found


def _mailboxes(
    request: RightsRequest, item: RequestItem, known: dict[tuple[int, int | None], set[Mailbox]]
) -> set[Mailbox]:
    """Give who is told of an item; `known` are the mailboxes by controller and register that were found before."""
    place = (request.controller_id, item.register_id)
    if place not in known:
        known[place] = {(recipient.email, recipient.language) for recipient in _recipients(request, item.register)}
    return known[place]


def _recipients(request: RightsRequest, register: Register | None) -> list[Recipient]:
    if register is None:
        return route_for_controller(request.controller).recipients
    language = request.controller.main_language
    handlers = [Recipient(user.email, language) for user in handlers_of(register) if is_mailbox(user.email)]
    return handlers or route_for_register(register).recipients


def _write(email: str, language: str, numbers: Lines) -> None:
    rows = [(number, short_date(day, language)) for number, day in sorted(numbers)]
    facts = {"requests": rows, "link": admin_inbox_url(), "language": language}
    write_from_template("forgetting", kind=MessageKind.FORGETTING, to=email, language=language, facts=facts)
