"""To whom the letter about a new request goes: contacts first, then wider and wider, never nowhere."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractUser
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext_lazy as _

from privacy.conf import settings as conf
from privacy.registers.choices import Permission
from privacy.registers.models.access import RegisterAccess
from privacy.registers.models.contacts import Contact, contacts_on_route
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
    for recipient in _line(register):
        if is_mailbox(recipient.email):
            return Route([recipient], skipped)
        if recipient.contact is not None:
            skipped.append(recipient.contact)
    return Route([_default(register.controller)], skipped, problem=str(UNROUTED))


def route_for_controller(controller: Controller) -> Route:
    """Give the route of a request whose register is not known: the controller, else the site's default."""
    if is_mailbox(controller.email):
        return Route([Recipient(controller.email, controller.main_language)])
    return Route([_default(controller)], problem=str(UNROUTED))


def route_after(register: Register | None, controller: Controller, *, told: set[str]) -> Route | None:
    """Give the route past the mailboxes that were told already; None when nobody is left.

    A confidential register is passed on only among its handlers, who were all told.
    """
    if register is not None and register.confidential:
        return None
    line = _line(register) if register else [Recipient(controller.email, controller.main_language)]
    for recipient in (*line, _default(controller)):
        if is_mailbox(recipient.email) and recipient.email not in told:
            return Route([recipient])
    return None


def _line(register: Register) -> Iterator[Recipient]:
    """Give all who may be told of a request to a register, in order, with and without a mailbox."""
    for contact in routing_contacts(register):
        yield Recipient(contact.email, contact.language, contact, _active(contact.user))
    controller = register.controller
    for email in (register.fallback_email, controller.email):
        yield Recipient(email, controller.main_language)


def _default(controller: Controller) -> Recipient:
    return Recipient(conf.default_email, controller.main_language)


def is_mailbox(address: str) -> bool:
    """Tell whether a letter can be addressed; rows from elsewhere may hold anything."""
    try:
        validate_email(address)
    except ValidationError:
        return False
    return True


def routing_contacts(register: Register) -> list[Contact]:
    """Give the contacts that requests go to, in order; without a routing list the contact persons of the notice."""
    rows = (register.routes, register.contacts)
    return contacts_on_route(*(row.select_related("contact__user") for row in rows))


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
