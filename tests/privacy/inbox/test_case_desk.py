"""The page of a case: what to do next, the clock, related requests, long cases, and its queries."""

from datetime import date
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from privacy.inbox.case.timeline import Days, TimelineLabels, draw_timeline
from privacy.models import NoticeVersion, Register, RegisterJointController, RightsRequest
from privacy.registers.choices import Permission
from privacy.rights import actions
from privacy.rights.choices import Actor, Right
from privacy.rights.models.attachments import attach_file
from privacy.rights.models.events import add_event
from privacy.rights.permissions import policy
from privacy.rights.steps import EventKind, Step
from privacy.rights.workflow.actors import ActingPerson
from tests.factories import (
    ControllerFactory,
    NoticePageFactory,
    RegisterFactory,
    RightsRequestFactory,
    RightsRequestPageFactory,
)
from tests.privacy.inbox.desks import client_of, handler_of, user_with
from tests.privacy.rights.builders import LETTER, handler_for, incoming_for

pytestmark = pytest.mark.django_db

WORDS = TimelineLabels("Received", "Due", "Without suspension", "Today", "…")


def client_for(request: RightsRequest) -> Client:
    return client_of(handler_of(*{item.register for item in request.items.all() if item.register}))


def page_of(request: RightsRequest, client: Client | None = None, **parameters: Any) -> Any:
    client = client or client_for(request)
    return client.get(reverse("privacy_requests:case", args=[request.number]), parameters)


@pytest.mark.parametrize(
    ("fields", "first"),
    [
        ({}, Step.ANSWER),
        ({"taken_on": True}, Step.ANSWER),
        ({"waiting_identity": True}, Step.CONFIRM_IDENTITY),
        ({"waiting_clarification": True}, Step.RECORD_CLARIFICATION),
        ({"overdue": True, "taken_on": True}, Step.ANSWER),
    ],
)
def test_most_likely_step_is_the_first_button(fields: dict[str, Any], first: Step) -> None:
    offers = page_of(RightsRequestFactory(**fields)).context["offers"]
    assert offers.first[0] == first
    assert offers.advice


def test_closed_request_offers_no_answer_but_reopening() -> None:
    offers = page_of(RightsRequestFactory(closed=True)).context["offers"]
    assert Step.ANSWER not in [*offers.first, *offers.others]
    assert Step.REOPEN in offers.others


def test_extension_is_not_offered_past_the_due_date() -> None:
    offers = page_of(RightsRequestFactory(overdue=True)).context["offers"]
    assert Step.EXTEND not in [*offers.first, *offers.others]


def test_who_may_only_read_is_offered_nothing() -> None:
    request = RightsRequestFactory()
    page = page_of(request, client_of(user_with(Permission.SEE, on=[request.items.get().register])))
    assert page.context["offers"].first == []
    assert reverse("privacy_requests:step_answer", args=[request.number]) not in page.content.decode()


def test_handler_with_a_conflict_of_interest_is_offered_nothing() -> None:
    request = RightsRequestFactory()
    user = handler_of(request.items.get().register)
    actions.declare_conflict(request=request, acting=ActingPerson.handler(user))
    page = page_of(request, client_of(user))
    assert page.context["has_conflict"]
    assert page.context["offers"].first == []


def test_due_date_without_suspension_stands_beside_the_one_that_holds() -> None:
    request = RightsRequestFactory(days_ago=1)
    actions.ask_identity(request=request, acting=handler_for(request), letter=LETTER)
    page = page_of(request)
    assert page.context["clock"].without_suspension
    assert "Ilman keskeytystä" in page.content.decode()


def test_timeline_tells_in_words_what_it_draws() -> None:
    page = page_of(RightsRequestFactory()).content.decode()
    assert '<svg class="privacy-timeline' in page
    assert 'role="img" aria-labelledby="timeline-title timeline-words"' in page


def test_timeline_keeps_its_marks_on_the_line_and_in_order() -> None:
    days = Days(
        date(2026, 1, 1), date(2026, 2, 11), date(2026, 2, 2), date(2026, 3, 1), [(date(2026, 1, 3), date(2026, 1, 13))]
    )
    line = draw_timeline(days, WORDS)
    assert line.plain
    assert line.now
    assert 0 < line.received.x < line.plain.x < line.due.x < line.now.x < line.width
    assert line.is_late
    assert line.waits[0].x + line.waits[0].width < line.plain.x


