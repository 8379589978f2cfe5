"""A published notice with open errors, and what tests of the checks do with it."""

from typing import Any

import pytest
from django.test import Client
from wagtail.models import Site

from privacy.models import NoticePage, PrivacyChecks, Register
from privacy.notices.compliance.choices import Gate
from privacy.notices.compliance.evaluate import CheckedNotice, EvaluatedFinding, check_page
from tests.factories import ContactFactory, NoticePageFactory, RegisterFactory
from tests.privacy.notices.editor_posts import retention, send_editor


@pytest.fixture
def register(site: Site) -> Register:
    return RegisterFactory(contacts=[ContactFactory(email="palvelu@example.fi")])


@pytest.fixture
def notice(register: Register) -> NoticePage:
    """A notice that says nothing but how long data are kept, with a repealed act: version 1.0."""
    body = retention("Kaksi vuotta, henkilötietolain (523/1999) mukaan.")
    return NoticePageFactory(registers=[register], body=body, title="Seloste")


def fresh(page: NoticePage) -> NoticePage:
    return NoticePage.objects.get(pk=page.pk)


def set_gate(site: Site, gate: Gate) -> None:
    PrivacyChecks.objects.update_or_create(defaults={"at_publication": gate})


def finding(checked: CheckedNotice | NoticePage, check_id: str) -> EvaluatedFinding:
    checked = checked if isinstance(checked, CheckedNotice) else check_page(fresh(checked))
    return next(one for one in checked.decided if one.finding.id == check_id)


def open_ids(page: NoticePage) -> set[str]:
    return {one.finding.id for one in check_page(fresh(page)).open}


def asked_ids(page: NoticePage) -> set[str]:
    return {one.finding.id for one in check_page(fresh(page)).unconfirmed}


def post(client: Client, page: NoticePage, text: str, *, action: str = "publish", **said: Any) -> Any:
    """Send the editor's form with another text on retention, and what changed."""
    return send_editor(client, page, text, action=action, **{"version_summary": "Säilytysaika muuttuu."} | said)


def rewrite(page: NoticePage, text: str) -> NoticePage:
    """Give a draft with another text on retention."""
    draft = fresh(page)
    draft.body = retention(text)
    return draft
