"""Whole documents through the screen: by paste and by file, published, asked of. The five real ones where they lie."""

import html
import re
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter
from wagtail.models import Page

from privacy.importer.reader.read import read_file
from privacy.importer.rich_text import plain
from privacy.importer.sessions import ImportSession
from privacy.mail.models import Message
from privacy.models import NoticePage
from privacy.notices.sections.blocks import RICH_TEXT_FEATURES
from privacy.rights.actions import receive_request
from tests.factories import NoticeIndexPageFactory, RightsRequestPageFactory
from tests.privacy.importer.posts import plan_in, press
from tests.privacy.rights.builders import incoming_for

pytestmark = pytest.mark.slow

SAMPLES = sorted((Path(settings.BASE_DIR) / "home" / "demo" / "samples").iterdir())
SEEDS = sorted((Path(settings.BASE_DIR).parent / "shared" / "seeds").glob("*.txt"))
LABELS = Path(settings.BASE_DIR) / "privacy" / "importer" / "data" / "labels.txt"
# Where the records may say it instead of the text.
FILLED = ("controller", "contact_person", "register_name", "dpo")
_WORD = re.compile(r"\w+")
_TAG = re.compile(r"<[^>]*>")


def document_of(path: Path) -> str:
    """Give the words of a document that is text already."""
    return path.read_text(encoding="utf-8")


@pytest.fixture
def lists(home_pages: dict[str, Page], parent: Page) -> dict[str, Page]:
    """Give the list of notices of each language."""
    others = {code: NoticeIndexPageFactory(parent=home_pages[code], language=code) for code in ("sv", "en")}
    return {"fi": parent, **others}


def begun(client: Client, path: Path, how: str) -> ImportSession:
    """Read a document through the screen."""
    sent: dict[str, Any] = (
        {"file": SimpleUploadedFile(path.name, path.read_bytes())} if how == "file" else {"text": document_of(path)}
    )
    response = client.post(reverse("privacy_importer:read"), sent)
    assert response.status_code == 302, response.context["form"].errors
    return ImportSession.objects.get()


def made(client: Client, draft: ImportSession, **changes: Any) -> NoticePage:
    """Make the draft and give it."""
    response = press(client, draft, "create", **changes)
    assert response.status_code == 302, list(map(str, response.context["messages"]))
    return NoticePage.objects.get()


def cases(paths: list[Path]) -> list[Any]:
    """Give every document by file, and by paste where it is text."""
    ways = [(path, how) for path in paths for how in ("file", "paste") if how == "file" or path.suffix != ".docx"]
    return [pytest.param(path, how, id=f"{path.stem[:12]}-{how}") for path, how in ways]


def edited(text: str) -> str:
    """Give a text as the page editor saves it again."""
    editor = ContentstateConverter(RICH_TEXT_FEATURES)
    return editor.to_database_format(editor.from_database_format(text))


def words_of(text: str) -> set[str]:
    """Give the words of a text, whatever their letters' size."""
    return {word for word in _WORD.findall(html.unescape(text).casefold()) if not word.isdigit()}


@pytest.mark.parametrize(("path", "how"), cases(SAMPLES + SEEDS))
def test_document_is_imported_published_and_lacks_no_word(
    client_of_editor: Client, lists: dict[str, Page], path: Path, how: str
) -> None:
    notice = read_file(path.read_bytes(), name=path.name)
    draft = begun(client_of_editor, path, how)
    plan = plan_in(draft)
    aside = " ".join(entry.text for entry in plan.set_aside)
    page = made(client_of_editor, draft)
    assert not page.live
    assert page.locale.language_code == notice.language
    keys = [block["type"] for block in page.body.raw_data]
    assert keys[: len(notice.sections)] == [section.key for section in notice.sections]

    for section, block in zip(notice.sections, page.body.raw_data, strict=False):
        if block["type"] not in FILLED:
            assert plain(block["value"]["text"]).split() == section.text.split(), section.heading
        assert plain(edited(block["value"]["text"])) == plain(block["value"]["text"]), section.heading

    page.get_latest_revision().publish()
    shown = _TAG.sub(" ", client_of_editor.get(page.get_url()).content.decode())
    told = words_of(shown) | words_of(aside) | set(LABELS.read_text(encoding="utf-8").split())
    document = " ".join(f"{section.heading} {section.text}" for section in notice.sections)
    assert words_of(document) - told == set()


@pytest.mark.parametrize(("path", "how"), cases(SAMPLES + [path for path in SEEDS if not path.name.startswith("004")]))
def test_request_to_an_imported_register_goes_to_whom_the_document_names(
    client_of_editor: Client, lists: dict[str, Page], path: Path, how: str
) -> None:
    notice = read_file(path.read_bytes(), name=path.name)
    page = made(client_of_editor, begun(client_of_editor, path, how))
    page.get_latest_revision().publish()
    register = page.register_rows()[0].register

    receive_request(incoming=incoming_for(register), form_page=RightsRequestPageFactory(registers=[register]))

    named = [contact.email for contact in notice.contacts if contact.email and contact.role == "contact_person"]
    named += [controller.email for controller in notice.controllers if controller.email]
    if named:
        assert Message.objects.get(kind="notification").to == named[0]
    else:
        assert Message.objects.get(kind="notification").to == settings.PRIVACY_DEFAULT_EMAIL


@pytest.mark.skipif(not SEEDS, reason="the real notices are not here")
@pytest.mark.parametrize("how", ["file", "paste"])
def test_notice_whose_contact_has_no_email_is_told_and_its_fallback_used(
    client_of_editor: Client, lists: dict[str, Page], how: str
) -> None:
    path = next(path for path in SEEDS if path.name.startswith("004"))
    draft = begun(client_of_editor, path, how)
    preview = client_of_editor.get(reverse("privacy_importer:plan", args=[draft.uuid])).content.decode()
    assert "The document names no email" in preview

    page = made(client_of_editor, draft, registers__0__fallback_email="varalla@example.fi")
    page.get_latest_revision().publish()
    register = page.register_rows()[0].register
    receive_request(incoming=incoming_for(register), form_page=RightsRequestPageFactory(registers=[register]))

    assert Message.objects.get(kind="notification").to == "varalla@example.fi"
    assert register.contacts.get().contact.phone
