"""A published notice, and what tests of versions do with it."""

from datetime import date
from typing import Any

import pytest

from privacy.models import NoticePage, NoticeVersion, Register
from tests.factories import ContactFactory, NoticePageFactory, RegisterFactory


@pytest.fixture
def register(site: Any) -> Register:
    return RegisterFactory(contacts=[ContactFactory(person=True, name="Aino Esimerkki", title="Sihteeri")])


@pytest.fixture
def notice(register: Register) -> NoticePage:
    """A notice that was published once: version 1.0."""
    return NoticePageFactory(registers=[register], title="Asiakkaiden tietosuojaseloste")


def fresh(page: NoticePage) -> NoticePage:
    """Give the page as the next request would find it."""
    return NoticePage.objects.get(pk=page.pk)


def text_of(section: str, text: str) -> dict[str, Any]:
    return {"type": section, "value": {"text": f"<p>{text}</p>"}}


def rewrite(page: NoticePage, section: str, text: str) -> NoticePage:
    """Give the newest draft with another text in a section; block ids stay."""
    draft = fresh(page).get_latest_revision_as_object() if page.latest_revision_id else fresh(page)
    blocks = [dict(block) for block in draft.body.raw_data]
    for block in blocks:
        if block["type"] == section:
            block["value"] = {**block["value"], "text": f"<p>{text}</p>"}
    draft.body = blocks
    return draft


def publish(
    page: NoticePage, section: str = "retention", text: str = "Kaksi vuotta.", **said: Any
) -> NoticeVersion | None:
    """Publish another text as code does, with what an editor would say of it; give the newest version."""
    draft = rewrite(page, section, text)
    for name, value in said.items():
        setattr(draft, name, value)
    draft.save_revision().publish()
    page.refresh_from_db()
    return newest(page)


def newest(page: NoticePage) -> NoticeVersion | None:
    return NoticeVersion.objects.filter(page=page).order_by("pk").last()


def numbers(page: NoticePage) -> list[str]:
    return [version.number for version in NoticeVersion.objects.filter(page=page).order_by("pk")]


DAY = date(2026, 5, 3)
