"""The border to the mail system; the only module that knows Django's mail classes, smtplib and anymail."""

import contextlib
import smtplib
from collections.abc import Iterator
from dataclasses import dataclass
from email.utils import parseaddr

from django.core import mail
from django.core.exceptions import ImproperlyConfigured
from django.core.mail.backends.base import BaseEmailBackend

from privacy.conf import settings as conf
from privacy.mail.choices import MessageState
from privacy.mail.models import Message

_Errors = tuple[type[Exception], ...]

try:
    from anymail import exceptions as anymail_errors
except ImportError:  # anymail is an optional extra
    _ANYMAIL_REFUSED: _Errors = ()
    _ANYMAIL_UNSENDABLE: _Errors = ()
else:
    _ANYMAIL_REFUSED = (anymail_errors.AnymailRecipientsRefused,)
    _ANYMAIL_UNSENDABLE = (
        anymail_errors.AnymailCancelSend,
        anymail_errors.AnymailInvalidAddress,
        anymail_errors.AnymailSerializationError,
        anymail_errors.AnymailUnsupportedFeature,
    )


@dataclass(frozen=True)
class SendResult:
    """What became of a letter; error is a code or the name of a class, so that no address gets into it."""

    state: MessageState
    provider_id: str = ""
    error: str = ""


# What each kind of failure in the middle of the dialogue says about the letter. The first that fits counts;
# what is not listed (a timeout, a lost connection, a bug) leaves it open whether the letter went out.
_MEANING_OF_ERROR: tuple[tuple[_Errors, MessageState], ...] = (
    # Wrong settings or a server that is not ready: nothing was handed over, and somebody will mend it.
    ((smtplib.SMTPHeloError, smtplib.SMTPConnectError, smtplib.SMTPAuthenticationError), MessageState.DEFERRED),
    ((smtplib.SMTPNotSupportedError, ImproperlyConfigured), MessageState.DEFERRED),
    (_ANYMAIL_REFUSED, MessageState.REJECTED),
    # The letter cannot be put in the provider's form.
    ((*_ANYMAIL_UNSENDABLE, UnicodeError), MessageState.FAILED),
)
# HTTP answers of a provider that say "not now" or "not with these settings"; other 4xx refuse the letter.
_TEMPORARY_HTTP = frozenset({401, 402, 403, 404, 407, 408, 429, 503})
# Names of errors, as HTTP libraries nest them, that mean that there never was a connection.
_NEVER_CONNECTED = frozenset(
    {"ConnectionRefusedError", "gaierror", "ConnectTimeout", "NewConnectionError", "EndpointConnectionError"}
)
_MEANING_OF_STATUS = {
    "sent": MessageState.SENT,
    "queued": MessageState.SENT,
    "rejected": MessageState.REJECTED,
    "invalid": MessageState.REJECTED,
    "failed": MessageState.FAILED,
}


def send_now(message: Message) -> SendResult:
    """Hand a letter to the mail system and tell what became of it; never raises an Exception."""
    try:
        letter = _build(message)
        letter.message()
    except Exception as error:  # noqa: BLE001 - whatever is wrong with it, this letter cannot be sent
        return SendResult(MessageState.FAILED, error=_name_of(error))
    try:
        connection = _connect()
    except Exception as error:  # noqa: BLE001 - nothing was handed over yet: trying again is safe
        return SendResult(MessageState.DEFERRED, error=_name_of(error))
    try:
        count = connection.send_messages([letter])
    except Exception as error:  # noqa: BLE001 - an unknown error means an unknown outcome
        return SendResult(_meaning_of(error), error=_name_of(error))
    finally:
        _close(connection)
    if count == 0:
        return SendResult(MessageState.DEFERRED, error="not_taken")
    return _meaning_of_answer(letter)


def _build(message: Message) -> mail.EmailMultiAlternatives:
    letter = mail.EmailMultiAlternatives(subject=message.subject, body=message.text, to=[message.to])
    letter.extra_headers = {
        "Message-ID": f"<{message.uuid}@{_domain_of(letter.from_email)}>",
        "Auto-Submitted": "auto-generated",
        "Content-Language": message.language,
    }
    if message.html:
        letter.attach_alternative(message.html, "text/html")
    # Read by anymail, without meaning to other backends: what webhooks find the row by, and no tracking.
    vars(letter).update(
        metadata={"message": str(message.uuid)}, tags=[message.kind], track_opens=False, track_clicks=False
    )
    return letter


def _domain_of(sender: str) -> str:
    return parseaddr(sender)[1].rpartition("@")[2].encode("idna").decode() or "localhost"


def _connect() -> BaseEmailBackend:
    """Open the dialogue, apart from the sending: errors up to here mean that nothing was handed over."""
    mailers = getattr(mail, "mailers", None)  # since Django 6.1, which deprecates get_connection()
    connection: BaseEmailBackend = mailers.default if mailers is not None else mail.get_connection()
    if hasattr(connection, "timeout"):
        connection.timeout = min(connection.timeout or conf.email_timeout, conf.email_timeout)
    try:
        connection.open()
    except Exception:
        _close(connection)
        raise
    return connection


def _close(connection: BaseEmailBackend) -> None:
    # Whether the letter is gone does not depend on how the dialogue ends.
    with contextlib.suppress(Exception):
        connection.close()


def _meaning_of(error: Exception) -> MessageState:
    for kinds, state in _MEANING_OF_ERROR:
        if isinstance(error, kinds):
            return state
    if any(_NEVER_CONNECTED & {kind.__name__ for kind in type(cause).__mro__} for cause in _causes(error)):
        return MessageState.DEFERRED
    if reply := _smtp_code(error):
        return MessageState.DEFERRED if reply < 500 else MessageState.REJECTED
    status = _http_status(error)
    if status in _TEMPORARY_HTTP:
        return MessageState.DEFERRED
    return MessageState.REJECTED if 400 <= status < 500 else MessageState.UNCERTAIN


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__


def _smtp_code(error: Exception) -> int:
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        return min((code for code, _text in error.recipients.values()), default=0)
    code = getattr(error, "smtp_code", 0)
    # smtplib gives -1 when the connection broke off before an answer.
    return code if isinstance(code, int) and code >= 400 else 0


def _http_status(error: Exception) -> int:
    status = getattr(error, "status_code", 0)
    return status if isinstance(status, int) else 0


def _name_of(error: Exception) -> str:
    """Give the class of an error and its code, but not its text, which may repeat the address."""
    code = _smtp_code(error) or _http_status(error)
    return f"{type(error).__name__} {code}" if code else type(error).__name__


def _meaning_of_answer(letter: mail.EmailMultiAlternatives) -> SendResult:
    """Read what anymail's backends say of a letter they took; the others say nothing."""
    answer = getattr(letter, "anymail_status", None)
    if answer is None:
        return SendResult(MessageState.SENT, provider_id=letter.extra_headers["Message-ID"])
    states = {_MEANING_OF_STATUS.get(status, MessageState.UNCERTAIN) for status in answer.status or ()}
    state = states.pop() if len(states) == 1 else MessageState.UNCERTAIN
    number = "" if answer.message_id is None else str(answer.message_id)
    return SendResult(state, provider_id=number[:255], error="" if state == MessageState.SENT else "status")
