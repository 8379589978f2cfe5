"""Editors publish and records change at the same moment: no number twice, no stale detail, no deadlock."""

import threading
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection

from privacy.models import Contact, NoticePage, NoticeVersion, Register
from tests.factories import ContactFactory, NoticePageFactory, RegisterFactory
from tests.privacy.notices.versions.conftest import fresh, rewrite

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("site")]

BODY = [
    {"type": "contact_person", "value": {"fill": "auto"}},
    {"type": "retention", "value": {"text": "<p>Vuosi.</p>"}},
]


def together(*works: Callable[[], Any]) -> list[str]:
    """Start all at the same moment; give the errors."""
    start, errors = threading.Barrier(len(works)), []

    def run(work: Callable[[], Any]) -> None:
        start.wait()
        try:
            work()
        except Exception as error:  # noqa: BLE001 - the test expects none
            errors.append(f"{type(error).__name__}: {error}")
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(work,)) for work in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=90)
    return errors


def publishing(page: NoticePage, text: str) -> Callable[[], None]:
    return lambda: rewrite(page, "retention", text).save_revision().publish()


def calling(contact: Contact, phone: str) -> Callable[[], None]:
    def change() -> None:
        record = Contact.objects.get(pk=contact.pk)
        record.phone = phone
        record.save_revision().publish()

    return change


def notice_of(*registers: Register) -> NoticePage:
    return NoticePageFactory(registers=list(registers), body=[dict(block) for block in BODY])


def test_editors_and_a_contact_at_once_leave_numbers_once_and_details_fresh() -> None:
    contact = ContactFactory()
    pages = [notice_of(RegisterFactory(contacts=[contact])) for _number in range(2)]
    texts = ["Kaksi vuotta.", "Kolme vuotta."]
    works = [publishing(page, text) for page in pages for text in texts]
    errors = together(*works, calling(contact, "+358401112233"), calling(contact, "+358401112244"))
    assert errors == []
    phone = Contact.objects.get(pk=contact.pk).phone
    for page in pages:
        versions = NoticeVersion.objects.filter(page=page)
        numbers = list(versions.values_list("major", "minor"))
        assert len(numbers) == len(set(numbers)) >= 3
        in_force: Any = fresh(page).in_force
        assert phone in str(in_force.content)
        assert str(fresh(page).body.raw_data[1]["value"]["text"]) in str(in_force.content)


def test_records_that_share_notices_change_at_once_without_deadlock() -> None:
    first, second = ContactFactory(), ContactFactory()
    register, other = RegisterFactory(contacts=[first, second]), RegisterFactory(contacts=[second, first])
    pages = [notice_of(register), notice_of(other)]
    errors = together(
        calling(first, "+358401112233"),
        calling(second, "+358401112244"),
        lambda: rename(register),
        lambda: rename(other),
        publishing(pages[0], "Kaksi vuotta."),
    )
    assert errors == []
    for page in pages:
        content = str(fresh(page).in_force.content)
        assert "+358401112233" in content
        assert "+358401112244" in content


def rename(register: Register) -> None:
    record = Register.objects.get(pk=register.pk)
    record.name = f"{record.name} 2"
    record.save_revision().publish()