def test_other_requests_of_the_person_are_shown_but_never_confidential_ones() -> None:
    register, secret = RegisterFactory(), RegisterFactory(confidential=True)
    request, other = (RightsRequestFactory(register=register) for _number in range(2))
    hidden = RightsRequestFactory(register=secret)
    stranger = RightsRequestFactory(register=register, person={"email": "muu@example.com"})
    page = page_of(request, client_of(handler_of(register, secret)))
    assert list(page.context["related"]) == [other]
    assert hidden.number not in page.content.decode()
    assert stranger.number not in page.content.decode()


def test_related_requests_are_only_those_that_the_user_may_see() -> None:
    request, foreign = RightsRequestFactory(), RightsRequestFactory()
    assert foreign.number not in page_of(request).content.decode()


def test_long_history_is_shown_by_the_hundred_the_newest_first() -> None:
    request = RightsRequestFactory()
    for number in range(150):
        add_event(request, EventKind.NOTED, Actor.SYSTEM, text=f"muistiinpano {number:03}")
    newest = page_of(request).content.decode()
    assert "muistiinpano 149" in newest
    assert "muistiinpano 010" not in newest
    assert "muistiinpano 010" in page_of(request, events="2").content.decode()
    for odd in ("0", "-1", "x", "9" * 30, "²"):
        assert page_of(request, events=odd).status_code == 200


def long_case(register: Register, **fields: Any) -> RightsRequest:
    """Give a request with every kind of row that its page shows."""
    request = RightsRequestFactory(register=register, rights=("access", "erasure", "rectification"), **fields)
    RegisterJointController.objects.create(register=register, controller=ControllerFactory())
    request.items.update(notice_version=NoticeVersion.objects.first())
    request.told_parties.create(role="recipient", name="Tilitoimisto", status="told")
    attach_file(request, SimpleUploadedFile("vastaus.txt", b"a"), register=register)
    for _number in range(120):
        add_event(request, EventKind.REMINDED, Actor.SYSTEM)
    for _number in range(10):
        RightsRequestFactory(register=register)
    return request


@pytest.mark.usefixtures("site")
@pytest.mark.parametrize("fields", [{}, {"waiting_identity": True}, {"closed": True}])
def test_case_page_asks_the_database_at_most_twenty_times_however_long_it_is(
    fields: dict[str, Any], django_assert_max_num_queries: Any
) -> None:
    register = RegisterFactory()
    NoticePageFactory(registers=[register])
    request = long_case(register, **fields)
    client = client_for(request)
    page_of(request, client)
    with django_assert_max_num_queries(20):
        page_of(request, client)


def test_short_case_leaves_room_below_the_budget(django_assert_max_num_queries: Any) -> None:
    request = RightsRequestFactory()
    client = client_for(request)
    page_of(request, client)
    with django_assert_max_num_queries(17):
        page_of(request, client)


@pytest.mark.usefixtures("site")
def test_hints_follow_the_notice_that_held_when_the_person_asked_and_not_the_register_of_today() -> None:
    register = RegisterFactory(legal_bases=["consent"])
    NoticePageFactory(registers=[register])
    request = actions.receive_request(incoming=incoming_for(register, right=Right.PORTABILITY))
    without = RightsRequestFactory(register=register, rights=("portability",))
    Register.objects.update(legal_bases=["legal_obligation"])
    (hint,), (other,) = (page_of(each).context["guidance"] for each in (request, without))
    assert not hint[1].basis
    assert other[1].basis


@pytest.mark.usefixtures("site")
def test_what_is_offered_in_memory_is_what_the_policy_says() -> None:
    register = RegisterFactory()
    form = RightsRequestPageFactory(registers=[register])
    other = RegisterFactory(controller=register.controller)
    requests = [
        RightsRequestFactory(register=register),
        RightsRequestFactory(register=other),
        RightsRequestFactory(register=None, controller=register.controller),
        RightsRequestFactory(register=None, controller=register.controller, form_page=form),
        RightsRequestFactory(register=None),
    ]
    users = [handler_of(register), handler_of(other), user_with(Permission.SEE, on=[register])]
    for user in users:
        reach = policy.reach(user)
        for request in requests:
            for permission in Permission:
                by_database = set(reach.items(permission).filter(request=request))
                in_memory = {item for item in request.items.all() if reach.covers(item, request, permission)}
                assert in_memory == by_database
