"""What the editor of a record checks, fills in and says."""

import re
from typing import Any

import pytest
from django.db.models import Model
from django.test import Client
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext
from wagtail.users.models import UserProfile

from privacy.registers.identifiers import validate_business_id
from privacy.registers.models import Contact, Controller, Register, SupervisoryAuthority
from tests.factories import ContactFactory, ControllerFactory, RegisterFactory, SupervisoryAuthorityFactory, UserFactory
from tests.privacy.registers.posts import (
    address,
    authority_post,
    contact_post,
    controller_post,
    register_post,
    texts,
)


def _errors(client: Client, model: type[Model] | Model, post: dict[str, Any]) -> dict[str, list[str]]:
    view = "edit" if isinstance(model, Model) else "add"
    response = client.post(address(model, view), post | {"action-publish": "1"})
    return {} if response.status_code == 302 else response.context["form"].errors


PHONE = "This is not a telephone number. Write it like 09 123 4567 or +358 9 123 4567."


@pytest.mark.parametrize(("model", "post"), [(Controller, controller_post), (Contact, contact_post)])
@pytest.mark.parametrize("phone", ["010", "soita", "+358 9"])
def test_a_wrong_phone_is_told_beside_the_phone_only(
    editor_client: Client, model: type[Model], post: Any, phone: str
) -> None:
    assert _errors(editor_client, model, post(phone=phone)) == {"phone": [PHONE]}


def test_a_wrong_phone_of_an_authority_is_told(editor_client: Client) -> None:
    assert _errors(editor_client, SupervisoryAuthority, authority_post(phone="soita")) == {"phone": [PHONE]}


def test_a_phone_is_kept_in_one_form(editor_client: Client) -> None:
    assert _errors(editor_client, Contact, contact_post(phone="040 123 4567")) == {}
    assert Contact.objects.get().phone == "+358401234567"


def test_a_phone_is_read_as_one_of_the_controllers_country(editor_client: Client) -> None:
    assert (
        _errors(editor_client, Controller, controller_post(country="SE", business_id="", phone="08-123 456 78")) == {}
    )
    assert Controller.objects.get().phone == "+46812345678"


@pytest.mark.parametrize("business_id", ["1234567-8", "123"])
def test_a_wrong_business_id_is_told_beside_it(editor_client: Client, business_id: str) -> None:
    errors = _errors(editor_client, Controller, controller_post(business_id=business_id))
    assert list(errors) == ["business_id"]
    assert "seven digits" in errors["business_id"][0]


def test_a_foreign_business_id_is_not_checked(editor_client: Client) -> None:
    assert _errors(editor_client, Controller, controller_post(country="SE", business_id="556000-0000")) == {}


@pytest.mark.parametrize("email", ["a@", "a b@example.fi", "a@example.fi\nBcc: b@example.fi"])
def test_a_wrong_email_is_told_beside_it(editor_client: Client, email: str) -> None:
    assert list(_errors(editor_client, Contact, contact_post(email=email))) == ["email"]


def test_an_unknown_country_is_refused(editor_client: Client) -> None:
    assert list(_errors(editor_client, Controller, controller_post(country="XX", business_id=""))) == ["country"]


def test_an_unknown_legal_basis_is_refused(editor_client: Client) -> None:
    post = register_post(controller=str(ControllerFactory().pk)) | {"legal_bases": ["uskonto"]}
    assert list(_errors(editor_client, Register, post)) == ["legal_bases"]


def test_a_function_needs_its_name_and_a_person_theirs(editor_client: Client) -> None:
    assert list(_errors(editor_client, Contact, contact_post(title=""))) == ["title"]
    assert list(_errors(editor_client, Contact, contact_post(kind="person"))) == ["name"]


def test_errors_are_in_the_language_of_the_editor(superuser_client: Client, superuser: Any) -> None:
    UserProfile.objects.create(user=superuser, preferred_language="sv")
    with translation.override("sv"):
        message = gettext(
            "This is not a valid business ID. It has seven digits, a hyphen and a check digit, like 1234567-1."
        )
    errors = _errors(superuser_client, Controller, controller_post(business_id="123"))
    assert errors == {"business_id": [message]}


TWICE = [
    (Controller, controller_post, {"name": "Exempelverkstan Ab"}),
    (Contact, contact_post, {"title": "Kundtjänst"}),
    (SupervisoryAuthority, authority_post, {"name": "Tillsynsmyndigheten"}),
    (Register, register_post, {"name": "Kundregistret"}),
]


@pytest.mark.parametrize(("model", "post", "text"), TWICE)
def test_a_language_given_twice_is_told(
    editor_client: Client, model: type[Model], post: Any, text: dict[str, str]
) -> None:
    rows = texts({"language": "sv", **text}, {"language": "sv", **text})
    controller = {"controller": str(ControllerFactory().pk)} if model is Register else {}
    response = editor_client.post(address(model, "add"), post(texts=rows, **controller) | {"action-publish": "1"})
    assert "Each language can be given only once." in response.content.decode()
    assert response.context["form"].formsets["texts"].forms[1].errors == {
        "__all__": ["This language is already above."]
    }
    assert not model._default_manager.filter(texts__language="sv").exists()


def _rows_of_two(contact: Contact, first: dict[str, str], second: dict[str, str]) -> dict[str, Any]:
    rows = contact_post() | {"texts-TOTAL_FORMS": "2", "texts-INITIAL_FORMS": "2"}
    for number, (row, changes) in enumerate(zip(contact.texts.order_by("pk"), (first, second), strict=True)):
        fields = {"id": str(row.pk), "language": row.language, "title": row.title, **changes}
        rows |= {f"texts-{number}-{name}": value for name, value in fields.items()}
    return rows


