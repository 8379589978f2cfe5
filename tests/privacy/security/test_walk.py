"""A walk over every address of the admin: who has no access to a request meets nothing of it anywhere."""

from typing import Any

import pytest
from django.contrib.auth.models import Permission as DjangoPermission
from django.core.files.base import ContentFile
from django.test import Client
from django.urls import reverse
from wagtail.models import Site

from privacy.inbox.bulk import BULK_ACTIONS
from privacy.inbox.steps.screens import SCREENS
from privacy.models import Attachment, CaseLink, Message, RightsRequest
from privacy.notices.pdf import pdf_problem
from privacy.registers.choices import Permission
from privacy.rights.actions import receive_request
from privacy.rights.steps import Step
from tests.factories import ContactFactory, GroupFactory, RegisterFactory, RightsRequestPageFactory, UserFactory
from tests.privacy.inbox.desks import manager_of_users, user_with
from tests.privacy.rights.builders import PERSON, SECRET_TEXT, incoming_for
from tests.privacy.security.addresses import admin_addresses

pytestmark = [pytest.mark.slow, pytest.mark.django_db]


@pytest.fixture
def request_(site: Site) -> RightsRequest:
    contact = ContactFactory(person=True, email="apu@example.fi")
    register = RegisterFactory(contacts=[contact], routes=[contact])
    form = RightsRequestPageFactory(registers=[register])
    request = receive_request(incoming=incoming_for(register, message="Viesti vain käsittelijälle"), form_page=form)
    attachment = Attachment.objects.create(request=request, name="vastaus-maijalle.pdf", size=4)
    attachment.file.save("x", ContentFile(b"PDF4711"))
    return request


def addresses_of(request: RightsRequest) -> list[str]:
    register = request.items.get().register
    assert register is not None
    keys: dict[str, Any] = {
        "privacy/requests": request.attachments.get().pk,
        "privacy/start": register.pk,
        "privacy/access": register.pk,
        "snippets/privacy/register": register.pk,
        "snippets/choose/privacy/register": register.pk,
        "snippets/privacy/controller": register.controller_id,
        "snippets/privacy/contact": CaseLink.objects.get().contact_id,
        "pages": request.form_page_id,
    }
    letter = str(letter_of(request).uuid)
    return admin_addresses(keys, number=request.number, uuid=letter) + bulk_addresses(request)


def letter_of(request: RightsRequest) -> Message:
    return request.messages.get(kind="acknowledgement")


def bulk_addresses(request: RightsRequest) -> list[str]:
    base = "/admin/bulk/privacy/rightsrequest"
    return [f"{base}/{action.action_type}/?id={key}" for action in BULK_ACTIONS for key in (request.pk, "all")]


def read(client: Client, address: str) -> str:
    response = client.get(address)
    body = b"".join(response.streaming_content) if response.streaming else response.content
    return f"{response.headers} {body.decode(errors='replace')}".replace(address, "")


def told(text: str, request: RightsRequest) -> list[str]:
    """Give what of the request stands in a text."""
    letters = [str(uuid) for uuid in request.messages.values_list("uuid", flat=True)]
    secrets = [request.number, PERSON.name, PERSON.email, SECRET_TEXT, request.message, "vastaus-maijalle", "PDF4711"]
    return [secret for secret in secrets + letters if secret in text]


def our_addresses(request: RightsRequest) -> list[str]:
    ours = ("/admin/privacy/", "/admin/bulk/privacy/")
    return [address for address in addresses_of(request) if address.startswith(ours)]


def screens_of(request: RightsRequest) -> dict[str, set[str]]:
    """Give the addresses that tell of a request, by what one must be allowed to be told by them."""
    base = reverse("privacy_requests:index")
    case = f"{base}{request.number}/"
    file = f"{case}files/{request.attachments.get().pk}/"
    letter = f"{case}letters/{letter_of(request).uuid}/"
    steps = {f"{case}{step.value.replace('_', '-')}/" for step in {*SCREENS, Step.ANSWER}}
    named = {address for address in bulk_addresses(request) if "/export/" not in address}
    pdf = set() if pdf_problem() else {f"{case}print/pdf/"}
    return {
        Permission.SEE: {base, f"{base}results/", case, f"{case}print/", file, letter} | named | pdf,
        Permission.HANDLE: steps,
        Permission.ADMINISTER: {f"{case}readings/"},
    }


