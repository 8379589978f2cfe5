"""Checks of notices that need letters and forms, and what time brings about: told once, not every night."""

from datetime import timedelta
from io import StringIO
from typing import Any

import pytest
import time_machine
from django.core.management import call_command
from django.utils import timezone

from privacy.mail.choices import MessageKind, MessageState
from privacy.models import Message, NoticePage, Register
from privacy.notices.versions.actions import mark_reviewed
from tests.factories import ContactFactory, NoticePageFactory, RegisterFactory, RightsRequestPageFactory
from tests.privacy.notices.compliance.conftest import open_ids

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site")]

MAILBOX = "palvelu@example.fi"


@pytest.fixture
def register(site: Any) -> Register:
    return RegisterFactory(contacts=[ContactFactory(email=MAILBOX)])


@pytest.fixture
def notice(register: Register) -> NoticePage:
    return NoticePageFactory(registers=[register])


def letter(state: MessageState) -> Message:
    return Message.objects.create(
        kind=MessageKind.NOTIFICATION, to=MAILBOX, language="fi", subject="Pyyntö", text="Pyyntö", state=state
    )


def test_contact_whose_last_letter_came_back_is_told(notice: NoticePage) -> None:
    assert "RQ001" not in open_ids(notice)
    letter(MessageState.BOUNCED)
    assert "RQ001" in open_ids(notice)
    letter(MessageState.DELIVERED)
    assert "RQ001" not in open_ids(notice), "only the last one counts"


def test_form_that_the_notice_does_not_lead_to_is_told(register: Register) -> None:
    body = [{"type": "retention", "value": {"text": "<p>Kaksi vuotta.</p>"}}]
    silent = NoticePageFactory(registers=[register], body=body)
    assert "RQ002" not in open_ids(silent), "there is no form"
    RightsRequestPageFactory(registers=[register])
    assert "RQ002" in open_ids(silent)


def test_notice_that_leads_to_its_form_is_in_order(register: Register) -> None:
    leading = NoticePageFactory(registers=[register], body=[{"type": "exercising_rights", "value": {"fill": "auto"}}])
    RightsRequestPageFactory(registers=[register])
    assert not {"RQ002", "RQ003", "PN068"} & open_ids(leading)


def test_form_that_is_not_published_is_told(notice: NoticePage, register: Register) -> None:
    form = RightsRequestPageFactory(registers=[register], draft=True)
    assert "RQ003" in open_ids(notice)
    form.save_revision().publish()
    assert "RQ003" not in open_ids(notice)


def notify() -> int:
    before = Message.objects.count()
    call_command("check_notices", notify=True, stdout=StringIO(), stderr=StringIO())
    return Message.objects.count() - before


def test_contact_is_told_once_of_an_overdue_review_and_again_of_the_next(notice: NoticePage, superuser: Any) -> None:
    assert notify() == 0
    with time_machine.travel(timezone.now() + timedelta(days=400)):
        assert notify() == 1
        assert notify() == 0, "not every night"
        told = Message.objects.get()
        assert told.to == MAILBOX
        assert notice.title in told.text
        assert notice.title not in told.subject
        mark_reviewed(page=notice, user=superuser)
        assert notify() == 0
    with time_machine.travel(timezone.now() + timedelta(days=900)):
        assert notify() == 1


def test_letter_about_a_confidential_register_names_nothing(site: Any) -> None:
    notice = NoticePageFactory(registers=[RegisterFactory(confidential=True)], title="Ilmiantokanavan seloste")
    with time_machine.travel(timezone.now() + timedelta(days=400)):
        assert notify() == 1
    assert notice.title not in Message.objects.get().text
