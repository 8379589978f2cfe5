"""The closed lists of the rights room; words in three languages stand in the translations."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from privacy.rights.right_specs import title_of


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
    AUTHORITY_DUTY = "authority_duty", _("An authority transfers a matter that belongs to another")


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


class Right(models.TextChoices):
    """The rights that a person can use by a request (GDPR Art. 7(3), 15-18, 20-22), in the order of lists.

    What else a right is stands in `right_specs`.
    """

    ACCESS = "access", title_of("access")
    RECTIFICATION = "rectification", title_of("rectification")
    ERASURE = "erasure", title_of("erasure")
    RESTRICTION = "restriction", title_of("restriction")
    PORTABILITY = "portability", title_of("portability")
    OBJECTION = "objection", title_of("objection")
    MARKETING_OBJECTION = "marketing_objection", title_of("marketing_objection")
    CONSENT_WITHDRAWAL = "consent_withdrawal", title_of("consent_withdrawal")
    AUTOMATED_DECISION = "automated_decision", title_of("automated_decision")
    UNKNOWN = "unknown", title_of("unknown")


def right_choices() -> list[tuple[str, Any]]:
    """Give the rights for a field; a callable, so that a new right needs no migration."""
    return Right.choices


class State(models.TextChoices):
    """Where a request is; acknowledged, extended, due soon and overdue are marks beside it."""

    NEW = "new", pgettext_lazy("state of a request", "New")
    IN_PROGRESS = "in_progress", pgettext_lazy("state of a request", "In progress")
    WAITING_IDENTITY = "waiting_identity", _("Waiting for proof of identity")
    WAITING_CLARIFICATION = "waiting_clarification", _("Waiting for clarification")
    CLOSED = "closed", pgettext_lazy("state of a request", "Closed")
    ANONYMISED = "anonymised", pgettext_lazy("state of a request", "Anonymised")


OPEN_STATES = frozenset({State.NEW, State.IN_PROGRESS, State.WAITING_IDENTITY, State.WAITING_CLARIFICATION})
WAITING_STATES = frozenset({State.WAITING_IDENTITY, State.WAITING_CLARIFICATION})


class Outcome(models.TextChoices):
    """How one item of a request ended."""

    FULFILLED = "fulfilled", _("Fulfilled")
    PARTLY_FULFILLED = "partly_fulfilled", _("Partly fulfilled")
    NO_DATA = "no_data", _("No personal data found")
    REFUSED = "refused", pgettext_lazy("outcome of a request", "Refused")
    WITHDRAWN = "withdrawn", _("Withdrawn by the requester")
    UNIDENTIFIED = "unidentified", _("Requester not identified")
    FORWARDED = "forwarded", _("Passed on to the controller")
    NOT_A_REQUEST = "not_a_request", _("Not a data protection request")


def outcome_choices() -> list[tuple[str, Any]]:
    """Give the outcomes; a callable, so that another one needs no migration."""
    return Outcome.choices


class ReasonCode(models.TextChoices):
    """Why an item was refused; each with its article."""

    NOT_CONTROLLER = "not_controller", _("We are not the controller (Art. 4(7))")
    CANNOT_IDENTIFY = "cannot_identify", _("We cannot identify the person (Art. 11(2))")
    IDENTITY_NOT_CONFIRMED = "identity_not_confirmed", _("Identity was not confirmed (Art. 12(6))")
    UNFOUNDED = "unfounded", _("Manifestly unfounded (Art. 12(5))")
    EXCESSIVE = "excessive", _("Excessive (Art. 12(5))")
    RIGHTS_OF_OTHERS = "rights_of_others", _("Rights of others (Art. 15(4), 20(4))")
    LEGAL_OBLIGATION = "legal_obligation", _("Legal obligation (Art. 17(3)(b))")
    PUBLIC_TASK = "public_task", _("Public task (Art. 17(3)(b))")
    FREEDOM_OF_EXPRESSION = "freedom_of_expression", _("Freedom of expression (Art. 17(3)(a))")
    PUBLIC_HEALTH = "public_health", _("Public health (Art. 17(3)(c))")
    ARCHIVING_RESEARCH = "archiving_research", _("Archiving or research (Art. 17(3)(d), 89)")
    LEGAL_CLAIMS = "legal_claims", _("Legal claims (Art. 17(3)(e), 21(1))")
    COMPELLING_GROUNDS = "compelling_grounds", _("Compelling grounds (Art. 21(1))")
    NOT_APPLICABLE_BASIS = "not_applicable_basis", _("Does not apply to this legal basis (Art. 20(1), 21(1))")
    NATIONAL_RESTRICTION = "national_restriction", _("Restriction in national law (Art. 23)")
    DATA_CORRECT = "data_correct", _("The data are correct (Art. 16)")
    NO_ERASURE_GROUND = "no_erasure_ground", _("No ground for erasure (Art. 17(1))")
    NO_RESTRICTION_GROUND = "no_restriction_ground", _("No ground for restriction (Art. 18(1))")
    NOT_PROVIDED_BY_PERSON = "not_provided_by_person", _("Not provided by the person (Art. 20(1))")
    NOT_AUTHORISED = "not_authorised", _("Authorisation was not shown (Art. 12(2), 12(6))")


def reason_choices() -> list[tuple[str, Any]]:
    """Give the reasons of refusal; a callable, so that another one needs no migration."""
    return ReasonCode.choices


class Channel(models.TextChoices):
    """By what road a request came in."""

    WEB = "web", _("Web form")
    API = "api", _("Programming interface")
    EMAIL = "email", _("Email")
    LETTER = "letter", _("Letter")
    PHONE = "phone", _("Telephone")
    VISIT = "visit", _("Visit")


class ReplyChannel(models.TextChoices):
    """How the person wants the answer (GDPR Art. 12(1), 12(3))."""

    EMAIL = "email", _("By email")
    POST = "post", _("By post")
    PHONE = "phone", _("By telephone")
    COLLECTION = "collection", _("I will collect it")


class Relation(models.TextChoices):
    """Whose data the request concerns."""

    SELF = "self", _("My own")
    GUARDIAN = "guardian", _("Of a child whose guardian I am")
    ADULT_GUARDIAN = "adult_guardian", _("Of a person whose legal guardian I am")
    AUTHORISED = "authorised", _("Of a person who has authorised me")
    DECEASED = "deceased", _("Of a person who has died")


class PersonRole(models.TextChoices):
    """What a person is in a request: the one who asks, the one whose data are meant, or both."""

    BOTH = "both", _("Asks about their own data")
    REQUESTER = "requester", _("Requester")
    DATA_SUBJECT = "data_subject", _("Data subject")


class Actor(models.TextChoices):
    """Who did what an event tells."""

    USER = "user", _("Handler")
    CONTACT = "contact", _("Contact")
    PERSON = "person", _("Requester")
    SYSTEM = "system", _("System")
