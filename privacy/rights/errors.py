"""The named errors of the steps of a request; each says in words what is wrong, and never names a person."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from privacy.rights.choices import State


class RightsError(Exception):
    """Something that was asked cannot be done; `message` tells why, in the reader's language."""

    message: Any = _("This cannot be done.")

    def __str__(self) -> str:
        return str(self.message)


class NothingAsked(RightsError):
    """No right was chosen."""

    message = _("Choose at least one right.")


class UnknownRight(RightsError):
    """A right that the Regulation does not know."""

    message = _("The request names a right that is not known.")


class RegisterNotAvailable(RightsError):
    """The register is retired, a draft, or another controller's."""

    message = _("The register does not take requests any more.")


class PersonNotGiven(RightsError):
    """Neither a name nor other details by which the person can be found."""

    message = _("Give your name or other details by which we can find your data.")


class ReplyAddressMissing(RightsError):
    """The chosen way of replying has no address or number."""

    message = _("Give the address or number for the way of replying that you chose.")


class EmailNotValid(RightsError):
    """The address of the person is not an email address."""

    message = _("The email address is not valid.")


class TextTooLong(RightsError):
    """A text is longer than the form allows."""

    message = _("A text is too long.")


class TextNotPlain(RightsError):
    """A text holds a character that no database keeps."""

    message = _("A text holds a character that cannot be stored.")


class AlreadySent(RightsError):
    """The same form was sent before."""

    message = _("This form was already sent.")


class NoFreeNumber(RightsError):
    """Ten random numbers in a row were taken, which no archive is large enough for."""

    message = _("No number could be given. Please send the request again.")


class StepNotPossible(RightsError):
    """The state of the request does not allow the step."""

    message: Any = _("This step is not possible in the present state of the request.")

    def __init__(self, step: Any = None, state: str = "") -> None:
        super().__init__()
        if step is not None:
            words = {"step": step.label, "state": State(state).label}
            self.message = gettext("“%(step)s” is not possible when the state of the request is “%(state)s”.") % words


class ChangedMeanwhile(RightsError):
    """Another handler acted after the page was read; `events` are what happened, for the screen to show."""

    def __init__(self, events: Iterable[Any]) -> None:
        super().__init__()
        self.events = list(events)
        what = ", ".join(str(event.get_kind_display()) for event in self.events)
        text = gettext("The request has changed since you opened it: %(what)s. Nothing was saved; look at it again.")
        self.message = text % {"what": what}


class DayNotPossible(RightsError):
    """A stated day lies before the receipt or in the future."""

    message = _("The day must not be before the day of receipt nor in the future.")


class OutcomeMissing(RightsError):
    """An item has no outcome, or a refusal has no reason."""

    message = _("Give an outcome for every right, and for a refusal its reason.")


class ReasonsNotTold(RightsError):
    """A refusal without telling the reasons and remedies (GDPR Art. 12(4))."""

    message = _("For a refusal, confirm that the reasons, complaint and court route were told (Art. 12(4)).")


class NotAllowed(RightsError):
    """The actor may not do this to the request."""

    message = _("You may not do this.")


class ConflictDeclared(NotAllowed):
    """The actor declared a conflict of interest in this request."""

    message = _("You have declared a conflict of interest in this request: somebody else handles it.")


class HandlerNotPossible(RightsError):
    """The chosen user may not handle the request."""

    message = _("The chosen handler may not handle requests of this register.")


class ReasonMissing(RightsError):
    """A step that needs a reason in words has none."""

    message = _("Give the reason in words.")


class FactMissing(RightsError):
    """An edited letter without the reason or the controller that the person must be told."""

    message = _("The letter no longer says the reason or the controller that you gave: the person must be told it.")


class TextMissing(RightsError):
    """A letter or note without text."""

    message = _("Write the text.")


class ExtensionTooLate(RightsError):
    """The first time limit has passed (GDPR Art. 12(3))."""

    message = _("The time limit can be extended only until the first due date, and that has passed.")


class ExtendedAlready(RightsError):
    """A time limit is extended once."""

    message = _("The time limit has been extended already.")


class SuspensionNotPossible(RightsError):
    """Only a question about identity, or about what a request to a large collection concerns, stops the clock."""

    message = _(
        "The time limit is suspended only for a question about identity, or when much data about the person "
        "is processed and you ask what the request concerns (recital 63)."
    )


class RemindedTooEarly(RightsError):
    """The person was reminded already."""

    message = _("The person has been reminded already.")


class ReminderMissing(RightsError):
    """Nobody is unidentified before a question, one reminder and at least 14 days."""

    message = _("This is possible when the person was asked, was reminded once, and 14 days have passed since then.")


class OutcomeHasItsStep(RightsError):
    """Passing on is a step of its own, not an outcome that is chosen."""

    message = _("Use the step for passing on.")


class RegisterNotPossible(RightsError):
    """A request moves only to registers in use of the same controller."""

    message = _("Choose a register in use of the same controller.")


class GroundMissing(RightsError):
    """A request is passed on only with consent, or by an authority under its duty."""

    message = _("A request is passed on only if the person agrees or, for an authority, where the law says so.")


class NotPublicBody(RightsError):
    """The Act on the Openness of Government Activities concerns authorities."""

    message = _("Only a public body takes a request for documents.")


class NobodyElse(RightsError):
    """There is no further contact to pass a request to."""

    message = _("There is nobody further to pass this to. Ask those who manage privacy requests in your organisation.")


class ReviewDayMissing(RightsError):
    """The need to keep a file is to be looked at again on a day that has passed."""

    message = _("Choose a day to come on which the need to keep the file is looked at again.")


class ReceiptNotPossible(DayNotPossible):
    """A corrected day of receipt in the future, the same as before, or after a question to the person."""

    message = _(
        "The day of receipt must be another than before, not in the future, and not after a question "
        "that suspended the time limit."
    )
