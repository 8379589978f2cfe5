"""The page "Record a request"."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from privacy.models import Register, RightsRequest
from privacy.registers.choices import Permission
from tests.factories import RegisterFactory
from tests.privacy.inbox.desks import client_of, handler_of, user_with

pytestmark = pytest.mark.django_db

RECORD = "privacy_requests:record"


@pytest.fixture
def register() -> Register:
    return RegisterFactory()


def call(register: Register, /, **changes: Any) -> dict[str, Any]:
    values = {
        "channel": "phone",
        "received_on": timezone.localdate() - timedelta(days=2),
        "register": str(register.uuid),
        "rights": ["access", "erasure"],
        "name": "Selma Soittaja",
        "relation": "self",
        "reply_channel": "phone",
        "phone": "+358400000199",
        "language": "fi",
    }
    return {**values, **changes}


def test_call_is_recorded_with_its_day_of_receipt(register: Register) -> None:
    values = call(register)
    response = client_of(handler_of(register)).post(reverse(RECORD), values)
    request = RightsRequest.objects.get()
    assert response["Location"] == reverse("privacy_requests:case", args=[request.number])
    assert (request.channel, request.received_on) == ("phone", values["received_on"])
    assert [item.right for item in request.items.all()] == ["access", "erasure"]


def test_pressing_the_button_twice_records_once(register: Register) -> None:
    client = client_of(handler_of(register))
    token = client.get(reverse(RECORD)).context["token"]
    places = {client.post(reverse(RECORD), call(register, form_token=token))["Location"] for _time in range(2)}
    assert len(places) == RightsRequest.objects.count() == 1


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"received_on": date(2999, 1, 1)}, "received_on"),
        ({"phone": ""}, "reply_channel"),
        ({"name": ""}, "name"),
        ({"rights": []}, "rights"),
        ({"register": ""}, "register"),
        ({"email": "ei osoite"}, "email"),
    ],
)
def test_what_is_wrong_is_told_beside_the_field_and_nothing_typed_is_lost(
    register: Register, changes: dict[str, Any], field: str
) -> None:
    page = client_of(handler_of(register)).post(reverse(RECORD), call(register, message="Soitti kahdesti", **changes))
    assert field in page.context["form"].errors
    assert "Soitti kahdesti" in page.content.decode()
    assert not RightsRequest.objects.exists()


def test_only_registers_that_the_user_handles_are_offered(register: Register) -> None:
    other = RegisterFactory(controller=register.controller)
    client = client_of(handler_of(register))
    assert other.name not in client.get(reverse(RECORD)).content.decode()
    assert "register" in client.post(reverse(RECORD), call(other)).context["form"].errors


def test_who_handles_nothing_records_nothing(register: Register) -> None:
    client = client_of(user_with(Permission.SEE, on=[register]))
    for response in (client.get(reverse(RECORD)), client.post(reverse(RECORD), call(register))):
        assert response["Location"] == reverse("wagtailadmin_home")
    assert reverse(RECORD) not in client.get(reverse("privacy_requests:index")).content.decode()
    assert not RightsRequest.objects.exists()


CODE = "131052-308T"  # the example of the population register: nobody has it


def test_identity_code_is_asked_about_and_removed(register: Register) -> None:
    client = client_of(handler_of(register))
    values = call(register, message=f"Tunnukseni on {CODE}.", finding_details=CODE)
    asked = client.post(reverse(RECORD), values)
    assert "identity_code" in asked.context["form"].errors
    assert not RightsRequest.objects.exists()
    client.post(reverse(RECORD), {**values, "identity_code": "remove"})
    request = RightsRequest.objects.get()
    assert CODE not in request.message + request.persons.get().finding_details


def test_identity_code_is_kept_where_the_handler_says_so(register: Register) -> None:
    values = call(register, message=f"Tunnukseni on {CODE}.", identity_code="keep")
    client_of(handler_of(register)).post(reverse(RECORD), values)
    assert CODE in RightsRequest.objects.get().message


def test_receipt_is_confirmed_on_paper_where_there_is_no_email(register: Register) -> None:
    client = client_of(handler_of(register))
    case = client.post(reverse(RECORD), call(register), follow=True).content.decode()
    request = RightsRequest.objects.get()
    address = reverse("privacy_requests:acknowledgement", args=[request.number])
    assert address in case
    page = client.get(address).content.decode()
    assert request.number in page
    assert "Selma" not in page
    request.acknowledged_at = timezone.now()
    request.save()
    assert client.get(address).status_code == 404
