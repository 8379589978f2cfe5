"""Only published records can be chosen."""

from typing import Any

import pytest
from django.db.models import Model
from django.test import Client
from django.urls import reverse

from privacy.notices.pages.notice import NoticePage
from privacy.registers.models import Contact, Controller, Register
from privacy.rights.form.page import RightsRequestPage
from tests.factories import ContactFactory, ControllerFactory, RegisterFactory
from tests.privacy.registers.posts import address, register_post

pytestmark = pytest.mark.django_db
FACTORIES: dict[type[Model], Any] = {Controller: ControllerFactory, Contact: ContactFactory, Register: RegisterFactory}


@pytest.mark.parametrize("model", FACTORIES)
@pytest.mark.parametrize("view", ["choose", "choose_results"])
def test_a_chooser_offers_published_records_only(editor_client: Client, model: type[Model], view: str) -> None:
    published, draft = FACTORIES[model](), FACTORIES[model](draft=True)
    response = editor_client.get(reverse(f"wagtailsnippetchoosers_privacy_{model._meta.model_name}:{view}"))
    assert list(response.context["results"]) == [published]
    assert str(draft) not in response.content.decode()


@pytest.mark.usefixtures("searchable")
def test_a_chooser_is_searched(editor_client: Client) -> None:
    register = RegisterFactory(name="Jäsenrekisteri")
    RegisterFactory(name="Asiakasrekisteri")
    response = editor_client.get(reverse("wagtailsnippetchoosers_privacy_register:choose_results"), {"q": "jäsen"})
    assert list(response.context["results"]) == [register]


def test_a_draft_that_is_posted_past_the_chooser_is_refused(editor_client: Client) -> None:
    draft, contact = ControllerFactory(draft=True), ContactFactory(draft=True)
    rows = {"routes-TOTAL_FORMS": "1", "routes-0-contact": str(contact.pk), "routes-0-ORDER": "1"}
    response = editor_client.post(address(Register, "add"), register_post(controller=str(draft.pk)) | rows)
    form = response.context["form"]
    message = "This is not published. Publish it first, or choose another."
    assert form.errors == {"controller": [message]}
    assert form.formsets["routes"].errors == [{"contact": [message]}]
    assert not Register.objects.exists()


@pytest.mark.parametrize("page", [NoticePage, RightsRequestPage])
def test_pages_choose_published_registers_only(page: type[Any]) -> None:
    published, draft = RegisterFactory(), RegisterFactory(draft=True)
    rows = page.get_edit_handler().get_form_class()(instance=page()).formsets["registers"]
    choices = rows.empty_form.fields["register"].queryset
    assert list(choices) == [published]
    assert draft not in choices
