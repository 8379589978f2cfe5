"""The questions that fit each right, as the Ombudsman advises people to word their requests."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from privacy.rights.choices import Right


@dataclass(frozen=True, slots=True)
class Question:
    """One question of the form about one right."""

    key: str
    label: Any
    hint: Any = ""
    required: bool = False
    long: bool = True


_WHICH_DATA = _("Which data do you mean?")
_ALL_IS_FINE = _("You can write “all”.")
_TARGET = _("Which address, number or service does this concern?")
_TARGET_HINT = _("For example the email address or telephone number that messages come to.")

QUESTIONS: dict[str, tuple[Question, ...]] = {
    Right.ACCESS: (
        Question("data", _("Which data do you want?"), _ALL_IS_FINE),
        Question("period", _("From which period?"), _("You can write “all”."), long=False),
        Question(
            "form", _("In what form do you want them?"), _("For example by email, on paper or to be seen on site.")
        ),
    ),
    Right.RECTIFICATION: (
        Question("wrong", _("What is wrong or missing?"), _("The data word for word, as far as you know them.")),
        Question("right", _("How should it read?"), _("Your proposal word for word.")),
        Question("grounds", _("Why?"), _("What the correction is based on.")),
    ),
    Right.ERASURE: (
        Question("data", _WHICH_DATA, _ALL_IS_FINE),
        Question("grounds", _("Why should they be deleted?"), _("You need not give a reason, but it can help.")),
    ),
    Right.RESTRICTION: (
        Question("data", _WHICH_DATA, _ALL_IS_FINE),
        Question("grounds", _("Why should they not be used for the time being?")),
    ),
    Right.PORTABILITY: (
        Question("data", _WHICH_DATA, _ALL_IS_FINE),
        Question("target", _("Where should they go?"), _("To yourself or to another organisation."), long=False),
    ),
    Right.OBJECTION: (
        Question("processing", _("Which use of your data do you object to?")),
        Question(
            "grounds",
            _("What in your situation is the reason?"),
            _("For example your safety or your situation in life."),
        ),
    ),
    Right.MARKETING_OBJECTION: (Question("target", _TARGET, _TARGET_HINT, required=True, long=False),),
    Right.CONSENT_WITHDRAWAL: (
        Question("target", _TARGET, _TARGET_HINT, required=True, long=False),
        Question("consent", _("Which consent do you withdraw?"), _("If you remember."), long=False),
    ),
    Right.AUTOMATED_DECISION: (
        Question("decision", _("Which decision do you mean?")),
        Question("view", _("What do you want to be taken into account?")),
    ),
    Right.UNKNOWN: (Question("message", _("What is it about?"), required=True),),
}
