"""Personal data stay in rows and private files: not in logs, error reports, names of rows, or left behind."""

import logging
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.signals import got_request_exception
from django.db import InterfaceError
from django.test import Client
from django.views.debug import ExceptionReporter

from privacy.checks import check_private_root
from privacy.mail.models import Message
from privacy.mail.outbox import sending
from privacy.models import Attachment, RequestEvent, RightsRequest
from privacy.registers.choices import Permission
from privacy.rights.actions import receive_request, take_on_request
from privacy.rights.choices import State
from privacy.rights.form import flow
from privacy.rights.models import attachments
from privacy.rights.workflow.actors import ActingPerson
from tests.factories import ContactFactory, RegisterFactory, RightsRequestFactory, RightsRequestPageFactory, UserFactory
from tests.privacy.rights.browsing import Visitor
from tests.privacy.rights.builders import PERSON, SECRET_TEXT, give_access, incoming_for

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site")]


def attach(request: RightsRequest, upload: SimpleUploadedFile) -> Attachment:
    return attachments.attach_file(request, upload, register=None)


@contextmanager
def error_reports() -> Iterator[list[dict[str, str]]]:
    """Collect what Django mails to ADMINS about an error: as text, and as HTML where a site asks for it."""
    reports: list[dict[str, str]] = []

    def keep(request: Any, **_kwargs: Any) -> None:
        reporter = ExceptionReporter(request, *sys.exc_info(), is_email=True)
        reports.append({"text": reporter.get_traceback_text(), "html": reporter.get_traceback_html()})

    got_request_exception.connect(keep)
    try:
        yield reports
    finally:
        got_request_exception.disconnect(keep)


@pytest.mark.parametrize(
    "form",
    [
        "text",
        pytest.param("html", marks=pytest.mark.xfail(strict=True, reason="local variables of the frames hold it too")),
    ],
)
def test_error_report_does_not_repeat_what_was_typed(monkeypatch: pytest.MonkeyPatch, form: str) -> None:
    def broken(**_kwargs: Any) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(flow, "receive_request", broken)
    page = RightsRequestPageFactory(registers=[RegisterFactory()])
    visitor = Visitor(Client(raise_request_exception=False), page.get_url()).open()
    details = {"relation": "self", "reply_channel": "email", "reply_language": "fi", "message": SECRET_TEXT}
    visitor.press("details", rights="access")
    visitor.press("review", name=PERSON.name, email=PERSON.email, **details)
    with error_reports() as reports:
        visitor.press("send")
    assert len(reports) == 1
    assert [typed for typed in (PERSON.name, PERSON.email, SECRET_TEXT) if typed in reports[0][form]] == []


def test_files_of_requests_are_readable_by_the_site_alone() -> None:
    copy = attach(RightsRequestFactory(), SimpleUploadedFile("vastaus.pdf", b"%PDF-x"))
    assert stat.S_IMODE(Path(copy.file.path).stat().st_mode) & 0o077 == 0


def test_file_goes_with_its_request(django_capture_on_commit_callbacks: Any) -> None:
    request = RightsRequestFactory()
    path = Path(attach(request, SimpleUploadedFile("vastaus.pdf", b"%PDF-x")).file.path)
    with django_capture_on_commit_callbacks(execute=True):
        request.delete()
    assert not path.exists()


def test_private_folder_under_the_static_files_is_an_error(settings: Any, tmp_path: Path) -> None:
    settings.STATIC_ROOT, settings.PRIVACY_PRIVATE_ROOT = tmp_path, tmp_path / "private"
    assert [message.id for message in check_private_root(None)] == ["privacy.E003"]


@pytest.mark.django_db(transaction=True)
def test_visitor_does_not_notice_that_the_database_broke_off_after_the_commit(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_pk: int) -> None:
        raise InterfaceError

    monkeypatch.setattr(sending, "deliver", broken)
    receive_request(incoming=incoming_for(RegisterFactory()))


def test_logs_of_a_whole_dialogue_hold_nothing_personal(client: Client, caplog: pytest.LogCaptureFixture) -> None:
    contact = ContactFactory(email="apu@example.fi")
    with caplog.at_level(logging.DEBUG):
        request = receive_request(incoming=incoming_for(RegisterFactory(contacts=[contact], routes=[contact])))
        token = request.messages.get(kind="notification").text.split("/privacy/case/")[1].split("/")[0]
        visitor = Visitor(client, f"/privacy/case/{token}/").open()
        visitor.press("code")
        code = request.messages.get(kind="case_code").text.split("\n")[0]
        visitor.press("open", code="".join(filter(str.isdigit, code))).open().press("take-on")
    request.refresh_from_db()
    assert request.state == State.IN_PROGRESS
    secrets = (PERSON.name, PERSON.email, SECRET_TEXT, "apu@example.fi", request.number)
    assert [secret for secret in secrets if secret in caplog.text] == []


def test_rows_are_named_without_anything_personal() -> None:
    contact = ContactFactory(person=True)
    request = receive_request(incoming=incoming_for(RegisterFactory(contacts=[contact], routes=[contact])))
    attach(request, SimpleUploadedFile(f"{PERSON.name}.pdf", b"%PDF-x"))
    rows = [request, *request.persons.all(), *request.items.all(), *request.events.all(), *request.messages.all()]
    names = " ".join(str(row) + repr(row) for row in [*rows, *request.case_links.all(), *request.attachments.all()])
    secrets = (PERSON.name, PERSON.email, contact.name, contact.email, SECRET_TEXT)
    assert [secret for secret in secrets if secret in names] == []


@pytest.mark.parametrize(
    "name", ["../../etc/passwd.pdf", "/etc/passwd.pdf", "..\\..\\passwd.pdf", "a/../b.pdf", "x" * 300 + ".pdf"]
)
def test_typed_name_of_a_file_chooses_no_place(name: str, settings: Any) -> None:
    copy = attach(RightsRequestFactory(), SimpleUploadedFile(name, b"%PDF-x"))
    assert Path(copy.file.path).resolve().parent == Path(settings.PRIVACY_PRIVATE_ROOT).resolve() / "attachments"
    assert "/" not in copy.name
    assert len(copy.name) <= 200


def test_request_outlives_user_page_and_contact() -> None:
    user, contact = UserFactory(), ContactFactory()
    register = RegisterFactory(contacts=[contact])
    form = RightsRequestPageFactory(registers=[register])
    request = receive_request(incoming=incoming_for(register), form_page=form)
    give_access(user, register, Permission.HANDLE)
    take_on_request(request=request, acting=ActingPerson.handler(user))
    register.contacts.all().delete()
    for gone in (user, form, type(contact).objects.get(pk=contact.pk)):
        gone.delete()
    request.refresh_from_db()
    assert (request.owner, request.owner_name) == (None, user.get_full_name())
    assert request.events.get(kind="taken_on").actor_name == user.get_full_name()


def test_deleted_request_takes_its_rows_along() -> None:
    request = receive_request(incoming=incoming_for(RegisterFactory(routes=[ContactFactory()])))
    attach(request, SimpleUploadedFile("vastaus.pdf", b"%PDF-x"))
    request.delete()
    for model in (RightsRequest, RequestEvent, Attachment, Message):
        assert not model.objects.exists()
