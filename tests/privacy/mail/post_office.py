"""A mail system in memory that does what a test tells it."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend


class PostOffice(BaseEmailBackend):
    """Takes letters, or fails as its class attributes say; reset() before each test."""

    sent: ClassVar[list[EmailMessage]] = []
    timeouts: ClassVar[list[float | None]] = []
    closed: ClassVar[int] = 0
    error_on_open: ClassVar[BaseException | None] = None
    error_on_send: ClassVar[BaseException | None] = None
    error_on_close: ClassVar[BaseException | None] = None
    taken: ClassVar[int | None] = 1
    while_sending: ClassVar[Callable[[], object] | None] = None
    timeout: float | None = None

    @classmethod
    def reset(cls) -> None:
        """Empty the office and let it work."""
        cls.sent, cls.timeouts, cls.closed, cls.taken = [], [], 0, 1
        cls.error_on_open = cls.error_on_send = cls.error_on_close = cls.while_sending = None

    def open(self) -> bool:
        """Open the counter."""
        if self.error_on_open:
            raise self.error_on_open
        return True

    def close(self) -> None:
        """Close the counter."""
        type(self).closed += 1
        if self.error_on_close:
            raise self.error_on_close

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int | None:  # type: ignore[override]
        """Take letters."""
        self.timeouts.append(self.timeout)
        if hook := type(self).while_sending:
            hook()
        if self.error_on_send:
            raise self.error_on_send
        self.sent.extend(email_messages)
        return self.taken
