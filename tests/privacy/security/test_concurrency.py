"""Two at once: every step that may happen once happens once, on both databases."""

import threading
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from django.db import connection
from django.utils import timezone

from privacy.models import CaseLink, Message, Register, RightsRequest
from privacy.registers.choices import Permission
from privacy.rights.actions import open_case, receive_request, record_answer, send_code, take_on_request
from privacy.rights.choices import Outcome
from privacy.rights.code_links import MAX_TRIES, renew_code
from privacy.rights.letters.about_retention import warn_handlers
from privacy.rights.retention.due import requests_to_warn_of
from privacy.rights.workflow.actors import ActingPerson
from privacy.rights.workflow.outcomes import ItemAnswer
from tests.factories import ContactFactory, RegisterFactory, RightsRequestFactory, UserFactory
from tests.privacy.rights.builders import give_access, incoming_for

pytestmark = pytest.mark.django_db(transaction=True)

WORKERS = 6


@pytest.fixture(autouse=True)
def _letters_stay(settings: Any) -> None:
    settings.PRIVACY_SEND_INLINE = False


@pytest.fixture
def register() -> Register:
    return RegisterFactory(routes=[ContactFactory(email="apu@example.fi")])


def together(work: Callable[[], Any]) -> list[Any]:
    """Let threads do the same at the same moment; give what each got, or the name of its error."""
    start, results = threading.Barrier(WORKERS), []

    def run() -> None:
        start.wait()
        try:
            results.append(work())
        except Exception as error:  # noqa: BLE001 - the test says which errors it expects
            results.append(type(error).__name__)
        finally:
            connection.close()

    threads = [threading.Thread(target=run) for _worker in range(WORKERS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    return results


def test_the_same_form_sent_many_times_at_once_is_one_request(register: Register) -> None:
    results = together(lambda: receive_request(incoming=incoming_for(register), form_token="a" * 42 + "A").pk)
    assert sorted(map(str, results))[1:] == ["AlreadySent"] * (WORKERS - 1)
    assert RightsRequest.objects.count() == 1
    assert RightsRequest.objects.get().messages.count() == 2


def test_runs_of_forgetting_at_once_warn_of_each_request_in_one_letter(register: Register) -> None:
    for _ in range(3):
        RightsRequestFactory(register=register, closed=True, closed_at=datetime(2022, 1, 10, 10, tzinfo=UTC))
    assert sorted(together(lambda: warn_handlers(requests_to_warn_of()))) == [0] * (WORKERS - 1) + [3]
    assert Message.objects.filter(kind="forgetting").count() == 1


def test_code_is_asked_for_by_many_and_sent_once_and_opens_once(register: Register) -> None:
    request = receive_request(incoming=incoming_for(register))
    link = CaseLink.objects.get()
    assert sorted(together(lambda: send_code(link=CaseLink.objects.get()))) == [False] * (WORKERS - 1) + [True]
    code = "".join(filter(str.isdigit, request.messages.get(kind="case_code").text.split("\n")[0]))
    assert sorted(together(lambda: open_case(link=link, code=code))) == [False] * (WORKERS - 1) + [True]
    assert request.events.filter(kind="case_opened").count() == 1


def test_guessing_at_once_gives_no_more_tries(register: Register) -> None:
    receive_request(incoming=incoming_for(register))
    link = CaseLink.objects.get()
    code = renew_code(link)
    assert code is not None
    wrong = "000000" if code != "000000" else "111111"
    assert together(lambda: open_case(link=link, code=wrong)) == [False] * WORKERS
    link.refresh_from_db()
    assert link.code_tries == MAX_TRIES
    assert not open_case(link=link, code=code)


def test_request_is_taken_on_and_answered_once(register: Register) -> None:
    request = receive_request(incoming=incoming_for(register))
    user = UserFactory()
    give_access(user, register, Permission.HANDLE)
    acting, item = ActingPerson.handler(user), request.items.get()

    def answer() -> str:
        told = {"answered_on": timezone.localdate(), "channel": "email"}
        return record_answer(request=request, acting=acting, answers=[ItemAnswer(item, Outcome.NO_DATA)], **told).number

    taken = together(lambda: take_on_request(request=request, acting=acting).number)
    answered = together(answer)
    for results in (taken, answered):
        assert sorted(results) == sorted([request.number, *["StepNotPossible"] * (WORKERS - 1)])
    assert list(request.events.filter(kind__in=["taken_on", "answered", "closed"]).values_list("kind", flat=True)) == [
        "taken_on",
        "answered",
        "closed",
    ]
