"""The named errors of the room; each says in words what is wrong, and never names a person."""

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
