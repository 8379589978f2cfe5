"""Every step as a call on a request, so that the table and the permissions are tested over all of them."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from django.utils import timezone

from privacy.mail.choices import MessageKind
from privacy.mail.outbox.writing import write_printed_letter
from privacy.models import RegisterJointController
from privacy.rights import actions
from privacy.rights.actions.notify import PartyEntry
from privacy.rights.choices import Outcome
from privacy.rights.models.requests import RightsRequest
from privacy.rights.steps import Step
from privacy.rights.workflow.actors import ActingPerson
from privacy.rights.workflow.outcomes import ItemAnswer
from tests.factories import ControllerFactory, RegisterFactory
from tests.privacy.rights.builders import LETTER

Call = Callable[..., Any]


def _items(request: RightsRequest) -> list[Any]:
    return list(request.items.all())


def _answers(request: RightsRequest) -> list[ItemAnswer]:
    return [ItemAnswer(item, Outcome.FULFILLED) for item in _items(request)]


def _other_register(request: RightsRequest) -> Any:
    return RegisterFactory(controller=request.controller)


def _printed(request: RightsRequest) -> Any:
    return write_printed_letter(
        kind=MessageKind.ANSWER, language="fi", subject="Vastaus", text="Vastaus", html="", request=request
    )


def _joint(request: RightsRequest, **who: Any) -> Any:
    RegisterJointController.objects.create(register=request.items.first().register, controller=ControllerFactory())
    return actions.tell_joint_controllers(request=request, **who)


def _documents(request: RightsRequest, **who: Any) -> Any:
    type(request.controller).objects.filter(pk=request.controller_id).update(kind="public_body")
    return actions.take_as_document_request(request=request, **who)


def _lift(request: RightsRequest, **who: Any) -> Any:
    RightsRequest.objects.filter(pk=request.pk).update(on_hold=True)
    return actions.lift_hold(request=request, reason="Ratkaistu", **who)


def _assign(request: RightsRequest, acting: ActingPerson, **who: Any) -> Any:
    return actions.assign_request(request=request, handler=acting.user, acting=acting, **who)


def tomorrow() -> date:
    """Give the day after today."""
    return timezone.localdate() + timedelta(days=1)


CALLS: dict[Step, Call] = {
    Step.TAKE_ON: actions.take_on_request,
    Step.ASSIGN: _assign,
    Step.DECLINE: actions.decline_request,
    Step.DECLARE_CONFLICT: actions.declare_conflict,
    Step.ASK_IDENTITY: lambda request, **who: actions.ask_identity(request=request, letter=LETTER, **who),
    Step.CONFIRM_IDENTITY: actions.confirm_identity,
    Step.ASK_CLARIFICATION: lambda request, **who: actions.ask_clarification(request=request, letter=LETTER, **who),
    Step.RECORD_CLARIFICATION: actions.record_clarification,
    Step.REMIND: lambda request, **who: actions.remind_person(request=request, letter=LETTER, **who),
    Step.EXTEND: lambda request, **who: actions.extend_time_limit(
        request=request, reason_code="complexity", reason="Pyyntö on laaja.", **who
    ),
    Step.MOVE: lambda request, **who: actions.move_items(
        request=request, items=_items(request), registers=[_other_register(request)], **who
    ),
    Step.PASS_ON: lambda request, **who: actions.pass_on_to_controller(
        request=request, items=_items(request), recipient="Tilaaja Oy", **who
    ),
    Step.NOT_OURS: lambda request, **who: actions.tell_not_controller(request=request, items=_items(request), **who),
    Step.ANSWER: lambda request, **who: actions.answer_request(
        request=request, answers=_answers(request), letter=LETTER, **who
    ),
    Step.RECORD_ANSWER: lambda request, **who: actions.record_answer(
        request=request, answers=_answers(request), answered_on=timezone.localdate(), channel="phone", **who
    ),
    Step.REOPEN: lambda request, **who: actions.reopen_request(
        request=request, items=_items(request), reason="Virhe", **who
    ),
    Step.CORRECT_RECEIPT: lambda request, **who: actions.correct_receipt(
        request=request, received_on=request.received_on - timedelta(days=1), reason="Kirje tuli eilen", **who
    ),
    Step.NOTE: lambda request, **who: actions.add_note(request=request, text="Muista", **who),
    Step.SET_REFERENCE: lambda request, **who: actions.set_case_number(request=request, reference="D/1/2026", **who),
    Step.TELL_RECIPIENTS: lambda request, **who: actions.tell_recipients(
        request=request, entries=[PartyEntry("Perintä Oy")], **who
    ),
    Step.TELL_JOINT_CONTROLLERS: _joint,
    Step.DOCUMENT_REQUEST: _documents,
    Step.RENEW_LINK: actions.renew_link,
    Step.POST_LETTER: lambda request, **who: actions.mark_letter_delivered(
        request=request, message=_printed(request), **who
    ),
    Step.SET_HOLD: lambda request, **who: actions.set_hold(
        request=request, reason="Kantelu", review_on=tomorrow(), **who
    ),
    Step.LIFT_HOLD: _lift,
}


def take(step: Step, request: RightsRequest, acting: ActingPerson, **more: Any) -> Any:
    """Take a step with plain values."""
    return CALLS[step](request=request, acting=acting, **more)
