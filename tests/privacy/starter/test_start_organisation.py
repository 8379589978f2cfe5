"""What getting started depends on: the answers, the site, the user, and whether it was done before."""

from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from wagtail.models import Page, Site

from privacy.models import Controller, NoticePage, Register
from privacy.registers.choices import ContactKind
from privacy.registers.models.access import DefaultAccess, RegisterAccess, default_group
from privacy.starter.actions import AlreadyStarted, StartResult, start_organisation
from tests.privacy.starter.conftest import MakeUser, answers


def start(site: Site, user: Any = None, **changes: Any) -> StartResult:
    """Get started with the example answers."""
    return start_organisation(answers=answers(**changes), site=site, user=user)


def test_contact_with_another_mailbox_answers_on_its_own_page(site: Site, admin: Any) -> None:
    assert start(site, admin, email="muu@puoti.example.fi").contact.user is None


def test_contact_with_a_name_is_a_person(site: Site) -> None:
    assert start(site, contact_name="Aino Esimerkki", contact_title="").contact.kind == ContactKind.PERSON


def test_nobody_is_added_to_a_group_that_was_there_before(site: Site, make_editor: MakeUser) -> None:
    chosen = Group.objects.create(name="Käsittelijät")
    DefaultAccess.objects.create(group=chosen)
    editor = make_editor(site.root_page)

    assert start(site, editor).group == chosen
    assert editor not in chosen.user_set.all()


def test_group_that_only_has_the_usual_name_gets_nothing(site: Site, admin: Any) -> None:
    planted = Group.objects.create(name="Tietosuoja")

    made = start(site, admin).group

    assert made == default_group() != planted
    assert made.name == "Tietosuoja 2"
    assert not RegisterAccess.objects.filter(group=planted).exists()


def test_site_of_one_language_uses_its_root_page(site: Site, admin: Any, settings: Any) -> None:
    settings.WAGTAIL_I18N_ENABLED = False

    pages = start(site, admin, register_names={"fi": "Asiakasrekisteri"}).pages

    assert list(pages.notice) == ["fi"]
    assert pages.index["fi"].get_parent().pk == pages.form["fi"].get_parent().pk == site.root_page.pk


def test_taken_addresses_are_avoided(site: Site, admin: Any) -> None:
    site.root_page.add_child(instance=Page(title="Vanha", slug="tietosuojaselosteet"))

    pages = start(site, admin, register_names={"fi": "Tietosuojapyyntöjen rekisteri"}).pages

    assert pages.index["fi"].slug == "tietosuojaselosteet-1"
    assert pages.request_notice["fi"].slug == "tietosuojapyyntojen-rekisteri-1"
    assert set(Register.objects.values_list("slug", flat=True)) == {
        "tietosuojapyyntojen-rekisteri",
        "tietosuojapyyntojen-rekisteri-2",
    }


def test_second_start_is_refused(site: Site, admin: Any) -> None:
    start(site, admin)

    with pytest.raises(AlreadyStarted):
        start(site, admin)


def test_refused_value_leaves_nothing_behind(site: Site, admin: Any) -> None:
    with pytest.raises(ValidationError):
        start(site, admin, contact_title="", contact_name="")

    assert not Controller.objects.exists()
    assert default_group() is None
    assert not Group.objects.filter(name="Tietosuoja").exists()
    assert not NoticePage.objects.exists()
