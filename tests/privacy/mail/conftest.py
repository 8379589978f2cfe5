"""What the tests of the mail room share."""

from collections.abc import Iterator
from typing import Any, Protocol

import pytest
from django.db import transaction
from pytest_django import Settings

from privacy.mail.choices import MessageKind
from privacy.mail.models import Message
from privacy.mail.outbox.writing import write_letter
from tests.privacy.mail.post_office import PostOffice


class UseBackend(Protocol):
    """Makes a class the mail system, with options such as host and port."""

    def __call__(self, path: str, **options: object) -> None: ...


@pytest.fixture
def use_backend(settings: Settings) -> UseBackend:
    """Give a function that makes a class the mail system, in old settings and new ones (Django 6.1)."""

    def use(path: str, **options: object) -> None:
        if hasattr(settings, "MAILERS"):
            settings.MAILERS = {"default": {"BACKEND": path, "OPTIONS": options}}
            return
        settings.EMAIL_BACKEND = path
        for name, value in options.items():
            setattr(settings, f"EMAIL_{name.upper()}", value)

    return use


@pytest.fixture
def post_office(use_backend: UseBackend) -> Iterator[type[PostOffice]]:
    """Give the mail system in memory."""
    PostOffice.reset()
    use_backend("tests.privacy.mail.post_office.PostOffice")
    yield PostOffice
    PostOffice.reset()


def letter(**changes: Any) -> dict[str, Any]:
    """Give what write_letter needs."""
    return {
        "kind": MessageKind.NOTIFICATION,
        "to": "aino.esimerkki@example.fi",
        "language": "fi",
        "subject": "Tietosuojapyyntö 2026-4F7K2M-N",
        "text": "Rekisteriin on tullut pyyntö.",
        **changes,
    }


def queued(**changes: Any) -> Message:
    """Write a letter without sending it: the tests' outer transaction is never committed."""
    with transaction.atomic():
        return write_letter(**letter(**changes))
