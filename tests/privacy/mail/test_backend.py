"""The border to the mail system: what a letter looks like outside, and what its answers mean."""

import smtplib
import ssl

import pytest
from anymail.exceptions import (
    AnymailAPIError,
    AnymailCancelSend,
    AnymailConfigurationError,
    AnymailSerializationError,
    AnymailUnsupportedFeature,
)
from anymail.message import AnymailRecipientStatus
from anymail.signals import pre_send
from django.core import mail
from django.core.mail import EmailMultiAlternatives
from pytest_django import Settings

from privacy.mail.choices import MessageKind, MessageState
from privacy.mail.models import Message
from privacy.mail.outbox.backend import SendResult, send_now
from tests.privacy.mail.conftest import UseBackend, letter
from tests.privacy.mail.post_office import PostOffice

Office = type[PostOffice]


def message(**changes: str) -> Message:
    """Give a letter that is not saved: the border needs no database."""
    return Message(**letter(**changes))


def sent_letter(office: Office, row: Message) -> EmailMultiAlternatives:
    """Send a letter and give what the mail system got."""
    assert send_now(row).state == MessageState.SENT
    (got,) = office.sent
    assert isinstance(got, EmailMultiAlternatives)
    return got


def test_a_letter_has_plain_text_and_no_empty_html(post_office: Office) -> None:
    got = sent_letter(post_office, message())
    assert got.body == "Rekisteriin on tullut pyyntö."
    assert got.alternatives == []


def test_html_is_an_extra_beside_the_plain_text(post_office: Office) -> None:
    got = sent_letter(post_office, message(html="<p>Pyyntö</p>"))
    assert got.body == "Rekisteriin on tullut pyyntö."
    assert [(part[0], part[1]) for part in got.alternatives] == [("<p>Pyyntö</p>", "text/html")]


def test_headers_name_the_letter_and_tell_that_a_machine_wrote_it(post_office: Office, settings: Settings) -> None:
    settings.DEFAULT_FROM_EMAIL = "Tietosuoja <tietosuoja@example.fi>"
    row = message()
    mime = sent_letter(post_office, row).message()
    assert mime["Message-ID"] == f"<{row.uuid}@example.fi>"
    assert mime["Auto-Submitted"] == "auto-generated"
    assert mime["Content-Language"] == "fi"
    assert mime["To"] == row.to
    assert [mime[name] for name in ("Reply-To", "Cc", "Bcc")] == [None, None, None]


def test_a_sender_at_an_international_domain_gets_an_ascii_message_id(post_office: Office, settings: Settings) -> None:
    settings.DEFAULT_FROM_EMAIL = "tietosuoja@hyvä.example.fi"
    row = message()
    assert sent_letter(post_office, row).message()["Message-ID"] == f"<{row.uuid}@xn--hyv-sla.example.fi>"


@pytest.mark.parametrize(("own", "used"), [(None, 10), (3, 3), (30, 10)])
def test_the_dialogue_has_a_timeout_and_is_closed(
    post_office: Office, monkeypatch: pytest.MonkeyPatch, own: float | None, used: float
) -> None:
    monkeypatch.setattr(post_office, "timeout", own)
    send_now(message())
    assert post_office.timeouts == [used]
    assert post_office.closed == 1


def test_trouble_at_closing_does_not_make_a_sent_letter_unsent(post_office: Office) -> None:
    post_office.error_on_close = smtplib.SMTPResponseException(421, b"bye")
    assert send_now(message()).state == MessageState.SENT


def test_a_system_without_answers_gives_our_own_message_id(post_office: Office) -> None:
    row = message()
    assert row.uuid.hex in send_now(row).provider_id.replace("-", "")


@pytest.mark.parametrize(
    "error",
    [
        ConnectionRefusedError(),
        TimeoutError(),
        smtplib.SMTPServerDisconnected("gone"),
        smtplib.SMTPConnectError(554, "no"),
        smtplib.SMTPAuthenticationError(535, b"wrong password"),
        ssl.SSLCertVerificationError(1, "wrong certificate"),
        AnymailConfigurationError("no key"),
        RuntimeError(),
    ],
)
def test_errors_before_the_letter_was_handed_over_are_temporary(post_office: Office, error: Exception) -> None:
    post_office.error_on_open = error
    assert send_now(message()).state == MessageState.DEFERRED
    assert post_office.sent == []
    assert post_office.closed == 1


