"""What a site does about open errors at publication, and what an editor says of a finding."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Gate(models.TextChoices):
    """What happens when a notice with open errors is published."""

    SHOW = "show", _("Publish; the checks show them")
    CONFIRM = "confirm", _("Ask the editor for a reason")
    BLOCK = "block", _("Do not publish")


class Verdict(models.TextChoices):
    """What an editor said of a finding."""

    DISMISSED = "dismissed", _("No fault here")
    CONFIRMED = "confirmed", _("Published all the same")


class SubjectKind(models.TextChoices):
    """What a finding belongs to."""

    SECTION = "section", _("Section")
    NOTICE = "notice", _("Notice")
    REGISTER = "register", _("Register")
    CONTACT = "contact", _("Contact")
    CONTROLLER = "controller", _("Controller")
