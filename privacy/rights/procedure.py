"""The closed lists of how a step was done: channels, methods and grounds; words stand in the translations."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class AnswerChannel(models.TextChoices):
    """How an answer reached the person."""

    EMAIL = "email", _("By email")
    POST = "post", _("By post")
    PHONE = "phone", _("By telephone")
    COLLECTION = "collection", _("Handed over")
    OTHER = "other", _("In another way")


class IdentityMethod(models.TextChoices):
    """How the person was identified; the method only, never the evidence (GDPR Art. 12(6), recital 64)."""

    KNOWN = "known", _("By the channel or login already in use")
    ASKED = "asked", _("By asking for further information")
    NOT_NEEDED = "not_needed", _("It was not needed")


class RecipientsTold(models.TextChoices):
    """Whether recipients were told of a rectification, erasure or restriction (GDPR Art. 19)."""

    NONE = "none", _("There are no recipients to tell, or this does not concern them")
    YES = "yes", _("Yes")
    IMPOSSIBLE = "impossible", _("No: impossible or disproportionate (Art. 19)")


class ExtensionReason(models.TextChoices):
    """Why a time limit is extended; nothing else extends it (GDPR Art. 12(3))."""

    COMPLEXITY = "complexity", _("The request is complex")
    NUMBER = "number", _("The number of requests")
    BOTH = "both", _("The request is complex, and there are many requests")


class PassingGround(models.TextChoices):
    """Why a request may be passed on to the controller it belongs to."""

    CONSENT = "consent", _("The person agreed to it")
    AUTHORITY_DUTY = "authority_duty", _("An authority transfers a matter that belongs to another (Act 434/2003 s. 21)")


class PartyRole(models.TextChoices):
    """Whom the controller tells besides the person."""

    RECIPIENT = "recipient", _("Recipient of the data (Art. 19)")
    JOINT_CONTROLLER = "joint_controller", _("Joint controller (Art. 26)")


class PartyStatus(models.TextChoices):
    """Whether a party was told, or why not."""

    TOLD = "told", _("Told")
    IMPOSSIBLE = "impossible", _("Impossible to tell")
    DISPROPORTIONATE = "disproportionate", _("Would take disproportionate effort")
    NOT_CONCERNED = "not_concerned", _("This does not concern them")