@pytest.mark.parametrize(
    ("error", "state"),
    [
        (smtplib.SMTPRecipientsRefused({"a@example.fi": (450, b"greylisted")}), MessageState.DEFERRED),
        (smtplib.SMTPRecipientsRefused({"a@example.fi": (550, b"unknown")}), MessageState.REJECTED),
        (smtplib.SMTPRecipientsRefused({}), MessageState.UNCERTAIN),
        (smtplib.SMTPSenderRefused(452, b"full", "a@example.fi"), MessageState.DEFERRED),
        (smtplib.SMTPSenderRefused(553, b"no", "a@example.fi"), MessageState.REJECTED),
        (smtplib.SMTPDataError(451, b"later"), MessageState.DEFERRED),
        (smtplib.SMTPDataError(554, b"spam"), MessageState.REJECTED),
        (smtplib.SMTPDataError(-1, b""), MessageState.UNCERTAIN),
        (smtplib.SMTPHeloError(501, b"who"), MessageState.DEFERRED),
        (smtplib.SMTPNotSupportedError("SMTPUTF8"), MessageState.DEFERRED),
        (smtplib.SMTPServerDisconnected("gone"), MessageState.UNCERTAIN),
        (TimeoutError(), MessageState.UNCERTAIN),
        (ConnectionResetError(), MessageState.UNCERTAIN),
        (OSError(), MessageState.UNCERTAIN),
        (RuntimeError(), MessageState.UNCERTAIN),
        (UnicodeEncodeError("ascii", "ä", 0, 1, ""), MessageState.FAILED),
        (AnymailConfigurationError(), MessageState.DEFERRED),
        (AnymailCancelSend(), MessageState.FAILED),
        (AnymailSerializationError(), MessageState.FAILED),
        (AnymailUnsupportedFeature(), MessageState.FAILED),
        (AnymailAPIError(), MessageState.UNCERTAIN),
    ],
)
def test_errors_in_the_middle_are_told_apart(post_office: Office, error: Exception, state: MessageState) -> None:
    post_office.error_on_send = error
    result = send_now(message())
    assert result.state == state
    assert result.error.startswith(type(error).__name__)
    assert "@" not in result.error
    assert post_office.closed == 1


def test_a_letter_nobody_took_is_tried_again(post_office: Office) -> None:
    post_office.taken = 0
    assert send_now(message()) == SendResult(MessageState.DEFERRED, error="not_taken")


def test_a_letter_with_a_broken_header_fails_before_the_dialogue(post_office: Office) -> None:
    assert send_now(message(subject="a\nBcc: b@example.fi")).state == MessageState.FAILED
    assert (post_office.sent, post_office.closed) == ([], 0)


def test_a_mail_system_that_does_not_exist_is_temporary(use_backend: UseBackend) -> None:
    use_backend("tests.privacy.mail.no_such_module.Backend")
    assert send_now(message()).state == MessageState.DEFERRED


def test_anymail_gets_what_webhooks_need_and_no_tracking(use_backend: UseBackend) -> None:
    use_backend("anymail.backends.test.EmailBackend")
    row = message(kind=MessageKind.CASE_CODE)
    mail.outbox = []
    result = send_now(row)
    params = mail.outbox[0].anymail_test_params  # type: ignore[attr-defined]
    assert params["metadata"] == {"message": str(row.uuid)}
    assert params["tags"] == ["case_code"]
    assert (params["track_opens"], params["track_clicks"]) == (False, False)
    assert result == SendResult(MessageState.SENT, provider_id="0")


@pytest.mark.parametrize(
    ("status", "state"),
    [
        ("sent", MessageState.SENT),
        ("queued", MessageState.SENT),
        ("rejected", MessageState.REJECTED),
        ("invalid", MessageState.REJECTED),
        ("failed", MessageState.FAILED),
        ("unknown", MessageState.UNCERTAIN),
    ],
)
def test_anymail_states_are_translated(use_backend: UseBackend, status: str, state: MessageState) -> None:
    use_backend("anymail.backends.test.EmailBackend")
    row = message()

    def answer(sender: object, message: EmailMultiAlternatives, **kwargs: object) -> None:
        told = AnymailRecipientStatus(message_id="esp-1", status=status)
        message.anymail_test_response = {"recipient_status": {row.to: told}}  # type: ignore[attr-defined]

    pre_send.connect(answer)
    try:
        assert send_now(row).state == state
    finally:
        pre_send.disconnect(answer)
