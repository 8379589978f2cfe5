"""The command that sends what is due."""

import os
import signal
import threading
from datetime import timedelta
from io import StringIO

import pytest
import time_machine
from django.core.management import CommandError, call_command
from django.db import OperationalError
from django.utils import timezone
from pytest_django import Settings

from privacy.mail.choices import MessageState
from privacy.mail.delivery import LEASE
from privacy.mail.models import Message
from privacy.mail.outbox import sending
from privacy.management.commands import send_letters
from tests.privacy.mail.conftest import queued
from tests.privacy.mail.post_office import PostOffice

pytestmark = pytest.mark.django_db

# The worker drops stale connections between its rounds, and with them a test's own transaction.
real_transactions = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def worker_sends(settings: Settings) -> None:
    """Leave the letters to the command."""
    settings.PRIVACY_SEND_INLINE = False


def run(**options: float) -> str:
    """Run the command and give what it prints."""
    out = StringIO()
    call_command("send_letters", stdout=out, **options)
    return out.getvalue().strip()


def test_it_sends_what_is_due_and_prints_counts_without_addresses(post_office: type[PostOffice]) -> None:
    queued()
    queued()
    assert run() == "sent 2"
    assert len(post_office.sent) == 2


def test_it_says_so_when_nothing_is_due() -> None:
    assert run() == "nothing to send"


def test_it_keeps_to_its_limit(post_office: type[PostOffice]) -> None:
    queued()
    queued()
    assert run(limit=1) == "sent 1"


def test_it_marks_cut_off_letters_and_does_not_send_them(post_office: type[PostOffice]) -> None:
    Message.objects.claim(queued().pk, now=timezone.now())
    with time_machine.travel(timezone.now() + LEASE + timedelta(minutes=1)):
        assert run() == "uncertain 1"
        assert run() == "nothing to send"
    assert Message.objects.get().state == MessageState.UNCERTAIN
    assert post_office.sent == []


@real_transactions
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_watching_ends_at_a_signal_after_the_letter_in_hand(
    post_office: type[PostOffice], number: signal.Signals
) -> None:
    queued()
    queued()
    handler = signal.getsignal(number)
    post_office.while_sending = lambda: os.kill(os.getpid(), number)
    assert run(watch=60) == "sent 1"
    assert signal.getsignal(number) is handler


@real_transactions
def test_watching_looks_again(post_office: type[PostOffice], monkeypatch: pytest.MonkeyPatch) -> None:
    queued()
    rounds: list[int] = []

    def counted(*, limit: int, stop: object) -> object:
        rounds.append(limit)
        if len(rounds) == 3:
            os.kill(os.getpid(), signal.SIGTERM)
        return sending.send_due(limit=limit)

    monkeypatch.setattr(send_letters, "send_due", counted)
    assert run(watch=0.01) == "sent 1"
    assert len(rounds) == 3


@real_transactions
def test_watching_survives_a_database_that_is_away(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def away(**kwargs: object) -> object:
        threading.Timer(0, os.kill, (os.getpid(), signal.SIGTERM)).start()
        raise OperationalError("connection to server at 192.0.2.1 failed")

    monkeypatch.setattr(send_letters, "send_due", away)
    assert run(watch=0.2) == ""
    assert "OperationalError" in caplog.text
    assert "192.0.2.1" not in caplog.text


def test_watching_needs_a_pause() -> None:
    with pytest.raises(CommandError):
        run(watch=0)