def found_by(client: Client, request: RightsRequest) -> set[str]:
    client.raise_request_exception = False
    return {address for address in our_addresses(request) if told(read(client, address), request)}


def test_the_walk_finds_what_there_is_to_find(client: Client, request_: RightsRequest, superuser: Any) -> None:
    client.force_login(superuser)
    assert found_by(client, request_) == set().union(*screens_of(request_).values())


@pytest.mark.parametrize("permission", Permission)
def test_each_permission_opens_its_screens_and_no_other(
    client: Client, request_: RightsRequest, permission: Permission
) -> None:
    register = request_.items.get().register
    assert register
    client.force_login(user_with(*{Permission.SEE, permission}, on=[register]))
    screens = screens_of(request_)
    opened = screens[Permission.SEE] | (screens.get(permission, set()))
    assert found_by(client, request_) == opened


@pytest.mark.parametrize("kind", ["nobody", "handler", "exporter", "administrator", "manager of users", "permission"])
def test_whoever_has_no_access_to_the_register_meets_nothing_in_the_app(
    client: Client, request_: RightsRequest, kind: str
) -> None:
    other = RegisterFactory(controller=RegisterFactory().controller)
    users = {
        "nobody": lambda: UserFactory(groups=[GroupFactory()]),
        "handler": lambda: user_with(Permission.SEE, Permission.HANDLE, on=[other]),
        "exporter": lambda: user_with(Permission.SEE, Permission.EXPORT, on=[other]),
        "administrator": lambda: user_with(Permission.SEE, Permission.ADMINISTER, on=[other]),
        "manager of users": manager_of_users,
        "permission": with_every_model_permission,
    }
    client.force_login(users[kind]())
    assert found_by(client, request_) == set()


def with_every_model_permission() -> Any:
    """Give a user with all of Django's permissions on our models: they open no request."""
    group = GroupFactory()
    group.permissions.add(*DjangoPermission.objects.filter(content_type__app_label="privacy"))
    return UserFactory(groups=[group])


def test_editor_who_handles_another_register_meets_nothing_of_a_request(
    client: Client, request_: RightsRequest
) -> None:
    client.force_login(UserFactory(groups=[GroupFactory(editor=True, handles=[RegisterFactory()])]))
    client.raise_request_exception = False
    addresses = addresses_of(request_)
    assert len(addresses) > 150
    assert {address: found for address in addresses if (found := told(read(client, address), request_))} == {}


def test_visitor_meets_nothing_of_a_request(client: Client, request_: RightsRequest) -> None:
    for address in addresses_of(request_):
        assert not told(read(client, address), request_), address


def test_number_of_a_foreign_request_and_one_that_never_was_answer_alike(
    client: Client, request_: RightsRequest
) -> None:
    client.force_login(UserFactory(groups=[GroupFactory(handles=[RegisterFactory()])]))
    numbers = (request_.number, "2026-AAAAAA-A")
    pages = [client.get(reverse("privacy_requests:case", args=[number])) for number in numbers]
    assert [page.status_code for page in pages] == [404, 404]
    assert pages[0].content == pages[1].content.replace(numbers[1].encode(), numbers[0].encode())


def test_table_export_gives_no_rows_to_who_may_only_see(client: Client, request_: RightsRequest) -> None:
    client.force_login(UserFactory(groups=[GroupFactory(sees=[request_.items.get().register])]))
    for kind in ("csv", "xlsx"):
        assert not told(read(client, f"{reverse('privacy_requests:index')}?export={kind}"), request_)
