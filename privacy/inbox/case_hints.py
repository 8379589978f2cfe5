"""Hints for the handler of a case, from what the notice said when the person asked."""

from typing import Any

from privacy.inbox.case_page import language_now, named_items
from privacy.notices.sections.data import Section
from privacy.rights.choices import PersonRole
from privacy.rights.guidance import Guidance, guidance_for
from privacy.rights.models.requests import RightsRequest
from privacy.rights.notice_snapshot import processing_in


def guidance_of(request: RightsRequest) -> list[tuple[str, Guidance]]:
    """Give the hints for each item that waits for an answer, with the name of its right."""
    return [(name, _guidance(request, item)) for item, name in named_items(request) if not item.outcome]


def _guidance(request: RightsRequest, item: Any) -> Guidance:
    """Give the hints for one item; the values of the register count where no version of a notice speaks."""
    relation = next((person.relation for person in request.persons.all() if person.role != PersonRole.DATA_SUBJECT), "")
    sections = [Section(**section) for section in item.notice_sections or ()]
    told = processing_in(sections) if sections else None
    register = item.register
    own_bases = frozenset(register.legal_bases) if register else frozenset()
    return guidance_for(
        item.right,
        relation,
        language_now(),
        reply_channel=request.reply_channel,
        bases=told.bases if told and told.bases else own_bases,
        marketing=told.marketing if told else bool(register and register.direct_marketing),
        decisions=bool(told and told.decisions),
    )
