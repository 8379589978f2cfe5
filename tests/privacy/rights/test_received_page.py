"""The person's own page of a request follows its life."""

import pytest
from django.test import Client

from privacy.models import RightsRequest
from privacy.rights import actions
from privacy.rights.tokens import landing_token
from tests.factories import RegisterFactory
from tests.privacy.rights.builders import LETTER, handler_for, incoming_for

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("site")]

FORM_TOKEN = "b" * 42 + "A"


@pytest.fixture
def request_() -> RightsRequest:
    return actions.receive_request(incoming=incoming_for(RegisterFactory()), form_token=FORM_TOKEN)


def page(client: Client) -> str:
    content = client.get(f"/privacy/received/{landing_token(FORM_TOKEN)}/").content.decode()
    return " ".join(content.split())


def test_person_who_was_asked_reads_that_an_answer_is_waited_for_and_no_day_is_promised(
    client: Client, request_: RightsRequest
) -> None:
    assert "Vastaamme viimeistään" in page(client)
    actions.ask_identity(request=request_, acting=handler_for(request_), letter=LETTER)
    text = page(client)
    assert "Odotamme sinulta lisätietoja" in text
    assert "Vastaamme viimeistään" not in text
    assert "Sinun ei tarvitse nyt tehdä mitään" not in text


def test_extended_time_limit_is_explained_and_not_offered_again(client: Client, request_: RightsRequest) -> None:
    actions.extend_time_limit(
        request=request_, acting=handler_for(request_), reason_code="complexity", reason="Kolme järjestelmää"
    )
    text = page(client)
    assert "kolme kuukautta vastaanottopäivästä" in text
    assert "enintään kahdella kuukaudella" not in text


def test_page_is_gone_with_the_person(client: Client, request_: RightsRequest) -> None:
    RightsRequest.objects.filter(pk=request_.pk).update(landing_hash=None)
    assert client.get(f"/privacy/received/{landing_token(FORM_TOKEN)}/").status_code == 404
