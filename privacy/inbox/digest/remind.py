"""Reminds those who answer of what waits for them: one letter a day for each mailbox, each case at most once."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone

from privacy.inbox.choices import Urgency
from privacy.inbox.digest.letter import DigestLine, write_digest
from privacy.inbox.digest.recipients import Addressee, Addressees
from privacy.mail.choices import MessageKind
from privacy.mail.models import Message
from privacy.rights.choices import OPEN_STATES, State
from privacy.rights.deadlines.counting import local_date
from privacy.rights.models.requests import RightsRequest

# Days before the due date on which a reminder is written.
THRESHOLDS = (7, 3, 1)
DIGESTS_KEPT = timedelta(days=90)


@transaction.atomic
def remind_handlers() -> int:
    """Write the digests of today and give their number; run again on the same day it writes about new cases only."""
    now = timezone.now()
    lines: dict[Addressee, list[DigestLine]] = defaultdict(list)
    addressees = Addressees()
    reminded = []
    for request in _open_requests():
        today = local_date(now, request.controller.time_zone)
        mark = mark_of(request, today)
        if mark is None or request.reminded_on == today:
            continue
        for addressee, items in addressees.of(request).items():
            lines[addressee].append(DigestLine(mark, request, tuple(items), (request.due_on - today).days))
        request.reminded_on = today
        reminded.append(request)
    RightsRequest.objects.bulk_update(reminded, ["reminded_on"], batch_size=500)
    for addressee, own in lines.items():
        write_digest(addressee, own)
    Message.objects.filter(kind=MessageKind.DIGEST, created_at__lt=now - DIGESTS_KEPT).delete()
    return len(lines)


def _open_requests() -> Sequence[RightsRequest]:
    """Give the open requests under a lock, so that of two runs at once the second finds what the first has done."""
    keys = RightsRequest.objects.select_for_update().filter(state__in=OPEN_STATES).order_by("pk")
    locked = list(keys.values_list("pk", flat=True))
    found = RightsRequest.objects.filter(pk__in=locked).order_by("due_on", "pk")
    return list(
        found.select_related("controller", "owner").prefetch_related(
            "items__register__controller", "items__register__texts"
        )
    )


def mark_of(request: RightsRequest, today: date) -> Urgency | None:
    """Give why a case is in the digest of a day, or None: overdue, due soon, new, or in nobody's hands.

    A case is due soon on the first run on or after each threshold, so that a day without a run skips none. A case
    whose clock stands still waits for the person.
    """
    if request.suspended_on is not None:
        return None
    left = (request.due_on - today).days
    before = (request.due_on - (request.reminded_on or request.received_on)).days
    if left < 0:
        return Urgency.OVERDUE
    if any(left <= threshold < before for threshold in THRESHOLDS):
        return Urgency.DUE_SOON
    if request.state == State.NEW and request.reminded_on is None:
        return Urgency.NEW
    return Urgency.UNASSIGNED if not request.owner_id and not request.owner_name else None
