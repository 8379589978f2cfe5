"""Loads the demo's requests: a year of them, received and answered by the real steps under a moved clock."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import Any
from unittest.mock import patch

from django.db.models import F
from django.utils import timezone

from home.demo.case_steps import STEPS
from home.demo.data import Data, read
from privacy.actions import ActingPerson, AskedItem, IncomingRequest, Person, receive_request, record_request
from privacy.models import Controller, Message, Register, RightsRequest

SATURDAY = 5


def load_cases(users: dict[str, Any]) -> int:
    """Load the requests into a site that has none yet; give how many. None of their letters leaves."""
    if RightsRequest.objects.exists():
        return 0
    present = timezone.now()
    loaded = [case for entry in read("cases.json") if (case := _load_case(entry, present, users["handler"]))]
    waiting = Message.objects.filter(request__in=loaded, state="queued")
    waiting.update(state="sent", sent_at=F("created_at"), next_try_at=None)
    return len(loaded)


def _load_case(entry: Data, present: datetime, handler: Any) -> RightsRequest | None:
    incoming = _incoming(entry)
    if incoming is None:
        return None
    received = _in_the_daytime(present - timedelta(days=entry["days"], minutes=30), entry["days"])
    acting = ActingPerson.handler(handler)
    with moved_clock(received):
        if incoming.channel == "web":
            case = receive_request(incoming=incoming)
        else:
            case = record_request(incoming=incoming, acting=acting, received_on=timezone.localdate())
    for number, (days, step, *values) in enumerate(entry["steps"]):
        with moved_clock(_at_work(received + timedelta(days=days, minutes=number), present)):
            STEPS[step](case, acting, *values)
            case.refresh_from_db()
    return case


@contextmanager
def moved_clock(moment: datetime) -> Iterator[None]:
    """Let everything that asks for the time be told another moment."""
    with patch("django.utils.timezone.now", lambda: moment):
        yield


def _in_the_daytime(moment: datetime, seed: int) -> datetime:
    """Give a time between seven and fifteen (UTC) of the same day, another for each seed; never a later one."""
    return min(moment, moment.replace(hour=7 + seed % 8, minute=seed * 7 % 60))


def _at_work(moment: datetime, present: datetime) -> datetime:
    """Give the moment, or the same time on Monday: nobody works at the weekend."""
    while moment.weekday() >= SATURDAY and moment + timedelta(days=1) < present:
        moment += timedelta(days=1)
    return moment


def _incoming(entry: Data) -> IncomingRequest | None:
    """Give what came in; None when an editor has renamed or removed what it was about."""
    register = Register.objects.filter(slug=entry["register"]).select_related("controller").first()
    controller = register.controller if register else Controller.objects.filter(name=entry.get("controller")).first()
    if controller is None:
        return None
    subject = entry.get("subject", "")
    return IncomingRequest(
        controller=controller,
        items=[AskedItem(right, register) for right in entry["rights"]],
        requester=Person(
            name=entry["name"],
            finding_details=entry.get("finding", ""),
            email=entry.get("email", ""),
            phone=entry.get("phone", ""),
            postal_address=entry.get("address", ""),
        ),
        language=entry["language"],
        reply_channel=entry.get("reply", "email"),
        channel=entry.get("channel", "web"),
        relation=entry.get("relation", "self"),
        data_subject=Person(name=subject) if subject else None,
        message=entry.get("message", ""),
    )
