"""Letters are rows first; what becomes of them stands in the row."""

import logging
import smtplib
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.db import OperationalError, transaction
from django.utils import timezone
from pytest_django import DjangoCaptureOnCommitCallbacks, Settings

from privacy.mail.choices import MessageState
from privacy.mail.delivery import LEASE, PAUSES, DeliveryState
from privacy.mail.models import Message
from privacy.mail.outbox import sending
from privacy.mail.outbox.sending import deliver, mark_lapsed_uncertain, send_due
from privacy.mail.outbox.writing import LetterRefused, write_letter
from tests.privacy.mail.conftest import letter, queued
from tests.privacy.mail.post_office import PostOffice

pytestmark = pytest.mark.django_db

NOT_NOW = smtplib.SMTPDataError(451, b"try again")
Office = type[PostOffice]


def state_of(message: Message) -> str:
    message.refresh_from_db()
    return message.state


def test_letter_is_saved_first_and_mailed_after_the_commit(
    post_office: Office, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    with django_capture_on_commit_callbacks(execute=True), transaction.atomic():
        message = write_letter(**letter())
        assert state_of(message) == MessageState.QUEUED
        assert post_office.sent == []
    assert state_of(message) == MessageState.SENT
    assert message.sent_at is not None
    assert message.lease_until is None
    assert [mail.to for mail in post_office.sent] == [[message.to]]


def test_a_rollback_leaves_no_row_and_no_mail(
    post_office: Office, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    with django_capture_on_commit_callbacks(execute=True), transaction.atomic():
        write_letter(**letter())
        transaction.set_rollback(True)
    assert not Message.objects.exists()
    assert post_office.sent == []


def test_nothing_leaves_at_once_where_a_worker_sends(
    post_office: Office,
    settings: Settings,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    settings.PRIVACY_SEND_INLINE = False
    with django_capture_on_commit_callbacks(execute=True), transaction.atomic():
        message = write_letter(**letter())
    assert state_of(message) == MessageState.QUEUED
    assert send_due() == {MessageState.SENT: 1}
    assert len(post_office.sent) == 1


def test_a_failing_mail_system_does_not_reach_the_caller(
    post_office: Office, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    post_office.error_on_open = ConnectionRefusedError()
    with django_capture_on_commit_callbacks(execute=True), transaction.atomic():
        message = write_letter(**letter())
    assert state_of(message) == MessageState.DEFERRED
    assert message.error == "ConnectionRefusedError"


def test_a_failing_database_after_the_commit_leaves_the_letter_to_the_worker(
    post_office: Office,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    def broken(*args: Any, **kwargs: Any) -> MessageState:
        raise OperationalError("row with aino.esimerkki@example.fi")

    with monkeypatch.context() as patched, django_capture_on_commit_callbacks(execute=True), transaction.atomic():
        patched.setattr(sending, "deliver", broken)
        message = write_letter(**letter())
    assert state_of(message) == MessageState.QUEUED
    assert "OperationalError" in caplog.text
    assert "aino" not in caplog.text
    assert send_due() == {MessageState.SENT: 1}


def test_pauses_between_tries_grow_until_the_letter_has_failed(post_office: Office) -> None:
    post_office.error_on_send = NOT_NOW
    with time_machine.travel("2026-11-23T08:00:00+00:00", tick=False) as clock:
        message = queued()
        for number, pause in enumerate(PAUSES, start=1):
            assert send_due() == {MessageState.DEFERRED: 1}
            message.refresh_from_db()
            assert message.tries == number
            assert message.next_try_at == timezone.now() + pause
            clock.shift(pause - timedelta(seconds=1))
            assert send_due() == {}
            clock.shift(1)
        assert send_due() == {MessageState.FAILED: 1}
        clock.shift(timedelta(days=30))
        assert send_due() == {}
    assert state_of(message) == MessageState.FAILED
    assert message.error == "SMTPDataError 451"
    assert message.next_try_at is None


def test_pauses_are_one_minute_to_one_day() -> None:
    assert [pause.total_seconds() / 60 for pause in PAUSES] == [1, 5, 15, 60, 240, 720, 1440]


def test_a_deferred_letter_leaves_later(post_office: Office) -> None:
    post_office.error_on_send = NOT_NOW
    with time_machine.travel("2026-11-23T08:00:00+00:00", tick=False) as clock:
        message = queued()
        send_due()
        post_office.error_on_send = None
        clock.shift(PAUSES[0])
        assert send_due() == {MessageState.SENT: 1}
    assert state_of(message) == MessageState.SENT
    assert (message.tries, message.error, message.next_try_at) == (2, "", None)


@pytest.mark.parametrize(
    ("error", "state"),
    [
        (smtplib.SMTPRecipientsRefused({"a@example.fi": (550, b"unknown")}), MessageState.REJECTED),
        (TimeoutError(), MessageState.UNCERTAIN),
        (UnicodeError(), MessageState.FAILED),
    ],
)
def test_a_letter_without_hope_or_certainty_is_not_sent_again_by_itself(
    post_office: Office, error: Exception, state: MessageState
) -> None:
    post_office.error_on_send = error
    message = queued()
    send_due()
    post_office.error_on_send = None
    with time_machine.travel(timezone.now() + timedelta(days=30)):
        assert send_due() == {}
        assert mark_lapsed_uncertain(now=timezone.now()) == 0
    assert state_of(message) == state
    assert message.needs_attention
    assert post_office.sent == []


def test_a_letter_that_was_cut_off_becomes_uncertain_after_its_lease(post_office: Office) -> None:
    message = queued()
    post_office.error_on_send = KeyboardInterrupt()
    with pytest.raises(KeyboardInterrupt):
        deliver(message.pk)
    post_office.error_on_send = None
    assert state_of(message) == MessageState.SENDING
    assert mark_lapsed_uncertain(now=timezone.now()) == 0
    assert mark_lapsed_uncertain(now=timezone.now() + LEASE + timedelta(seconds=1)) == 1
    assert state_of(message) == MessageState.UNCERTAIN
    assert message.error == "lease_lapsed"
    with time_machine.travel(timezone.now() + timedelta(days=30)):
        assert send_due() == {}
    assert post_office.sent == []


def test_a_late_result_replaces_uncertain(post_office: Office) -> None:
    message = queued()
    post_office.while_sending = lambda: mark_lapsed_uncertain(now=timezone.now() + LEASE * 2)
    assert deliver(message.pk) == MessageState.SENT
    assert state_of(message) == MessageState.SENT


def test_a_result_does_not_overwrite_what_the_provider_told_meanwhile(post_office: Office) -> None:
    message = queued()
    rows = Message.objects.filter(pk=message.pk)
    post_office.while_sending = lambda: rows.update(state=MessageState.DELIVERED)
    deliver(message.pk)
    assert state_of(message) == MessageState.DELIVERED


def test_a_late_result_of_an_older_try_never_overwrites_a_newer_one(post_office: Office) -> None:
    message = queued()
    rows = Message.objects.filter(pk=message.pk)

    def try_again() -> None:
        post_office.while_sending = None
        rows.update(state=MessageState.QUEUED, next_try_at=timezone.now())
        assert Message.objects.claim(message.pk, now=timezone.now())

    post_office.while_sending = try_again
    deliver(message.pk)
    message.refresh_from_db()
    assert (message.state, message.tries, message.sent_at) == (MessageState.SENDING, 2, None)
    assert message.lease_until is not None


@pytest.mark.parametrize("state", [MessageState.DEFERRED, MessageState.FAILED, MessageState.SENT])
def test_a_late_result_does_not_undo_what_was_recorded_of_the_same_try(post_office: Office, state: str) -> None:
    message = queued()
    rows = Message.objects.filter(pk=message.pk)
    post_office.while_sending = lambda: rows.update(state=state, error="recorded")
    deliver(message.pk)
    message.refresh_from_db()
    assert (message.state, message.error, message.provider_id) == (state, "recorded", "")


def test_a_letter_that_is_handed_over_is_under_way_like_one_that_is_being_sent(post_office: Office) -> None:
    message = queued()
    rows = Message.objects.filter(pk=message.pk)
    post_office.while_sending = lambda: rows.update(state=MessageState.HANDING_OVER)
    assert deliver(message.pk) == MessageState.SENT
    assert state_of(message) == MessageState.SENT


def test_a_letter_that_was_cut_off_while_it_was_handed_over_becomes_uncertain() -> None:
    message, now = queued(), timezone.now()
    Message.objects.claim(message.pk, now=now)
    Message.objects.filter(pk=message.pk).update(state=MessageState.HANDING_OVER)
    assert not Message.objects.claim(message.pk, now=now + LEASE * 2)
    assert mark_lapsed_uncertain(now=now + LEASE) == 0
    assert mark_lapsed_uncertain(now=now + LEASE + timedelta(seconds=1)) == 1
    assert state_of(message) == MessageState.UNCERTAIN


def test_a_letter_knows_every_state_of_a_delivery_by_the_same_words() -> None:
    assert set(DeliveryState.choices) <= set(MessageState.choices)


def test_a_letter_is_claimed_once() -> None:
    message = queued()
    now = timezone.now()
    assert Message.objects.claim(message.pk, now=now)
    assert not Message.objects.claim(message.pk, now=now)
    message.refresh_from_db()
    assert (message.state, message.tries) == (MessageState.SENDING, 1)
    assert message.lease_until == now + LEASE


def test_delivering_a_letter_twice_sends_it_once(post_office: Office) -> None:
    message = queued()
    assert deliver(message.pk) == MessageState.SENT
    assert deliver(message.pk) is None
    assert len(post_office.sent) == 1


def test_a_letter_that_is_gone_is_passed_over(post_office: Office) -> None:
    assert deliver(987_654) is None
    assert post_office.sent == []


def test_a_round_sends_the_longest_waiting_first_and_not_more_than_its_limit(post_office: Office) -> None:
    with time_machine.travel("2026-11-23T08:00:00+00:00", tick=False) as clock:
        for number in range(3):
            queued(subject=f"Kirje {number}")
            clock.shift(60)
        assert send_due(limit=2) == {MessageState.SENT: 2}
    assert [mail.subject for mail in post_office.sent] == ["Kirje 0", "Kirje 1"]


def test_a_round_stops_between_letters_when_told(post_office: Office) -> None:
    queued()
    queued()
    assert send_due(stop=lambda: bool(post_office.sent)) == {MessageState.SENT: 1}


@pytest.mark.parametrize(
    "changes",
    [
        {"subject": "Pyyntö\nBcc: kaikki@example.fi"},
        {"subject": "Pyyntö\r\nBcc: kaikki@example.fi"},
        {"subject": "Pyyntö\x00"},
        {"subject": "Pyyntö\x1b[31m"},
        {"subject": "Pyyntö\x85X-Header: 1"},
        {"subject": "Pyyntö\u2028X-Header: 1"},
        {"subject": " "},
        {"subject": "x" * 201},
        {"text": " \n"},
        {"text": "a\x00b"},
        {"to": "aino@example.fi\nBcc: kaikki@example.fi"},
        {"to": "aino@example.fi\n"},
        {"to": "aino@example.fi, kaikki@example.fi"},
        {"to": "Aino <aino@example.fi>"},
        {"to": "aino"},
        {"to": ""},
    ],
)
def test_letters_that_would_smuggle_headers_or_say_nothing_are_refused(changes: dict[str, str]) -> None:
    with pytest.raises(LetterRefused) as refusal, transaction.atomic():
        write_letter(**letter(**changes))
    assert not Message.objects.exists()
    assert "aino" not in str(refusal.value)
    assert "Pyyntö" not in str(refusal.value)


@pytest.mark.parametrize("subject", ["Pyyntö 🙂", "טלפון", "Begäran – nr 2026"])
def test_emoji_and_right_to_left_text_are_welcome(subject: str, post_office: Office) -> None:
    message = queued(subject=subject, text=f"{subject}\n" * 3)
    assert deliver(message.pk) == MessageState.SENT
    assert post_office.sent[0].subject == subject


@pytest.mark.parametrize("error", [None, NOT_NOW, TimeoutError("aino.esimerkki@example.fi")])
def test_logs_hold_no_address_and_no_subject(
    post_office: Office, caplog: pytest.LogCaptureFixture, error: Exception | None
) -> None:
    caplog.set_level(logging.DEBUG)
    post_office.error_on_send = error
    message = queued()
    deliver(message.pk)
    assert str(message.uuid) in caplog.text
    assert "aino" not in caplog.text
    assert "Tietosuojapyyntö" not in caplog.text


def test_a_row_in_words_names_nobody() -> None:
    message = queued()
    assert str(message) == f"notification {message.uuid}"
