"""What needs real transactions: letters wait for the commit, and two workers never send the same one."""

import threading
import time

import pytest
from django.db import connection, transaction
from pytest_django import Settings

from privacy.mail.choices import MessageState
from privacy.mail.models import Message
from privacy.mail.outbox.sending import deliver, send_due
from privacy.mail.outbox.writing import OutsideTransaction, write_letter
from tests.privacy.mail.conftest import letter
from tests.privacy.mail.post_office import PostOffice

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_letter_is_written_in_a_transaction_only() -> None:
    with pytest.raises(OutsideTransaction):
        write_letter(**letter())
    assert not Message.objects.exists()


def test_a_letter_leaves_when_the_outer_transaction_commits(post_office: type[PostOffice]) -> None:
    with transaction.atomic():
        with transaction.atomic():
            message = write_letter(**letter())
        assert post_office.sent == []
    message.refresh_from_db()
    assert message.state == MessageState.SENT
    assert len(post_office.sent) == 1


def test_sending_inside_a_transaction_is_refused(post_office: type[PostOffice], settings: Settings) -> None:
    settings.PRIVACY_SEND_INLINE = False
    with transaction.atomic():
        message = write_letter(**letter())
    with transaction.atomic(), pytest.raises(RuntimeError):
        deliver(message.pk)
    assert post_office.sent == []


def test_the_claim_is_committed_before_the_dialogue(post_office: type[PostOffice]) -> None:
    seen: list[object] = []
    post_office.while_sending = lambda: seen.extend(
        [connection.in_atomic_block, *Message.objects.values_list("state", flat=True)]
    )
    with transaction.atomic():
        write_letter(**letter())
    assert seen == [False, MessageState.SENDING]


def run_together(*workers: "threading.Thread") -> None:
    """Start all and wait for all."""
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join(timeout=60)


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has one writer at a time")
def test_two_workers_never_send_the_same_letter(post_office: type[PostOffice], settings: Settings) -> None:
    settings.PRIVACY_SEND_INLINE = False
    with transaction.atomic():
        for number in range(30):
            write_letter(**letter(subject=f"Kirje {number}"))
    post_office.while_sending = lambda: time.sleep(0.005)
    start = threading.Barrier(4)

    def work() -> None:
        start.wait()
        try:
            send_due()
        finally:
            connection.close()

    run_together(*(threading.Thread(target=work) for _ in range(4)))
    subjects = [mail.subject for mail in post_office.sent]
    assert len(subjects) == 30
    assert len(set(subjects)) == 30
    assert set(Message.objects.values_list("state", "tries")) == {(MessageState.SENT, 1)}


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has one writer at a time")
def test_one_of_many_gets_the_claim(settings: Settings) -> None:
    settings.PRIVACY_SEND_INLINE = False
    with transaction.atomic():
        message = write_letter(**letter())
    assert message.next_try_at is not None
    moment, start, results = message.next_try_at, threading.Barrier(8), []

    def work() -> None:
        start.wait()
        try:
            results.append(Message.objects.claim(message.pk, now=moment))
        finally:
            connection.close()

    run_together(*(threading.Thread(target=work) for _ in range(8)))
    assert sorted(results) == [False] * 7 + [True]
