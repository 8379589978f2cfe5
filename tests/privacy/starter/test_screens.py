"""Who meets the starter in the admin, and what it shows."""

from typing import Any

import pytest
from django.urls import reverse
from wagtail.models import Site

from privacy.models import Controller, NoticePage, PrivacyChecks, Register
from privacy.notices.compliance.choices import Gate
from privacy.starter.actions import start_organisation
from privacy.starter.permissions import starting_offers
from tests.privacy.starter.conftest import MakeUser, answers
from tests.privacy.starter.test_form import posted

RECORDS = ("add_controller", "add_contact", "add_register")


def test_admin_home_shows_the_form_while_there_is_no_register(site: Site, admin: Any, client: Any) -> None:
    client.force_login(admin)

    page = client.get(reverse("wagtailadmin_home")).content.decode()

    assert f'action="{reverse("privacy_starter:start")}"' in page
    assert 'name="register_name_fi"' in page
    assert "csrfmiddlewaretoken" in page


def test_admin_home_is_plain_once_there_is_a_register(site: Site, admin: Any, client: Any) -> None:
    start_organisation(answers=answers(), site=site, user=admin)
    client.force_login(admin)

    assert reverse("privacy_starter:start") not in client.get(reverse("wagtailadmin_home")).content.decode()


def test_editor_with_the_rights_is_offered_the_language_of_his_pages(site: Site, make_editor: MakeUser) -> None:
    editor = make_editor(site.root_page, *RECORDS)

    assert starting_offers(editor) == {site: ["fi"]}


def test_superuser_is_offered_every_content_language(site: Site, admin: Any) -> None:
    assert starting_offers(admin) == {site: ["fi", "sv", "en"]}


def test_site_without_i18n_offers_the_language_of_its_root(site: Site, admin: Any, settings: Any) -> None:
    settings.WAGTAIL_I18N_ENABLED = False

    assert starting_offers(admin) == {site: ["fi"]}


@pytest.mark.parametrize("missing", RECORDS)
def test_editor_without_a_right_is_not_offered_the_starter(
    site: Site, make_editor: MakeUser, client: Any, missing: str
) -> None:
    editor = make_editor(site.root_page, *(set(RECORDS) - {missing}))
    client.force_login(editor)

    assert starting_offers(editor) == {}
    assert reverse("privacy_starter:start") not in client.get(reverse("wagtailadmin_home")).content.decode()
    assert client.get(reverse("privacy_starter:start")).status_code == 302
    assert client.post(reverse("privacy_starter:start"), posted(site)).status_code == 302
    assert not Controller.objects.exists()


def test_editor_who_may_not_publish_is_not_offered_the_starter(site: Site, make_editor: MakeUser) -> None:
    editor = make_editor(site.root_page, *RECORDS)
    editor.groups.get().page_permissions.filter(permission__codename="publish_page").delete()

    assert starting_offers(editor) == {}


def test_sending_the_form_makes_everything_and_leads_to_what_is_left(site: Site, admin: Any, client: Any) -> None:
    client.force_login(admin)

    response = client.post(reverse("privacy_starter:start"), posted(site))

    register = Register.objects.get(for_requests=False)
    assert response["Location"] == reverse("privacy_starter:left", args=[register.pk])


def test_what_is_left_links_to_the_sections_in_the_editor(site: Site, admin: Any, client: Any) -> None:
    result = start_organisation(answers=answers(), site=site, user=admin)
    client.force_login(admin)

    page = client.get(reverse("privacy_starter:left", args=[result.register.pk])).content.decode()

    draft = result.pages.notice["fi"]
    retention = next(block for block in draft.body.raw_data if block["type"] == "retention")
    editor = reverse("wagtailadmin_pages:edit", args=[draft.pk])
    assert f'href="{editor}#block-{retention["id"]}-section"' in page
    assert client.get(editor).status_code == 200


def test_editor_who_started_may_see_what_is_left(site: Site, make_editor: MakeUser, client: Any) -> None:
    editor = make_editor(site.root_page, *RECORDS, "change_register")
    client.force_login(editor)

    assert client.post(reverse("privacy_starter:start"), posted(site), follow=True).status_code == 200
    assert editor.groups.filter(register_access__isnull=False).exists()


def test_what_is_left_is_closed_to_users_who_may_not_edit_registers(
    site: Site, admin: Any, make_editor: MakeUser, client: Any
) -> None:
    register = start_organisation(answers=answers(), site=site, user=admin).register
    client.force_login(make_editor(site.root_page))

    assert client.get(reverse("privacy_starter:left", args=[register.pk])).status_code == 302


def test_bad_value_is_shown_with_what_was_typed(site: Site, admin: Any, client: Any) -> None:
    client.force_login(admin)

    response = client.post(reverse("privacy_starter:start"), posted(site, business_id="1234567-8"))

    assert response.status_code == 200
    assert 'value="1234567-8"' in response.content.decode()
    assert not Register.objects.exists()


def test_second_sending_is_told_that_there_is_a_register(site: Site, admin: Any, client: Any) -> None:
    client.force_login(admin)
    client.post(reverse("privacy_starter:start"), posted(site))

    response = client.post(reverse("privacy_starter:start"), posted(site))

    assert response["Location"] == reverse("wagtailadmin_home")
    assert Controller.objects.count() == 1


def test_notice_that_the_site_does_not_publish_stays_a_draft_with_its_errors_told(
    site: Site, admin: Any, client: Any
) -> None:
    PrivacyChecks.objects.create(at_publication=Gate.BLOCK)
    client.force_login(admin)

    response = client.post(reverse("privacy_starter:start"), posted(site, kind="public_body"), follow=True)

    notice = NoticePage.objects.filter(registers__register__for_requests=True).first()
    assert not notice.live
    assert response.redirect_chain[-1][0] == reverse("privacy_starter:left", args=[register_of(response)])
    text = response.content.decode()
    assert "PN082" in text
    assert reverse("wagtailadmin_pages:edit", args=[notice.pk]) in text


def register_of(response: Any) -> int:
    return response.context["view"].register.pk
