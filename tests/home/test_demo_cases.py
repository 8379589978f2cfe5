"""The demo's requests: a year of them in three languages, made by the real steps, and none of their letters leaves."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from privacy.models import Message, RequestEvent, RequestItem, RightsRequest

pytestmark = [pytest.mark.slow, pytest.mark.django_db, pytest.mark.usefixtures("loaded")]


def named(name: str) -> RightsRequest:
    """Give the newest request of a person."""
    return RightsRequest.objects.filter(persons__name=name).latest("received_at")


def kinds(request: RightsRequest) -> set[str]:
    """Give what happened to a request."""
    return set(request.events.values_list("kind", flat=True))


def outcomes(request: RightsRequest) -> dict[str, str]:
    """Give the outcome of each right."""
    return dict(request.items.values_list("right", "outcome"))


def test_forty_requests_over_a_year_in_three_languages() -> None:
    assert RightsRequest.objects.count() == 40
    assert set(RightsRequest.objects.values_list("language", flat=True)) == {"fi", "sv", "en"}
    oldest = RightsRequest.objects.earliest("received_on").received_on
    assert timezone.localdate() - timedelta(days=366) < oldest < timezone.localdate() - timedelta(days=350)


@pytest.mark.parametrize(
    ("person", "expected"),
    [
        ("Rowan Fennimore", {"access": "fulfilled", "erasure": "partly_fulfilled"}),
        ("Jorma Tervahauta", {"access": "unidentified"}),
        ("Torsten Ekelund", {"access": "refused"}),
        ("Inka Poutanen", {"erasure": "fulfilled"}),
    ],
)
def test_special_cases_end_as_they_should(person: str, expected: dict[str, str]) -> None:
    assert outcomes(named(person)) == expected


@pytest.mark.parametrize(
    ("person", "kind"),
    [
        ("Vappu Niinikoski", "document_request"),
        ("Sirkka Jokiniemi", "extended"),
        ("Solveig Strandberg", "moved"),
        ("Jorma Tervahauta", "reminded"),
        ("Taimi Kuusisalo", "letter_posted"),
    ],
)
def test_special_cases_were_handled_by_the_real_steps(person: str, kind: str) -> None:
    assert kind in kinds(named(person))


def test_guardian_proxy_contact_unknown_register_and_staff_are_there() -> None:
    assert set(RightsRequest.objects.values_list("persons__relation", flat=True)) >= {"guardian", "authorised"}
    assert RequestEvent.objects.filter(kind="answered", actor="contact").count() == 2
    assert named("Manu Aittakorpi").items.get().register is None
    assert RequestItem.objects.filter(register__confidential=True).count() == 2
    assert RightsRequest.objects.filter(persons__email="", reply_channel="phone").exists()


def test_one_is_overdue_and_the_rest_were_answered_in_time() -> None:
    today = timezone.localdate()
    assert [request for request in RightsRequest.objects.all() if request.is_overdue(today)] == [
        named("Unto Pihlajamaa")
    ]
    answered = RequestItem.objects.exclude(answered_on=None).filter(request__suspended_on=None)
    late = [item for item in answered if item.answered_on > item.request.due_on]
    assert late == []


def test_events_and_letters_have_the_time_at_which_they_happened() -> None:
    request = named("Selma Rantakoivu")
    oldest = RightsRequest.objects.earliest("received_at")
    assert request.pk != oldest.pk
    events = list(oldest.events.values_list("recorded_at", flat=True))
    assert events == sorted(events)
    assert events[-1] < timezone.now() - timedelta(days=300)
    assert oldest.messages.earliest("created_at").created_at < timezone.now() - timedelta(days=350)


def test_no_letter_of_the_demo_waits_to_be_sent(mailoutbox: Any) -> None:
    assert not Message.objects.filter(state__in=["queued", "sending", "deferred"]).exists()
    assert Message.objects.filter(state="to_print").count() == 1
    assert mailoutbox == []
