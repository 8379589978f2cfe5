"""Who sees a request is decided by access rows alone: roads around them."""

from typing import Any

import pytest
from django.contrib.admin import site as django_admin
from django.contrib.auth.models import Permission as DjangoPermission
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import ReferenceIndex
from wagtail.models.audit_log import ModelLogEntry

from privacy.models import CaseLink, Register, RightsRequest
from privacy.registers.choices import Permission
from privacy.rights.actions import receive_request
from privacy.rights.choices import Right
from privacy.rights.permissions import policy
from privacy.rights.submission.incoming import Answer, AskedItem
from tests.factories import ContactFactory, GroupFactory, RegisterFactory, RightsRequestPageFactory, UserFactory
from tests.privacy.registers.posts import address, register_post
from tests.privacy.rights.browsing import Visitor
from tests.privacy.rights.builders import PERSON, give_access, incoming_for

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site")]


def handler_of(register: Register, permission: Permission = Permission.HANDLE) -> Any:
    user = UserFactory(groups=[GroupFactory()])
    give_access(user, register, permission)
    return user


@pytest.fixture
def shared() -> RightsRequest:
    """Give a request to two registers; what it asks of the second is read by nobody who handles the first only."""
    first = RegisterFactory(routes=[ContactFactory(email="eka@example.fi")])
    second = RegisterFactory(
        name="Potilasrekisteri",
        controller=first.controller,
        notification_content="with_text",
        routes=[ContactFactory(email="toka@example.fi")],
    )
    asked = [Answer("Mitä?", "Vain toiselle rekisterille")]
    items = [AskedItem(Right.ACCESS, first), AskedItem(Right.ERASURE, second, answers=asked)]
    return receive_request(incoming=incoming_for(first, items=items))


def test_case_page_shows_no_letter_about_a_register_that_may_not_be_seen(client: Client, shared: RightsRequest) -> None:
    first, _second = shared.items.select_related("register")
    assert first.register
    client.force_login(handler_of(first.register, Permission.SEE))
    page = client.get(reverse("privacy_requests:case", args=[shared.number])).content.decode()
    assert [text for text in ("Potilasrekisteri", "toka@example.fi", "Vain toiselle") if text in page] == []


def test_handler_of_one_register_is_not_given_the_answer_of_another(client: Client, shared: RightsRequest) -> None:
    first, second = shared.items.select_related("register")
    assert first.register
    token = shared.messages.get(to="toka@example.fi").text.split("/privacy/case/")[1].split("/")[0]
    contact = Visitor(Client(), f"/privacy/case/{token}/").open().press("code")
    code = "".join(filter(str.isdigit, shared.messages.get(kind="case_code").text.split("\n")[0]))
    contact.press("open", code=code).open()
    answer = {f"outcome_{second.pk}": "fulfilled", "channel": "email", "identity": "known", "recipients_told": "none"}
    copy = SimpleUploadedFile("potilastiedot.pdf", b"%PDF-1.7")
    contact.press("answer", **answer, answered_on=timezone.localdate().isoformat(), copy=copy)
    assert shared.attachments.get().name == "potilastiedot.pdf"
    client.force_login(handler_of(first.register, Permission.SEE))
    page = client.get(reverse("privacy_requests:case", args=[shared.number])).content.decode()
    assert "potilastiedot.pdf" not in page
    file = reverse("privacy_requests:attachment", args=[shared.number, shared.attachments.get().pk])
    assert client.get(file).status_code == 404


def test_handler_of_another_controller_on_the_same_form_sees_no_unassigned_request() -> None:
    own, foreign = RegisterFactory(), RegisterFactory()
    form = RightsRequestPageFactory(registers=[own, foreign])
    request = receive_request(incoming=incoming_for(None, controller=foreign.controller), form_page=form)
    assert policy.may(handler_of(foreign), request, Permission.HANDLE)
    assert not policy.may(handler_of(own), request, Permission.HANDLE)


def test_editor_cannot_send_requests_of_a_confidential_register_to_himself(client: Client, editor: Any) -> None:
    register = RegisterFactory(confidential=True)
    give_access(UserFactory(), register, Permission.HANDLE)
    client.force_login(editor)
    changes = {"controller": register.controller_id, "slug": register.slug, "fallback_email": "oma@example.com"}
    client.post(address(register, "edit"), {**register_post(**changes), "action-publish": "1"})
    register.refresh_from_db()
    request = receive_request(incoming=incoming_for(register))
    assert not request.messages.filter(kind="notification", to="oma@example.com").exists()


def test_user_manager_cannot_give_himself_access(client: Client) -> None:
    handlers, managers = GroupFactory(handles=[RegisterFactory()]), GroupFactory()
    managers.permissions.add(DjangoPermission.objects.get(codename="change_user"))
    user = UserFactory(groups=[managers])
    client.force_login(user)
    names = {"username": user.username, "email": user.email, "first_name": "T", "last_name": "K", "is_active": "on"}
    client.post(reverse("wagtailusers_users:edit", args=[user.pk]), {**names, "groups": [managers.pk, handlers.pk]})
    assert not policy.has_any(user, Permission.HANDLE)


@pytest.mark.parametrize(
    "view",
    [
        "",
        "results/",
        "chosen/{pk}/",
        "chosen-multiple/?id={pk}",
    ],
)
def test_chooser_names_no_confidential_register_to_who_edits_no_registers(client: Client, view: str) -> None:
    register = RegisterFactory(confidential=True, name="Ilmoituskanava")
    client.force_login(UserFactory(groups=[GroupFactory()]))
    page = client.get(f"/admin/snippets/choose/privacy/register/{view.format(pk=register.pk)}").content.decode()
    assert "Ilmoituskanava" not in page


def test_editor_of_a_confidential_register_does_not_read_who_handles_it(client: Client, editor: Any) -> None:
    register = RegisterFactory(confidential=True)
    handler = handler_of(register)
    client.force_login(editor)
    assert handler.email not in client.get(address(register, "edit")).content.decode()


def test_changing_a_contacts_mailbox_does_not_move_the_links_that_were_sent() -> None:
    contact = ContactFactory(email="vanha@example.fi")
    receive_request(incoming=incoming_for(RegisterFactory(routes=[contact])))
    contact.email = "uusi@example.fi"
    contact.save()
    assert CaseLink.objects.get().email == "vanha@example.fi"


def test_superuser_who_was_deactivated_sees_nothing() -> None:
    receive_request(incoming=incoming_for(RegisterFactory()))
    user = UserFactory(superuser=True, is_active=False)
    assert not policy.requests(user).exists()
    assert not policy.has_any(user)


def test_leaving_the_group_ends_access_at_once() -> None:
    register = RegisterFactory()
    request = receive_request(incoming=incoming_for(register))
    user = handler_of(register)
    assert policy.may(user, request, Permission.HANDLE)
    user.groups.clear()
    assert not policy.may(user, request, Permission.HANDLE)


def test_django_admin_knows_no_model_of_ours() -> None:
    assert [model for model in django_admin._registry if model._meta.app_label == "privacy"] == []


@pytest.mark.usefixtures("referenced")
def test_reference_index_and_log_hold_nothing_of_requests() -> None:
    contact = ContactFactory()
    receive_request(incoming=incoming_for(RegisterFactory(contacts=[contact], routes=[contact])))
    kinds = set(ReferenceIndex.objects.values_list("base_content_type__model", flat=True))
    assert "register" in kinds
    assert kinds <= {"register", "controller", "contact", "homepage"}
    assert not ModelLogEntry.objects.filter(label__icontains=PERSON.name).exists()
