"""The closed lists of the registers room; words as in GDPR."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ControllerKind(models.TextChoices):
    """What a controller is; decides which rules of law concern it."""

    COMPANY = "company", _("Company")
    SOLE_TRADER = "sole_trader", _("Sole trader")
    ASSOCIATION = "association", _("Association or foundation")
    PUBLIC_BODY = "public_body", _("Public body")
    NATURAL_PERSON = "natural_person", _("Natural person")
    OTHER = "other", _("Other")


class ContactKind(models.TextChoices):
    """Whether a contact is one person or a function that several people answer for."""

    PERSON = "person", _("Named person")
    FUNCTION = "function", _("Function, such as customer service")


class ContactRole(models.TextChoices):
    """In what role a contact is named (GDPR Art. 4(17), 13(1)(a)-(b))."""

    CONTACT_PERSON = "contact_person", _("Contact person")
    DPO = "dpo", _("Data protection officer")
    REPRESENTATIVE = "representative", _("Representative in the EU")


class Permission(models.TextChoices):
    """What a group may do with the requests made to a register."""

    SEE = "see", _("See requests")
    HANDLE = "handle", _("Handle requests")
    EXPORT = "export", _("Export requests")
    ADMINISTER = "administer", _("Administer access")


class NotificationContent(models.TextChoices):
    """What the letter that tells a contact of a new request may contain."""

    LINK_ONLY = "link_only", _("Number, rights, register, due date and a link")
    WITH_TEXT = "with_text", _("Also the text of the request")


class LegalBasis(models.TextChoices):
    """Legal bases of processing (GDPR Art. 6(1))."""

    CONSENT = "consent", _("Consent (6(1)(a))")
    CONTRACT = "contract", _("Contract (6(1)(b))")
    LEGAL_OBLIGATION = "legal_obligation", _("Legal obligation (6(1)(c))")
    VITAL_INTERESTS = "vital_interests", _("Vital interests (6(1)(d))")
    PUBLIC_TASK = "public_task", _("Public task (6(1)(e))")
    LEGITIMATE_INTERESTS = "legitimate_interests", _("Legitimate interests (6(1)(f))")
