"""The demo loads once, is complete, and stays as people left it."""

from typing import Any

import pytest
from django.apps import apps
from django.contrib.auth import authenticate, get_user_model
from wagtail.models import Locale, Page, Site

from home.models import HomePage
from privacy.models import Contact, Controller, NoticePage, Register
from privacy.registers.choices import Permission
from privacy.rights.permissions import policy
from tests.home.conftest import load

pytestmark = [pytest.mark.slow, pytest.mark.django_db, pytest.mark.usefixtures("loaded")]


def user_called(name: str) -> Any:
    """Give a login of the demo."""
    return get_user_model().objects.get(username=name)


def rows() -> dict[str, int]:
    """Give how many rows every table has."""
    return {model._meta.label: model._base_manager.count() for model in apps.get_models(include_auto_created=True)}


def test_second_run_changes_nothing() -> None:
    before = rows()

    load(port=8123)

    assert rows() == before


def test_second_run_keeps_what_was_entered() -> None:
    Controller.objects.filter(name="Merikallion kunta").update(name="Merikallion kaupunki")
    Register.objects.filter(slug="varhaiskasvatus").update(slug="paivakodit", name="Päiväkodit")
    page = NoticePage.objects.live().first()
    page.title, page.slug = "Muutettu seloste", "muutettu"
    page.save_revision().publish()
    before = rows()

    load(port=8123)

    assert rows() == before
    assert NoticePage.objects.get(pk=page.pk).slug == "muutettu"
    assert Controller.objects.filter(name="Merikallion kaupunki").exists()


def test_second_run_keeps_passwords() -> None:
    load(password="aivan-toinen-salasana", port=8123)

    assert authenticate(username="admin", password="esittely-salasana") == user_called("admin")


def test_five_organisations_have_a_register_of_their_requests_each() -> None:
    assert Controller.objects.count() == 5
    assert Register.objects.filter(for_requests=True).values("controller").distinct().count() == 5


def test_site_has_a_front_page_in_every_language_instead_of_wagtails_own() -> None:
    assert {page.locale.language_code for page in HomePage.objects.live()} == {"fi", "sv", "en"}
    assert HomePage.objects.values("translation_key").distinct().count() == 1
    assert not Page.objects.filter(depth=2).not_type(HomePage).exists()
    assert Locale.objects.count() == 3


def test_addresses_are_those_of_the_port_it_is_served_on(loaded: str) -> None:
    site = Site.objects.get(is_default_site=True)

    assert site.root_url == "http://127.0.0.1:8123"
    assert NoticePage.objects.live().first().full_url.startswith("http://127.0.0.1:8123/")
    assert "http://127.0.0.1:8123/" in loaded
    assert "http://127.0.0.1:8123/admin/" in loaded


def test_host_name_that_somebody_entered_stays() -> None:
    Site.objects.update(hostname="www.example.fi", port=443)

    load(port=8123)

    assert Site.objects.get().root_url == "https://www.example.fi"


def test_logins_are_printed_and_work(loaded: str) -> None:
    for name in ("admin", "editor", "handler"):
        assert name in loaded
        assert authenticate(username=name, password="esittely-salasana") == user_called(name)


def test_known_password_is_used_in_development_only(settings: Any) -> None:
    get_user_model().objects.filter(username="editor").delete()
    assert "tietosuoja-demo" not in load(port=8123)
    assert authenticate(username="editor", password="tietosuoja-demo") is None

    get_user_model().objects.filter(username="editor").delete()
    settings.DEBUG = True
    assert "tietosuoja-demo" in load(port=8123)
    assert authenticate(username="editor", password="tietosuoja-demo") is not None


def test_editor_may_publish_pages_and_records_but_sees_no_requests() -> None:
    editor = user_called("editor")

    assert editor.has_perms(["privacy.add_register", "privacy.change_contact", "privacy.publish_controller"])
    for front in HomePage.objects.all():
        rights = front.permissions_for_user(editor)
        assert rights.can_add_subpage()
        assert rights.can_publish_subpage()
    assert not policy.has_any(editor)


def test_handler_handles_the_requests_of_every_register() -> None:
    handler = user_called("handler")

    assert handler.has_perm("wagtailadmin.access_admin")
    assert not handler.is_superuser
    assert set(policy.registers(handler, Permission.HANDLE)) == set(Register.objects.all())


def test_contact_of_the_handler_answers_in_the_admin_and_others_on_their_own_page() -> None:
    own = set(Contact.objects.filter(user=user_called("handler")).values_list("name", flat=True))

    assert "Maarit Harjusela" in own
    assert Contact.objects.filter(user__isnull=True).exclude(email="").exists()
    assert Contact.objects.filter(email="").exists()
