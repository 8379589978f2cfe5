"""The named errors of the steps of a request; each says in words what is wrong, and never names a person."""

from django.utils.translation import gettext_lazy as _

from privacy.rights.errors import DayNotPossible, NotAllowed, RightsError


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
