"""The handler in the admin: the list of requests, the page of a case with its letters, and its files."""

from collections.abc import Callable
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from playwright.sync_api import Page, expect

from privacy.models import RightsRequest
from privacy.rights.models.attachments import attach_file
from tests.browser.asking import PERSON, VISITOR, sent_to
from tests.browser.editing import log_in
from tests.browser.letters import letter_to

pytestmark = pytest.mark.browser

CONTENT = b"%PDF-1.4 vastaus"


@pytest.fixture
def request_() -> RightsRequest:
    """Give a request to a register whose contact has a login, with a file."""
    request = sent_to("pihkakivi-asiakkaat")
    copy = SimpleUploadedFile("vastaus.pdf", CONTENT, "application/pdf")
    attach_file(request, copy, register=request.items.get().register)
    return request


def test_handler_comes_by_the_letter_and_finds_the_case_with_its_letters_and_file(
    open_browser: Callable[..., Page], request_: RightsRequest, address: str
) -> None:
    case = f"{address}{reverse('privacy_requests:case', args=[request_.number])}"
    assert case in letter_to("asiakasrekisteri@pihkakivi.example.fi").body
    handler = log_in(open_browser, "handler")
    handler.goto(reverse("privacy_requests:index"))
    row = handler.get_by_role("row").filter(has_text=request_.number)
    expect(row).to_contain_text("Pihkakiven asiakas- ja markkinointirekisteri")
    expect(row).to_contain_text(PERSON)
    row.get_by_role("link", name=request_.number).click()

    expect(handler).to_have_url(case)
    expect(handler.get_by_role("heading", level=1)).to_contain_text(request_.number)
    letters = handler.locator("details.privacy-letter")
    expect(letters).to_have_count(2)
    acknowledgement = letters.filter(has_text=VISITOR)
    acknowledgement.locator("summary").click()
    expect(acknowledgement).to_contain_text("Olemme vastaanottaneet pyyntösi")
    with handler.expect_download() as downloaded:
        handler.get_by_role("link", name="vastaus.pdf").click()
    assert Path(downloaded.value.path()).read_bytes() == CONTENT


def test_editor_finds_neither_requests_nor_their_files(
    open_browser: Callable[..., Page], request_: RightsRequest
) -> None:
    file = reverse("privacy_requests:attachment", args=[request_.number, request_.attachments.get().pk])
    editor = log_in(open_browser, "editor")
    expect(editor.locator(f'a[href="{reverse("privacy_requests:index")}"]')).to_have_count(0)
    for path in (
        reverse("privacy_requests:index"),
        reverse("privacy_requests:case", args=[request_.number]),
        file,
    ):
        answer = editor.request.get(path)
        assert answer.url.endswith("/admin/")
        assert PERSON not in answer.text()
    anybody = open_browser().request.get(file)
    assert "/admin/login/" in anybody.url
