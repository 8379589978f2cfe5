"""The page "Answer": the letter follows the outcomes, a refusal needs its reasons, and nothing typed is lost."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from privacy.models import Message, RightsRequest
from privacy.rights import actions
from privacy.rights.choices import Outcome, State
from tests.factories import RegisterFactory, RightsRequestFactory
from tests.privacy.inbox.desks import client_of, handler_of
from tests.privacy.rights.builders import handler_for

pytestmark = pytest.mark.django_db


@pytest.fixture
def request_() -> RightsRequest:
    return RightsRequestFactory(rights=("access", "erasure"))


def address(request: RightsRequest) -> str:
    return reverse("privacy_requests:step_answer", args=[request.number])


def client_for(request: RightsRequest) -> Any:
    return client_of(handler_of(*{item.register for item in request.items.all()}))


def outcomes(request: RightsRequest, **erasure: str) -> dict[str, Any]:
    access, erase = request.items.all()
    values = {
        f"outcome_{access.pk}": "fulfilled",
        f"facts_{access.pk}": "Nimi ja osoite",
        f"outcome_{erase.pk}": "refused",
        f"reason_{erase.pk}": "legal_obligation",
        f"facts_{erase.pk}": "Kirjanpitolaki edellyttää kuittien säilyttämistä",
    }
    changed = {f"{field}_{erase.pk}": value for field, value in erasure.items()}
    return {**values, "how": "send", "identity": "known", "seen": request.version, **changed}


def drafted(client: Any, request: RightsRequest, values: dict[str, Any]) -> dict[str, str]:
    response = client.post(address(request), {**values, "go": "draft"}, headers={"Accept": "application/json"})
    return response.json()


def test_letter_is_made_of_the_outcomes_and_sent(request_: RightsRequest) -> None:
    client, values = client_for(request_), outcomes(request_)
    letter = drafted(client, request_, values)
    assert "Kirjanpitolaki" in letter["text"]
    assert client.post(address(request_), {**values, **letter}).status_code == 302
    request_.refresh_from_db()
    assert request_.state == State.CLOSED
    assert [item.outcome for item in request_.items.all()] == [Outcome.FULFILLED, Outcome.REFUSED]
    sent = Message.objects.get(kind="answer")
    assert "Kirjanpitolaki" in sent.text
    assert "tietosuojavaltuutetun" in sent.text or "valvontaviranomais" in sent.text


def test_letter_for_other_outcomes_is_shown_once_more_before_it_leaves(request_: RightsRequest) -> None:
    client, values = client_for(request_), outcomes(request_)
    first = client.get(address(request_)).context["form"].initial
    page = client.post(address(request_), {**values, **first})
    assert page.status_code == 200
    assert not Message.objects.filter(kind="answer").exists()
    shown = page.context["form"]
    assert "Kirjanpitolaki" in shown["text"].value()
    again = {name: shown[name].value() for name in ("subject", "text")}
    marks = {name: page.context[name] for name in ("made", "made_of")}
    assert client.post(address(request_), {**values, **again, **marks}).status_code == 302


def test_letter_edited_by_hand_is_never_written_over(request_: RightsRequest) -> None:
    client, values = client_for(request_), outcomes(request_)
    letter = {**drafted(client, request_, values), "text": "Oma tekstini"}
    page = client.post(address(request_), {**values, **letter, **outcomes(request_, facts="Toinen peruste")})
    assert page.context["form"]["text"].value() == "Oma tekstini"
    assert page.context["note"]
    assert not Message.objects.filter(kind="answer").exists()


@pytest.mark.parametrize(("missing", "field"), [({"reason": ""}, "reason"), ({"facts": ""}, "facts")])
def test_refusal_without_reason_or_facts_is_told_beside_the_field(
    request_: RightsRequest, missing: dict[str, str], field: str
) -> None:
    client, values = client_for(request_), outcomes(request_, **missing)
    page = client.post(address(request_), {**values, **drafted(client, request_, values)})
    assert list(page.context["form"].errors) == [f"{field}_{request_.items.last().pk}"]
    assert request_.items.filter(outcome="").count() == 2


def test_answer_given_otherwise_sends_no_letter_and_keeps_the_copy(request_: RightsRequest) -> None:
    day = request_.received_on
    copy = SimpleUploadedFile("vastaus.pdf", b"%PDF-1.4", "application/pdf")
    values = {**outcomes(request_), "how": "otherwise", "answered_on": day, "channel": "post", "reasons_told": "on"}
    assert client_for(request_).post(address(request_), {**values, "copy": copy}).status_code == 302
    assert not Message.objects.filter(kind="answer").exists()
    assert {item.answered_on for item in request_.items.all()} == {day}
    assert request_.attachments.get().name == "vastaus.pdf"


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"answered_on": ""}, "answered_on"),
        ({"answered_on": "2999-01-01"}, "answered_on"),
        ({"reasons_told": ""}, "reasons_told"),
        ({"copy": SimpleUploadedFile("ohjelma.exe", b"MZ")}, "copy"),
    ],
)
def test_what_is_missing_of_an_answer_given_otherwise_is_told(
    request_: RightsRequest, changes: dict[str, Any], field: str
) -> None:
    today = timezone.localdate()
    values = {**outcomes(request_), "how": "otherwise", "answered_on": today, "channel": "post", "reasons_told": "on"}
    page = client_for(request_).post(address(request_), {**values, **changes})
    assert list(page.context["form"].errors) == [field]


def test_right_can_be_answered_later(request_: RightsRequest) -> None:
    client, values = client_for(request_), outcomes(request_, outcome="later")
    assert client.post(address(request_), {**values, **drafted(client, request_, values)}).status_code == 302
    request_.refresh_from_db()
    assert request_.state == State.IN_PROGRESS


def test_second_handler_keeps_the_letter_when_the_case_was_answered_meanwhile(request_: RightsRequest) -> None:
    client, values = client_for(request_), outcomes(request_)
    letter = drafted(client, request_, values)
    actions.take_on_request(request=request_, acting=handler_for(request_))
    page = client.post(address(request_), {**values, **letter, "text": letter["text"] + "Lisäys"})
    assert "Lisäys" in page.content.decode()
    assert [event.kind for event in page.context["changes"]] == ["taken_on"]


def test_item_of_a_register_that_is_not_handled_is_not_asked_about(request_: RightsRequest) -> None:
    other = request_.items.create(right="access", register=RegisterFactory(controller=request_.controller))
    client = client_of(handler_of(request_.items.first().register))
    assert f"outcome_{other.pk}" not in client.get(address(request_)).context["form"].fields


def test_files_go_with_the_letter_and_are_listed_in_the_case_file(request_: RightsRequest) -> None:
    client, values = client_for(request_), outcomes(request_)
    letter = drafted(client, request_, values)
    files = [SimpleUploadedFile("tiedot.csv", b"nimi"), SimpleUploadedFile("kuitit.pdf", b"%PDF-1.7")]
    assert client.post(address(request_), {**values, **letter, "enclosures": files}).status_code == 302
    message = Message.objects.get(kind="answer")
    assert [file.name for file in message.attachments.all()] == ["tiedot.csv", "kuitit.pdf"]
    page = client.get(reverse("privacy_requests:print", args=[request_.number])).content.decode()
    assert "kuitit.pdf" in page
    assert message.attachments.last().digest in page
    assert message.text.split("/files/")[1][:43] not in page


def test_page_that_is_shown_again_asks_for_the_files_once_more(request_: RightsRequest) -> None:
    client, values = client_for(request_), outcomes(request_)
    first = client.get(address(request_)).context["form"].initial
    page = client.post(
        address(request_), {**values, **first, "enclosures": [SimpleUploadedFile("tiedot.csv", b"nimi")]}
    )
    assert "Valitse tiedostot uudelleen." in page.context["note"]


@pytest.mark.parametrize("overdue", [True, False])
def test_letter_of_a_late_answer_says_that_it_is_late(overdue: bool) -> None:
    request = RightsRequestFactory(rights=("access", "erasure"), overdue=overdue)
    letter = drafted(client_for(request), request, outcomes(request))
    assert ("Pahoittelemme viivästystä." in letter["text"]) is overdue
