"""Files of an answer: never in the email, fetched with a code by the person only, gone when their time has passed."""

import re
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from privacy.models import Attachment, FileLink, Message, RightsRequest
from privacy.rights import actions
from privacy.rights.uploads import FileRefused
from privacy.rights.workflow.outcomes import ItemAnswer
from tests.factories import RightsRequestFactory
from tests.privacy.rights.builders import LETTER, handler_for

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("private_folder")]

CONTENT = b"nimi;Maija Mallikas"
PDF = b"%PDF-1.7 omat tiedot"


def csv(name: str = "tiedot.csv", content: bytes = CONTENT) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content, content_type="text/html")


def answered(*files: Any, **fields: Any) -> RightsRequest:
    request = RightsRequestFactory(**fields)
    answers = [ItemAnswer(item, "fulfilled") for item in request.items.all()]
    acting = handler_for(request)
    actions.answer_request(request=request, acting=acting, answers=answers, letter=LETTER, files=files or [csv()])
    return request


def address_in(letter: Message) -> str:
    return re.search(r"/[\w/-]*files/[\w-]{43}/", letter.text)[0]  # type: ignore[index]


def opened(client: Client, letter: Message) -> Any:
    """Ask for the code on the page of the letter, and type it."""
    address = address_in(letter)
    client.post(address, {"go": "code"})
    code = re.search(r"\d{6}", Message.objects.filter(kind="case_code").last().text)[0]  # type: ignore[index, union-attr]
    return client.post(address, {"go": "open", "code": code}, follow=True)


def test_email_leads_to_the_files_and_carries_none(
    client: Client, django_capture_on_commit_callbacks: Any, settings: Any
) -> None:
    settings.PRIVACY_SEND_INLINE = True
    with django_capture_on_commit_callbacks(execute=True):
        answered(csv("Maija Mallikas.csv"))
    (sent,) = [letter for letter in mail.outbox if "/files/" in letter.body]
    assert sent.attachments == []
    assert "Maija Mallikas.csv" not in sent.body


def test_person_fetches_the_file_with_the_code(client: Client) -> None:
    request = answered()
    letter = Message.objects.get(kind="answer")
    page = opened(client, letter)
    file = client.get(f"{address_in(letter)}{Attachment.objects.get().pk}/")
    assert "tiedot.csv" in page.content.decode()
    assert b"".join(file.streaming_content) == CONTENT
    assert file.headers["Content-Type"] == "application/octet-stream"
    assert file.headers["Content-Disposition"].startswith("attachment")
    assert "no-store" in file.headers["Cache-Control"]
    assert request.events.filter(kind="files_opened", actor="person").count() == 1


def test_address_alone_shows_neither_names_nor_files(client: Client) -> None:
    answered()
    address = address_in(Message.objects.get(kind="answer"))
    assert "tiedot.csv" not in client.get(address).content.decode()
    response = client.get(f"{address}{Attachment.objects.get().pk}/")
    assert response.status_code == 302
    assert not Message.objects.filter(kind="case_code").exists()


def test_opened_files_close_after_an_hour(client: Client) -> None:
    answered()
    letter = Message.objects.get(kind="answer")
    opened(client, letter)
    file = f"{address_in(letter)}{Attachment.objects.get().pk}/"
    with time_machine.travel(timezone.now() + timedelta(minutes=59)):
        assert "tiedot.csv" in client.get(address_in(letter)).content.decode()
    with time_machine.travel(timezone.now() + timedelta(minutes=61)):
        assert "tiedot.csv" not in client.get(address_in(letter)).content.decode()
        assert client.get(file).status_code == 302


def test_open_link_gives_no_file_of_another_answer(client: Client) -> None:
    answered()
    first = Message.objects.get(kind="answer")
    answered(csv("muu.csv"))
    opened(client, first)
    other = Attachment.objects.get(name="muu.csv")
    assert client.get(f"{address_in(first)}{other.pk}/").status_code == 404


@pytest.mark.parametrize("how", ["expired", "reopened"])
def test_link_closes(client: Client, how: str) -> None:
    request = answered()
    letter = Message.objects.get(kind="answer")
    opened(client, letter)
    if how == "expired":
        FileLink.objects.update(expires_on=timezone.localdate() - timedelta(days=2))
    else:
        request.refresh_from_db()
        items = list(request.items.all())
        actions.reopen_request(request=request, acting=handler_for(request), items=items, reason="Väärä tiedosto")
    assert client.get(address_in(letter)).status_code == 404
    assert client.get(f"{address_in(letter)}{Attachment.objects.get().pk}/").status_code == 404


def test_printed_letter_counts_its_enclosures_and_has_no_link() -> None:
    answered(csv(), csv("toinen.csv"), reply_channel="post")
    letter = Message.objects.get(kind="answer")
    assert "2 liitettä" in letter.text
    assert "/files/" not in letter.text
    assert not FileLink.objects.exists()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("tiedot.pdf", b"<html>"),
        ("tiedot.exe", b"MZ"),
        ("tiedot.html", b"<script>"),
        ("tiedot.txt", b"MZ\x00\x01"),
        ("tiedot.csv", b""),
        ("tiedot.csv\x00.pdf", b"a"),
    ],
)
def test_file_that_is_not_what_it_says_is_refused_and_nothing_is_sent(name: str, content: bytes) -> None:
    with pytest.raises(FileRefused):
        answered(csv(name, content))
    assert not Message.objects.filter(kind="answer").exists()


def test_name_is_kept_without_folders_and_hidden_characters() -> None:
    answered(csv("C:\\tiedot\\oma\u202efdp.csv"))
    assert Attachment.objects.get().name == "omafdp.csv"


@pytest.mark.parametrize(("days", "on_hold", "left"), [(30, False, True), (32, False, False), (32, True, True)])
def test_given_files_go_after_thirty_days_unless_kept_for_a_dispute(days: int, on_hold: bool, left: bool) -> None:
    request = answered(csv("tiedot.pdf", PDF))
    RightsRequest.objects.filter(pk=request.pk).update(on_hold=on_hold)
    Attachment.objects.update(added_at=timezone.now() - timedelta(days=days))
    file = Attachment.objects.get().file
    call_command("forget_requests", verbosity=0)
    kept = Attachment.objects.get()
    assert file.storage.exists(file.name) is left
    assert (kept.removed_on is None) is left
    assert (kept.name, len(kept.digest)) == ("tiedot.pdf", 64)
