"""What a contact asks of the person, by the same steps as the inbox."""

from typing import Any

from privacy.rights.actions import ask_clarification, ask_identity, confirm_identity, record_clarification
from privacy.rights.actors import ActingPerson
from privacy.rights.asking import draft_question
from privacy.rights.choices import State
from privacy.rights.records import RightsRequest
from privacy.rights.standard_texts import TextCode


def ask_person(
    *, request: RightsRequest, acting: ActingPerson, about: str, question: str, seen_version: int | None
) -> RightsRequest:
    """Send a contact's question; only a prompt one about identity stops the clock."""
    items = acting.items(request)
    who: dict[str, Any] = {"request": request, "acting": acting, "seen_version": seen_version}
    if about == "identity":
        return ask_identity(letter=draft_question(TextCode.IDENTITY_QUESTION, request, items, question=question), **who)
    letter = draft_question(TextCode.CLARIFICATION_QUESTION, request, items, question=question)
    return ask_clarification(letter=letter, **who)


def resume_request(*, request: RightsRequest, acting: ActingPerson, seen_version: int | None) -> RightsRequest:
    """Go on with a request whose question the person has answered, today."""
    if request.state == State.WAITING_IDENTITY:
        return confirm_identity(request=request, acting=acting, seen_version=seen_version)
    return record_clarification(request=request, acting=acting, seen_version=seen_version)
