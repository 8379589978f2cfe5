"""What a handler finds on the page of a case besides the record itself: what to do, hints, and the talk so far."""

from collections.abc import Sequence
from typing import Any

from django.db.models import Exists, OuterRef
from django.http import QueryDict

from privacy.inbox.case.content import SeenCase
from privacy.inbox.case.conversation import NOT_TO_THE_PERSON, CaseHistory, Slice, is_to_print, page_of, past_of
from privacy.inbox.case.offers import CaseFacts, Offers, offers_for
from privacy.inbox.case.timeline import shown_clock
from privacy.inbox.due_days import days_left, is_late, is_soon
from privacy.inbox.queries import Requests, person_of
from privacy.notices.sections.data import Section
from privacy.registers.choices import Permission
from privacy.rights.choices import WAITING_STATES, Outcome
from privacy.rights.deadlines.clock import today_of
from privacy.rights.deadlines.wording import long_date
from privacy.rights.guidance import Guidance, guidance_for
from privacy.rights.models.requests import RequestItem, RequestPerson, RightsRequest, requester_of
from privacy.rights.national_words import document_request_rule
from privacy.rights.notice_snapshot import processing_in
from privacy.rights.permissions import Reach
from privacy.rights.right_specs import right_specs
from privacy.rights.workflow.questions import ANSWER_DAYS
from privacy.site_languages import language_now

SHOWN = 10


def related_requests(request: RightsRequest, reach: Reach) -> Requests:
    """Give the newest other requests that the user may see and that came from the same address."""
    person = requester_of(request)
    if person is None or not person.email_key:
        return RightsRequest.objects.none()
    confidential = RequestItem.objects.filter(request=OuterRef("pk"), register__confidential=True)
    same = RequestPerson.objects.filter(email_key=person.email_key).values("request")
    found = reach.requests().filter(pk__in=same).exclude(pk=request.pk)
    return found.exclude(Exists(confidential)).order_by("-received_at", "-pk")[:SHOWN]


def guidance_of(case: SeenCase) -> list[tuple[str, Guidance]]:
    """Give the hints for each item that waits for an answer, with the name of its right."""
    return [
        (name, _guidance(case.request, item, read.sections))
        for item, name, read in case.named_items()
        if not item.outcome
    ]


def _guidance(request: RightsRequest, item: RequestItem, sections: Sequence[Section]) -> Guidance:
    """Give the hints for one item; the values of the register count where no version of a notice speaks."""
    person = requester_of(request)
    told = processing_in(sections) if sections else None
    register = item.register
    own_bases = frozenset(register.legal_bases) if register else frozenset()
    return guidance_for(
        item.right,
        person.relation if person else "",
        language_now(),
        reply_channel=request.reply_channel,
        bases=told.bases if told and told.bases else own_bases,
        marketing=told.marketing if told else bool(register and register.direct_marketing),
        decisions=bool(told and told.decisions),
        country=request.controller.country,
    )


_DONE = frozenset({Outcome.FULFILLED, Outcome.PARTLY_FULFILLED})


def desk_context(case: SeenCase, parameters: QueryDict) -> dict[str, Any]:
    """Give everything that the page of a case shows; the number of queries does not grow with the case."""
    request = case.request
    letters = page_of(case.letters(), parameters.get("letters", ""))
    parties = list(request.told_parties.all()) if case.has_told_parties else []
    handled = case.items_with(Permission.HANDLE)
    shown = page_of(request.events.select_related("contact"), parameters.get("events", ""))
    past = past_of(request, shown)
    conflict = bool(handled) and past.has_conflict(case.reach.user)
    facts = case_facts(case, letters, past, has_told=bool(parties))
    return {
        "case": request,
        "who": person_of(request),
        "items": case.named_items(),
        "guidance": guidance_of(case),
        "persons": request.persons.all(),
        "events": shown,
        "attachments": case.files(),
        "parties": parties,
        "related": related_requests(request, case.reach),
        "clock": shown_clock(request, past.clock(), language_now()),
        "days_left": days_left(request),
        "is_late": is_late(request),
        "sees_all": case.sees_all,
        "may_handle": bool(handled),
        "has_conflict": conflict,
        "offers": offers_for(facts) if handled and not conflict else Offers([], [], ""),
        **_letters_apart(letters),
    }


def _letters_apart(letters: Slice) -> dict[str, Any]:
    """Give the letters with the person and those to others."""
    talk = [letter for letter in letters if letter.kind not in NOT_TO_THE_PERSON]
    notices = [letter for letter in letters if letter.kind in NOT_TO_THE_PERSON]
    return {"letters": letters, "talk": talk, "notices": notices}


def case_facts(case: SeenCase, letters: Slice, past: CaseHistory, *, has_told: bool) -> CaseFacts:
    """Give what the offers of steps depend on."""
    request, items = case.request, case.items
    reminded_on = past.reminded_on() if request.state in WAITING_STATES else None
    to_tell = any(right_specs()[item.right].told_onward and item.outcome in _DONE for item in items)
    return CaseFacts(
        state=request.state,
        due=long_date(request.due_on, language_now()),
        is_late=is_late(request),
        is_soon=is_soon(request),
        is_extended=request.is_extended,
        takes_document_requests=document_request_rule(request.controller) is not None,
        is_document_request=request.document_due_on is not None,
        is_on_hold=request.on_hold,
        is_reminded=reminded_on is not None,
        reminded_long_ago=reminded_on is not None and (today_of(request) - reminded_on).days >= ANSWER_DAYS,
        register_unknown=any(item.register_id is None and not item.outcome for item in items),
        has_joint_controllers=case.has_joint_controllers,
        concerns_recipients=any(right_specs()[item.right].told_onward for item in items),
        has_recipients_to_tell=to_tell and not has_told,
        letter_to_print=any(is_to_print(letter) for letter in letters),
    )
