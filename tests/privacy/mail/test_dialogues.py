"""Dialogues with real servers on this machine: Django's SMTP backend and an HTTP provider of anymail."""

import contextlib
import socket
import socketserver
import threading
from collections.abc import Callable, Iterator

import pytest
from pytest_django import Settings

from privacy.mail.choices import MessageState
from privacy.mail.models import Message
from privacy.mail.outbox.backend import send_now
from tests.privacy.mail.conftest import UseBackend, letter

HANG_UP = ""
SILENCE = None

# What an SMTP server says to each command; a test changes one of them.
POLITE: dict[str, str | None] = {
    "connect": "220 post.example.fi",
    "EHLO": "250 post.example.fi",
    "MAIL": "250 ok",
    "RCPT": "250 ok",
    "DATA": "354 go on",
    ".": "250 taken",
    "QUIT": "221 bye",
}


def serve(answer: Callable[[socket.socket], None]) -> contextlib.AbstractContextManager[int]:
    """Run a server that gives each connection to a function; give its port."""

    class Handler(socketserver.BaseRequestHandler):
        def handle(self) -> None:
            with contextlib.suppress(OSError):
                answer(self.request)

    @contextlib.contextmanager
    def running() -> Iterator[int]:
        with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Handler) as server:
            server.daemon_threads = True
            threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
            yield server.server_address[1]
            server.shutdown()

    return running()


def smtp_server(said: dict[str, str | None], taken: list[bytes]) -> Callable[[socket.socket], None]:
    """Give a server's part of the dialogue; letters it took are added to the list."""

    def say(line: socket.socket, to: str) -> bool:
        words = said[to]
        if words is SILENCE:
            line.recv(1)
        if not words:
            return False
        line.sendall(f"{words}\r\n".encode())
        return True

    def talk(line: socket.socket) -> None:
        lines = line.makefile("rb")
        if not say(line, "connect"):
            return
        for raw in lines:
            command = raw.split()[0].decode().upper()
            if not say(line, command if command in said else "EHLO"):
                return
            if command == "DATA" and (said["DATA"] or "").startswith("354"):
                taken.append(b"".join(iter(lines.readline, b".\r\n")))
                if not say(line, "."):
                    return

    return talk


def free_port() -> int:
    """Give a port on which nobody listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def result_by_smtp(use_backend: UseBackend, port: int) -> MessageState:
    """Send a letter by SMTP to a port of this machine."""
    smtp = "django.core.mail.backends.smtp.EmailBackend"
    use_backend(smtp, host="127.0.0.1", port=port, use_tls=False, timeout=1)
    return send_now(Message(**letter())).state


@pytest.mark.parametrize(
    ("step", "words", "state"),
    [
        ("QUIT", "221 bye", MessageState.SENT),
        ("QUIT", HANG_UP, MessageState.SENT),
        ("connect", "554 go away", MessageState.DEFERRED),
        ("connect", HANG_UP, MessageState.DEFERRED),
        ("connect", SILENCE, MessageState.DEFERRED),
        ("MAIL", "451 later", MessageState.DEFERRED),
        ("RCPT", "450 greylisted", MessageState.DEFERRED),
        ("RCPT", "550 unknown", MessageState.REJECTED),
        ("DATA", "554 no", MessageState.REJECTED),
        (".", "451 later", MessageState.DEFERRED),
        (".", "554 spam", MessageState.REJECTED),
        (".", HANG_UP, MessageState.UNCERTAIN),
        (".", SILENCE, MessageState.UNCERTAIN),
    ],
)
def test_smtp(use_backend: UseBackend, step: str, words: str | None, state: MessageState) -> None:
    taken: list[bytes] = []
    with serve(smtp_server({**POLITE, step: words}, taken)) as port:
        assert result_by_smtp(use_backend, port) == state
    assert bool(taken) == (step in {".", "QUIT"})


def test_smtp_without_a_server_is_tried_again(use_backend: UseBackend) -> None:
    assert result_by_smtp(use_backend, free_port()) == MessageState.DEFERRED


def http_server(status: int | None, body: str = "{}") -> Callable[[socket.socket], None]:
    """Give a provider's part of the dialogue: one answer, or None for silence."""

    def talk(line: socket.socket) -> None:
        line.recv(65536)
        if status is None:
            line.recv(65536)
            line.recv(65536)
            return
        head = f"HTTP/1.1 {status} X\r\nContent-Type: application/json\r\nContent-Length: {len(body)}\r\n"
        line.sendall(f"{head}Connection: close\r\n\r\n{body}".encode())

    return talk


def result_by_http(settings: Settings, use_backend: UseBackend, port: int) -> MessageState:
    """Send a letter by Resend's programming interface to a port of this machine."""
    use_backend("anymail.backends.resend.EmailBackend")
    settings.EMAIL_TIMEOUT = 1
    settings.ANYMAIL = {
        "RESEND_API_KEY": "x",
        "RESEND_API_URL": f"http://127.0.0.1:{port}/",
        "IGNORE_UNSUPPORTED_FEATURES": True,
    }
    return send_now(Message(**letter())).state


@pytest.mark.parametrize(
    ("status", "body", "state"),
    [
        (200, '{"id": "esp-1"}', MessageState.SENT),
        (200, "not json", MessageState.UNCERTAIN),
        (401, "{}", MessageState.DEFERRED),
        (422, "{}", MessageState.REJECTED),
        (429, "{}", MessageState.DEFERRED),
        (500, "{}", MessageState.UNCERTAIN),
        (503, "{}", MessageState.DEFERRED),
        (None, "", MessageState.UNCERTAIN),
    ],
)
def test_http(settings: Settings, use_backend: UseBackend, status: int | None, body: str, state: MessageState) -> None:
    with serve(http_server(status, body)) as port:
        assert result_by_http(settings, use_backend, port) == state


def test_http_without_a_server_is_tried_again(settings: Settings, use_backend: UseBackend) -> None:
    assert result_by_http(settings, use_backend, free_port()) == MessageState.DEFERRED
