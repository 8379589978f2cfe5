"""Handlers are told, by numbers only, which requests will be anonymised, so that a dispute can stop it."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from django.db import transaction

from privacy.mail.choices import MessageKind
from privacy.mail.outbox.writing import write_from_template
from privacy.rights.deadlines.clock import today_of
from privacy.rights.deadlines.wording import short_date
from privacy.rights.letters.facts import admin_inbox_url
from privacy.rights.models.requests import RightsRequest
from privacy.rights.retention.due import forgotten_on
from privacy.rights.routing import Recipient, handlers_of, is_mailbox, route_for_controller, route_for_register

Lines = list[tuple[str, date]]


@transaction.atomic
def warn_handlers(requests: Iterable[RightsRequest]) -> int:
    """Write one letter to each handler of the registers, or to the contacts where there are none; give how many.

    Nobody is warned of what is kept because of a dispute by now, or of what another run has told meanwhile.
    """
    lines: dict[tuple[str, str], Lines] = defaultdict(list)
    for request in requests:
        waiting = RightsRequest.objects.filter(pk=request.pk, on_hold=False, forget_warned_on__isnull=True)
        if not waiting.update(forget_warned_on=today_of(request)):
            continue
        for mailbox in _mailboxes(request):
            lines[mailbox].append((request.number, forgotten_on(request)))
    for (email, language), numbers in lines.items():
        _write(email, language, numbers)
    return len(lines)


def _mailboxes(request: RightsRequest) -> set[tuple[str, str]]:
    language = request.controller.main_language
    found: set[tuple[str, str]] = set()
    for item in request.items.select_related("register__controller"):
        if item.register is None:
            recipients = route_for_controller(request.controller).recipients
        else:
            users = [user for user in handlers_of(item.register) if is_mailbox(user.email)]
            recipients = [Recipient(user.email, language) for user in users]
            recipients = recipients or route_for_register(item.register).recipients
        found |= {(recipient.email, recipient.language) for recipient in recipients}
    return found


def _write(email: str, language: str, numbers: Lines) -> None:
    rows = [(number, short_date(day, language)) for number, day in sorted(numbers)]
    facts = {"requests": rows, "link": admin_inbox_url(), "language": language}
    write_from_template("forgetting", kind=MessageKind.FORGETTING, to=email, language=language, facts=facts)
