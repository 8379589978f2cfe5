"""What can be done with a case now: likely steps as buttons, the rest in a menu, and one sentence of advice."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from privacy.rights.choices import WAITING_STATES, State
from privacy.rights.steps import Step, possible_steps

# Steps with a place of their own: beside the letter, on the page "Answer", or only with a contact's link.
_ELSEWHERE = frozenset({Step.DECLINE, Step.RECORD_ANSWER, Step.POST_LETTER})


@dataclass(frozen=True, slots=True)
class CaseFacts:
    """What the offers depend on besides the table of steps."""

    state: str
    due: str
    is_late: bool = False
    is_soon: bool = False
    is_extended: bool = False
    takes_document_requests: bool = False
    is_document_request: bool = False
    is_on_hold: bool = False
    is_reminded: bool = False
    reminded_long_ago: bool = False
    register_unknown: bool = False
    has_joint_controllers: bool = False
    concerns_recipients: bool = False
    has_recipients_to_tell: bool = False
    letter_to_print: bool = False


@dataclass(frozen=True, slots=True)
class Offers:
    """Steps as buttons, the first the most likely one, and the further ones of the menu."""

    first: list[Step]
    others: list[Step]
    advice: str


def offers_for(facts: CaseFacts) -> Offers:
    """Give the steps that may follow now, and say in one sentence what to do."""
    possible = [step for step in possible_steps(facts.state) if step not in _ELSEWHERE and _fits(step, facts)]
    first = [step for step in _likely(facts) if step in possible]
    return Offers(first, [step for step in possible if step not in first], advice_for(facts))


def _fits(step: Step, facts: CaseFacts) -> bool:
    unfit: dict[Step, bool] = {
        Step.EXTEND: facts.is_extended or facts.is_late,
        Step.DOCUMENT_REQUEST: not facts.takes_document_requests or facts.is_document_request,
        Step.SET_HOLD: facts.is_on_hold,
        Step.LIFT_HOLD: not facts.is_on_hold,
        Step.REMIND: facts.is_reminded,
        Step.TELL_RECIPIENTS: not facts.concerns_recipients,
        Step.TELL_JOINT_CONTROLLERS: not facts.has_joint_controllers,
    }
    return not unfit.get(step, False)


def _likely(facts: CaseFacts) -> list[Step]:
    if facts.state == State.CLOSED:
        return [Step.TELL_RECIPIENTS] if facts.has_recipients_to_tell else []
    if facts.reminded_long_ago:
        return [Step.ANSWER]
    waiting = {
        State.WAITING_IDENTITY: [Step.CONFIRM_IDENTITY, Step.REMIND],
        State.WAITING_CLARIFICATION: [Step.RECORD_CLARIFICATION, Step.REMIND],
    }
    steps = [Step.MOVE] if facts.register_unknown else []
    steps += waiting.get(State(facts.state), [])
    steps += [Step.ANSWER, Step.TAKE_ON]
    return [*steps, Step.EXTEND] if facts.is_soon else steps


def advice_for(facts: CaseFacts) -> str:
    """Say in one sentence what to do now."""
    advice = _when_done(facts) if facts.state in (State.CLOSED, State.ANONYMISED) else _when_open(facts)
    return next(text for holds, text in advice if holds) % {"due": facts.due}


def _when_done(facts: CaseFacts) -> list[tuple[bool, str]]:
    to_print = _("The answer is written: print the letter, deliver it, and mark it as delivered.")
    to_tell = _("The request is answered. Tell those to whom the data were disclosed (Art. 19).")
    return [
        (facts.state == State.ANONYMISED, _("The data of the person were deleted. Nothing is to be done.")),
        (facts.letter_to_print, to_print),
        (facts.has_recipients_to_tell, to_tell),
        (True, _("The request is answered. Nothing is to be done.")),
    ]


def _when_open(facts: CaseFacts) -> list[tuple[bool, str]]:
    waits = facts.state in WAITING_STATES
    unanswered = _(
        "The person was reminded and has not answered in 14 days: you can close the request as not identified."
    )
    return [
        (facts.reminded_long_ago, unanswered),
        (waits and facts.is_reminded, _("The person was reminded. If no answer comes in 14 days, close the request.")),
        (waits, _("The person was asked. Record the answer when it comes; if none comes, remind once.")),
        (facts.is_late, _("The time limit has passed: answer now, and say that the answer is late.")),
        (facts.register_unknown, _("The person did not know the register: choose it first. Answer by %(due)s.")),
        (facts.letter_to_print, _("A letter waits to be printed and delivered. Answer the request by %(due)s.")),
        (True, _("Find the data, check the hints below, and answer by %(due)s.")),
    ]
