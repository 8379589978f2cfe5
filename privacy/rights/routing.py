"""To whom the letter about a new request goes: contacts first, then wider and wider, never nowhere."""

from dataclasses import dataclass, field

from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractUser
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext_lazy as _

from privacy.conf import settings as conf
from privacy.registers.choices import ContactRole, Permission
from privacy.registers.models.access import RegisterAccess
from privacy.registers.models.contacts import Contact
from privacy.registers.models.controllers import Controller
from privacy.registers.models.registers import Register


@dataclass(frozen=True, slots=True)
class Recipient:
    """A mailbox that is told of a request, and whose it is."""

    email: str
    language: str
    contact: Contact | None = None
    user: AbstractUser | None = None


@dataclass(frozen=True, slots=True)
class Route:
    """Who is told of a request to a register.

    `skipped` are the contacts that should have been told but have no email; `number_only` marks a letter that
    may hold nothing but the number; `problem` says in words why the request could not go where it should.
    """

    recipients: list[Recipient] = field(default_factory=list)
    skipped: list[Contact] = field(default_factory=list)
    number_only: bool = False
    problem: str = ""


UNROUTED = _("No contact, mailbox or controller of this register has an email: requests go to the site's default.")
NO_HANDLER = _("No handler of this confidential register can be reached: the site's default gets the number only.")


def route_for_register(register: Register) -> Route:
    """Give the route of a register: its routing list, its fallback mailbox, the controller, the site's default."""
    if register.confidential:
        return _confidential_route(register)
    skipped: list[Contact] = []
    for contact in routing_contacts(register):
        if is_mailbox(contact.email):
            return Route([Recipient(contact.email, contact.language, contact, _active(contact.user))], skipped)
        skipped.append(contact)
    language = register.controller.main_language
    for email in (register.fallback_email, register.controller.email):
        if is_mailbox(email):
            return Route([Recipient(email, language)], skipped)
    return Route([Recipient(conf.default_email, language)], skipped, problem=str(UNROUTED))


def route_for_controller(controller: Controller) -> Route:
    """Give the route of a request whose register is not known: the controller, else the site's default."""
    if is_mailbox(controller.email):
        return Route([Recipient(controller.email, controller.main_language)])
    return Route([Recipient(conf.default_email, controller.main_language)], problem=str(UNROUTED))


def route_after(register: Register | None, controller: Controller, *, told: set[str]) -> Route | None:
    """Give the route past the mailboxes that were told already; None when nobody is left.

    A confidential register is passed on only among its handlers, who were all told.
    """
    if register is not None and register.confidential:
        return None
    recipients = [
        Recipient(contact.email, contact.language, contact, _active(contact.user))
        for contact in (routing_contacts(register) if register else [])
    ]
    mailboxes = [register.fallback_email if register else "", controller.email, conf.default_email]
    recipients += [Recipient(email, controller.main_language) for email in mailboxes]
    left = (recipient for recipient in recipients if is_mailbox(recipient.email) and recipient.email not in told)
    found = next(left, None)
    return Route([found]) if found else None


def is_mailbox(address: str) -> bool:
    """Tell whether a letter can be addressed; rows from elsewhere may hold anything."""
    try:
        validate_email(address)
    except ValidationError:
        return False
    return True


def routing_contacts(register: Register) -> list[Contact]:
    """Give the contacts that requests go to, in order; without a routing list the contact persons of the notice."""
    routes = [row.contact for row in register.routes.select_related("contact__user") if row.contact.live]
    if routes:
        return routes
    shown = [row.contact for row in register.contacts.select_related("contact__user") if row.contact.live]
    return [contact for contact in shown if contact.role == ContactRole.CONTACT_PERSON]


def _confidential_route(register: Register) -> Route:
    language = register.controller.main_language
    handlers = [Recipient(user.email, language, user=user) for user in handlers_of(register) if is_mailbox(user.email)]
    if handlers:
        return Route(handlers)
    return Route([Recipient(conf.default_email, language)], number_only=True, problem=str(NO_HANDLER))


def handlers_of(register: Register) -> list[AbstractUser]:
    """Give the active users whose groups may handle the requests of a register."""
    groups = RegisterAccess.objects.filter(register=register, permission=Permission.HANDLE).values("group")
    users = get_user_model()._default_manager.filter(is_active=True, groups__in=groups)
    return list(users.distinct().order_by("pk"))


def _active(user: AbstractUser | None) -> AbstractUser | None:
    return user if user is not None and user.is_active else None
