"""Hostile input to the public form: an answer in words, never an error, nothing that grows out of proportion."""

from typing import Any

import pytest
from django.test import Client
from django.utils.html import escape

from privacy.models import RequestFormField, RightsRequest, RightsRequestPage
from privacy.rights.actions import receive_request
from privacy.rights.errors import RightsError
from privacy.rights.submission.incoming import Person
from tests.factories import RegisterFactory, RightsRequestPageFactory
from tests.privacy.rights.builders import PERSON, incoming_for

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site")]

KINDS = (
    *("singleline", "multiline", "email", "number", "url", "checkbox", "checkboxes"),
    *("dropdown", "multiselect", "radio", "date", "datetime", "hidden"),
)
HOSTILE = (
    *("\x00", "NaN", "1e99999999", "9" * 4000, "0000-00-00", "99999-99-99 99:99", "http://[::1", "\u202e\u2028"),
    *("javascript:alert(1)", "unknown-", f"all-{'9' * 50}", "%s%(x)s{0}", "'\"><svg onload=1>", "a" * 6000),
)


@pytest.fixture
def form() -> RightsRequestPage:
    page = RightsRequestPageFactory(registers=[RegisterFactory(), RegisterFactory()])
    for order, kind in enumerate(KINDS):
        RequestFormField.objects.create(
            page=page, label=kind, clean_name=kind, field_type=kind, choices="a\r\nb", required=False, sort_order=order
        )
    assert page.form_fields.count() == len(KINDS)
    return page


@pytest.fixture
def answers(form: RightsRequestPage, client: Client) -> dict[str, Any]:
    stamp = client.get(form.get_url()).context["stamp"]
    register = form.registers.first().register
    details = {"relation": "self", "reply_channel": "email", "reply_language": "fi", "go": "review"}
    person = {"name": PERSON.name, "email": PERSON.email, "form_token": stamp.token, "started": stamp.started}
    return {"rights": "access", "register": str(register.uuid), **details, **person}


@pytest.mark.slow
def test_hostile_value_in_every_field_is_answered(
    client: Client, form: RightsRequestPage, answers: dict[str, Any]
) -> None:
    texts = ("message", "finding_details", "phone", "postal_address", "subject_name", "access_data", "email")
    everywhere = (*texts, *(f"extra_{kind}" for kind in KINDS))
    for hostile in HOSTILE:
        for names in (everywhere, ("started", "form_token", "go"), ("rights", "register")):
            response = client.post(form.get_url(), {**answers, **dict.fromkeys(names, hostile)})
            assert response.status_code == 200, (hostile, names)
            assert "<svg onload" not in response.content.decode()


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("rights", "access"),
        ("rights", "no-such-right"),
        ("extra_checkboxes", "a"),
        ("extra_multiselect", "a"),
        ("extra_radio", "a"),
        ("message", "a"),
    ],
)
def test_page_does_not_grow_with_what_is_repeated(
    client: Client, form: RightsRequestPage, answers: dict[str, Any], field: str, value: str
) -> None:
    for go in ("review", "back-rights"):
        usual = client.post(form.get_url(), {**answers, field: value, "go": go})
        swollen = client.post(form.get_url(), {**answers, field: [value] * 500, "go": go})
        assert len(swollen.content) < 2 * len(usual.content)


def test_stranger_cannot_fill_somebodys_mailbox() -> None:
    register = RegisterFactory()
    requests = [receive_request(incoming=incoming_for(register)) for _time in range(25)]
    assert sum(request.messages.filter(to=PERSON.email).count() for request in requests) < 25


@pytest.mark.parametrize(
    "person",
    [
        Person(name="M", email="m@example.com", phone="1" * 61),
        Person(name="M", email="m@example.com", postal_address="x" * 301),
        Person(name="M", email="m@example.com", finding_details="x" * 501),
        Person(name="M", email=f"m@{'a.' * 130}fi"),
        Person(name="M\x00", email="m@example.com"),
    ],
    ids=["phone", "address", "details", "email", "null character"],
)
def test_every_road_is_told_what_does_not_fit(person: Person) -> None:
    with pytest.raises(RightsError):
        receive_request(incoming=incoming_for(RegisterFactory(), requester=person))


@pytest.mark.parametrize(
    "email", ["a@example.com\nBcc: b@example.com", "a@example.com,b@example.com", "a b@example.com"]
)
def test_address_that_would_add_headers_or_readers_is_refused(email: str) -> None:
    with pytest.raises(RightsError):
        receive_request(incoming=incoming_for(RegisterFactory(), requester=Person(name="M", email=email)))
    assert not RightsRequest.objects.exists()


def test_forged_form_is_refused(form: RightsRequestPage, answers: dict[str, Any]) -> None:
    assert Client(enforce_csrf_checks=True).post(form.get_url(), {**answers, "go": "send"}).status_code == 403
    assert not RightsRequest.objects.exists()


def test_register_of_another_form_cannot_be_slipped_in(
    client: Client, form: RightsRequestPage, answers: dict[str, Any]
) -> None:
    other = RegisterFactory()
    for value in (str(other.uuid), f"unknown-{other.controller_id}", f"all-{other.controller_id}"):
        client.post(form.get_url(), {**answers, "register": value, "go": "send"})
    assert not RightsRequest.objects.exists()


def test_typed_text_comes_back_escaped(client: Client, form: RightsRequestPage, answers: dict[str, Any]) -> None:
    text = "</textarea><img src=x onerror=alert(1)>"
    for go in ("details", "review", "back-rights"):
        page = client.post(form.get_url(), {**answers, "message": text, "go": go}).content.decode()
        assert text not in page
        assert escape(text) in page
