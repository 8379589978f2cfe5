"""What the editor of a register sees of where its requests go."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import translation

from privacy.registers.models import Register, RegisterRoute
from tests.factories import ContactFactory, ControllerFactory, GroupFactory, RegisterFactory, UserFactory

HEADING = "Where requests go"


@pytest.fixture
def admin(superuser_client: Client) -> Client:
    """Give a client whose user reads English."""
    superuser_client.defaults["HTTP_ACCEPT_LANGUAGE"] = "en"
    return superuser_client


def _editor(client: Client, register: Register) -> str:
    return client.get(reverse("wagtailsnippets_privacy_register:edit", args=[register.pk])).content.decode()


def test_the_first_contact_with_an_email_is_shown(admin: Client) -> None:
    contact = ContactFactory(title="Asiakaspalvelu", email="palvelu@example.fi")
    page = _editor(admin, RegisterFactory(routes=[contact, ContactFactory(email="toinen@example.fi")]))
    assert "Asiakaspalvelu, palvelu@example.fi" in page
    assert "toinen@example.fi" not in page


def test_a_contact_without_email_is_shown_with_its_phone(admin: Client) -> None:
    skipped = ContactFactory(title="Toimisto", without_email=True)
    page = _editor(admin, RegisterFactory(routes=[skipped, ContactFactory()]))
    assert "Passed over, because there is no email" in page
    assert "Toimisto, 029 5666700" in page.replace("029 566 6700", "029 5666700")


def test_a_register_that_cannot_be_routed_is_shown_as_a_problem(admin: Client) -> None:
    register = RegisterFactory(controller=ControllerFactory(email=""))
    page = _editor(admin, register)
    with translation.override("en"):
        assert "requests go to the site&#x27;s default" in page
    assert "help-warning" in page
    assert "oletus@example.fi" in page


def test_the_handlers_of_a_confidential_register_are_counted_and_not_named(admin: Client) -> None:
    register = RegisterFactory(confidential=True, routes=[ContactFactory(email="palvelu@example.fi")])
    UserFactory(last_name="Käsittelijä", email="kasittelija@example.fi", groups=[GroupFactory(handles=[register])])
    page = _editor(admin, register)
    assert "1 handler of this confidential register" in page
    assert "kasittelija@example.fi" not in page


def test_a_draft_routes_nothing(admin: Client) -> None:
    register = RegisterFactory(routes=[ContactFactory(email="vanha@example.fi")])
    register.routes = [RegisterRoute(contact=ContactFactory(email="uusi@example.fi"))]
    register.save_revision()
    page = _editor(admin, register)
    assert "vanha@example.fi" in page
    assert "uusi@example.fi" not in page
    assert "Changes count when they are published." in page


def test_a_new_register_shows_no_route(admin: Client) -> None:
    page = admin.get(reverse("wagtailsnippets_privacy_register:add")).content.decode()
    assert HEADING not in page
    assert HEADING in _editor(admin, RegisterFactory())
