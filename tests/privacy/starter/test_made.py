"""One action makes everything that a small organisation needs."""

from typing import Any

import pytest
from django.contrib.auth import get_user_model
from wagtail.models import Locale, Page, Site

from privacy.models import Controller, Register, RightsRequestPage, SupervisoryAuthority
from privacy.registers.choices import Permission
from privacy.registers.models.access import default_group
from privacy.rights.notice_snapshot import request_notice
from privacy.starter.actions import StartResult

pytestmark = pytest.mark.django_db


def acting_user() -> Any:
    """Give the user who got started."""
    return get_user_model().objects.get(username="paakayttaja")


def test_records_are_live_and_belong_together(started: StartResult) -> None:
    assert started.controller.supervisory_authority == SupervisoryAuthority.objects.get(code="FI")
    assert started.controller.main_language == "fi"
    assert Controller.objects.filter(live=True, email="palvelu@puoti.example.fi").exists()
    for register in Register.objects.all():
        assert register.live
        assert register.controller == started.controller
        assert [row.contact for row in register.contacts.all()] == [started.contact]
        assert [row.contact for row in register.routes.all()] == [started.contact]


def test_registers_have_names_in_every_language(started: StartResult) -> None:
    assert started.register.name_in("sv") == "Kundregister"
    assert started.request_register.for_requests
    assert started.request_register.name_in("sv") == "Registret över dataskyddsbegäranden"


def test_contact_with_the_users_mailbox_answers_in_the_admin(started: StartResult) -> None:
    assert started.contact.user == acting_user()


def test_handlers_group_has_every_permission_and_the_user(started: StartResult) -> None:
    assert started.group == default_group()
    assert started.group.name == "Tietosuoja"
    assert acting_user() in started.group.user_set.all()
    assert started.group.permissions.filter(codename="access_admin").exists()
    for register in (started.register, started.request_register):
        granted = register.access.filter(group=started.group).values_list("permission", flat=True)
        assert set(granted) == set(Permission.values)


def test_notice_and_form_are_drafts_and_list_and_request_notice_are_live(started: StartResult) -> None:
    pages = started.pages

    for language in ("fi", "sv"):
        assert not pages.notice[language].live
        assert not pages.form[language].live
        assert Page.objects.get(pk=pages.index[language].pk).live
        assert Page.objects.get(pk=pages.request_notice[language].pk).live


def test_every_page_has_the_revision_that_the_editor_opens(started: StartResult) -> None:
    pages = started.pages

    for made in (pages.index, pages.notice, pages.request_notice, pages.form):
        for page in made.values():
            stored = Page.objects.get(pk=page.pk)
            assert stored.latest_revision.user == acting_user()
            assert stored.latest_revision.as_object().title == page.title == stored.title
            assert stored.live_revision_id == (stored.latest_revision_id if stored.live else None)


def test_translations_share_their_key_and_lie_under_the_front_page_of_their_language(
    started: StartResult,
) -> None:
    pages, site = started.pages, Site.objects.get()

    for made in (pages.index, pages.notice, pages.request_notice, pages.form):
        assert made["fi"].translation_key == made["sv"].translation_key
        assert made["sv"].locale == Locale.objects.get(language_code="sv")
    assert pages.notice["sv"].get_parent().specific == pages.index["sv"]
    assert pages.index["sv"].get_parent().translation_key == site.root_page.translation_key
    assert pages.notice["sv"].title == "Dataskyddsbeskrivning: Kundregister"
    assert pages.notice["sv"].slug == "kundregister"
    assert pages.notice["sv"].uuid != pages.notice["fi"].uuid


def test_draft_notice_has_the_sections_to_write_in_order(started: StartResult) -> None:
    draft = started.pages.notice["fi"].get_latest_revision_as_object()

    keys = [block.block_type for block in draft.body]
    assert keys[:2] == ["controller", "contact_person"]
    assert keys[-1] == "complaint"
    assert draft.main_register_id == Register.objects.get(for_requests=False).pk


def test_request_notice_is_found_in_the_visitors_language(started: StartResult) -> None:
    found = request_notice(started.controller.pk, "sv")
    assert found == started.pages.request_notice["sv"]
    assert any(section.key == "retention" and section.rows for section in found.sections)


def test_form_serves_the_register(started: StartResult) -> None:
    for form in RightsRequestPage.objects.all():
        assert [register.name for register in form.offered_registers("")] == ["Asiakasrekisteri"]


def test_request_notice_can_be_read_in_every_language(started: StartResult, client: Any) -> None:
    pages, site = started.pages, Site.objects.get()

    for language, page in pages.request_notice.items():
        response = client.get(page.relative_url(site))
        assert response.status_code == 200
        assert response["Content-Language"] == language
        assert "Esimerkkipuoti Oy" in response.content.decode()