def test_two_rows_cannot_swap_their_languages(editor_client: Client) -> None:
    contact = ContactFactory(texts={"sv": {"title": "Kundtjänst"}, "en": {"title": "Customer service"}})
    response = editor_client.post(
        address(contact, "edit"),
        _rows_of_two(contact, {"language": "en"}, {"language": "sv"}) | {"action-publish": "1"},
    )
    message = "Another row has this language. Change the texts, not the languages."
    assert response.context["form"].formsets["texts"].errors == [{"language": [message]}] * 2


def test_a_row_takes_the_language_of_a_row_that_goes(editor_client: Client) -> None:
    contact = ContactFactory(texts={"sv": {"title": "Kundtjänst"}, "en": {"title": "Customer service"}})
    assert (
        _errors(editor_client, contact, _rows_of_two(contact, {"DELETE": "on"}, {"language": "sv", "title": "Service"}))
        == {}
    )
    assert list(contact.texts.values_list("language", "title")) == [("sv", "Service")]


def test_texts_are_changed_and_languages_added(editor_client: Client) -> None:
    contact = ContactFactory(texts={"sv": {"title": "Kundtjänst"}, "en": {"title": "Customer service"}})
    assert _errors(editor_client, contact, _rows_of_two(contact, {"title": "Service"}, {"language": "fi"})) == {}
    assert dict(contact.texts.values_list("language", "title")) == {"sv": "Service", "fi": "Customer service"}


def test_the_only_controller_is_preset_on_a_new_register(editor_client: Client) -> None:
    ControllerFactory(draft=True)
    only = ControllerFactory()
    form = editor_client.get(address(Register, "add")).context["form"]
    assert form["controller"].value() == only.pk
    ControllerFactory()
    assert editor_client.get(address(Register, "add")).context["form"]["controller"].value() is None


def test_the_finnish_authority_is_preset_on_a_new_controller(editor_client: Client) -> None:
    SupervisoryAuthorityFactory(code="SE")
    finnish = SupervisoryAuthorityFactory()
    form = editor_client.get(address(Controller, "add")).context["form"]
    assert form["supervisory_authority"].value() == finnish.pk


def test_an_authority_that_was_taken_away_stays_away(editor_client: Client) -> None:
    SupervisoryAuthorityFactory()
    controller = ControllerFactory(supervisory_authority=None)
    form = editor_client.get(address(controller, "edit")).context["form"]
    assert form["supervisory_authority"].value() is None


def test_active_users_are_offered_by_name_and_the_one_chosen_before(editor_client: Client) -> None:
    gone, other, mine = UserFactory(is_active=False), UserFactory(is_active=False), UserFactory(last_name="Käsittelijä")
    form = editor_client.get(address(ContactFactory(user=gone), "edit")).context["form"]
    labels = dict(form.fields["user"].choices)
    assert labels[mine.pk] == "Testi Käsittelijä"
    assert gone.pk in labels
    assert other.pk not in labels


SLUGS = [
    ("", "Jäsenrekisteri & lehti", "jasenrekisteri-lehti"),
    ("", "Реестр", "reestr"),
    ("", "!", "register"),
    ("Jäsenet 2026", "Jäsenrekisteri", "jasenet-2026"),
]


@pytest.mark.parametrize(("slug", "name", "expected"), SLUGS)
def test_a_slug_is_made_of_plain_letters(editor_client: Client, slug: str, name: str, expected: str) -> None:
    post = register_post(controller=str(ControllerFactory().pk), slug=slug, name=name)
    assert _errors(editor_client, Register, post) == {}
    assert Register.objects.get().slug == expected


def test_two_registers_of_one_name_have_slugs_of_their_own(editor_client: Client) -> None:
    controller = ControllerFactory()
    for _ in range(3):
        assert _errors(editor_client, Register, register_post(controller=str(controller.pk))) == {}
    slugs = set(Register.objects.values_list("slug", flat=True))
    assert slugs == {"asiakasrekisteri", "asiakasrekisteri-2", "asiakasrekisteri-3"}


def test_a_slug_that_another_register_has_is_told_beside_it(editor_client: Client) -> None:
    other = RegisterFactory()
    post = register_post(controller=str(other.controller_id), slug=other.slug)
    assert list(_errors(editor_client, Register, post)) == ["slug"]


def test_a_published_register_keeps_its_slug_when_the_field_is_emptied(editor_client: Client) -> None:
    register = RegisterFactory(slug="asiakkaat")
    assert _errors(editor_client, register, register_post(controller=str(register.controller_id))) == {}
    register.refresh_from_db()
    assert register.slug == "asiakkaat"


def test_the_longest_name_gives_a_slug_that_fits(editor_client: Client) -> None:
    controller = ControllerFactory()
    for _ in range(2):
        post = register_post(controller=str(controller.pk), name="R" * 200)
        assert _errors(editor_client, Register, post) == {}
    assert all(len(slug) <= 80 for slug in Register.objects.values_list("slug", flat=True))


def test_the_business_id_of_the_factories_is_valid() -> None:
    validate_business_id("1234567-1")


def test_country_of_a_new_controller_is_finland(superuser_client: Any) -> None:
    page = superuser_client.get(reverse("wagtailsnippets_privacy_controller:add")).content.decode()
    assert re.search(r'<option value="FI" selected', page)
