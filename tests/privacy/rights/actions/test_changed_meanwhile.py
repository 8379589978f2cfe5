"""Two handlers at once: the second is told what changed, and nothing is overwritten."""

import threading
from typing import Any

import pytest
from django.db import connection
from django.utils import translation

from privacy.models import RightsRequest
from privacy.rights import actions
from privacy.rights.errors import ChangedMeanwhile
from privacy.rights.steps import Step
from tests.factories import RightsRequestFactory
from tests.privacy.rights.actions.calls import take
from tests.privacy.rights.builders import contact_for, handler_for


@pytest.mark.django_db
@pytest.mark.parametrize("step", [step for step in Step if step not in (Step.DECLINE, Step.REOPEN)])
def test_step_on_a_page_that_is_out_of_date_is_refused(step: Step) -> None:
    request = RightsRequestFactory()
    acting = handler_for(request)
    seen = request.version
    actions.add_note(request=request, acting=handler_for(request), text="Oona soitti")
    with pytest.raises(ChangedMeanwhile) as error:
        take(step, request, acting, seen_version=seen)
    assert [event.kind for event in error.value.events] == ["noted"]
    assert "Oona" not in str(error.value)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("language", "words"), [("fi", "Otettu käsittelyyn"), ("sv", "Handläggningen inledd"), ("en", "Taken on")]
)
def test_second_is_told_what_changed_in_words(language: str, words: str) -> None:
    request = RightsRequestFactory()
    actions.take_on_request(request=request, acting=handler_for(request), seen_version=0)
    with translation.override(language), pytest.raises(ChangedMeanwhile, match=words):
        actions.add_note(request=request, acting=handler_for(request), text="Hei", seen_version=0)


@pytest.mark.django_db
def test_opening_by_the_contact_changes_nothing_for_a_handler() -> None:
    request = RightsRequestFactory()
    link = contact_for(request).link
    assert link is not None
    code = actions.opening.renew_code(link)  # type: ignore[attr-defined]
    assert actions.open_case(link=link, code=code)
    actions.take_on_request(request=request, acting=handler_for(request), seen_version=0)


@pytest.mark.django_db(transaction=True)
def test_of_many_who_act_at_once_on_the_same_page_one_succeeds(settings: Any) -> None:
    settings.PRIVACY_SEND_INLINE = False
    request = RightsRequestFactory()
    handlers = [handler_for(request) for _ in range(5)]
    start, results = threading.Barrier(len(handlers)), []

    def act(number: int) -> None:
        start.wait()
        try:
            if number % 2:
                take(Step.EXTEND, request, handlers[number], seen_version=0)
            else:
                actions.add_note(request=request, acting=handlers[number], text=str(number), seen_version=0)
            results.append("done")
        except ChangedMeanwhile as error:
            results.append(f"changed: {len(error.events)}")
        finally:
            connection.close()

    threads = [threading.Thread(target=act, args=[number]) for number in range(len(handlers))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    assert sorted(results) == ["changed: 1"] * 4 + ["done"]
    stored = RightsRequest.objects.get()
    assert (stored.version, stored.events.filter(version=1).count()) == (1, 1)
