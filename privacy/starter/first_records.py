"""Makes the records of a new organisation: who it is, what it keeps, who handles requests."""

from collections.abc import Iterator, Mapping
from itertools import count
from typing import Any

from django.contrib.auth.models import Group, Permission

from privacy.registers.choices import ContactKind
from privacy.registers.countries import home_country
from privacy.registers.models.access import DefaultAccess, default_group
from privacy.registers.models.authorities import authority_of
from privacy.registers.models.contacts import Contact
from privacy.registers.models.controllers import Controller
from privacy.registers.models.registers import Register, RegisterContact, RegisterRoute, RegisterText, free_slug
from privacy.starter.answers import StarterAnswers

HANDLERS = "Tietosuoja"  # the name of the group that is made


def make_controller(answers: StarterAnswers) -> Controller:
    """Make the controller, under the supervisory authority of the site's country.

    The contact's email and telephone are its own too: a notice must tell how to reach the controller.
    """
    controller = Controller(
        kind=answers.kind,
        name=answers.name,
        business_id=answers.business_id,
        email=answers.email,
        phone=answers.phone,
        main_language=answers.main_language,
        supervisory_authority=authority_of(home_country()),
    )
    controller.full_clean()
    controller.save()
    return controller


def make_contact(answers: StarterAnswers, user: Any) -> Contact:
    """Make the contact: a person if there is a name, otherwise a function.

    A contact with the mailbox of the acting user is that user, and answers in the admin.
    """
    own = bool(user and answers.email) and user.email.casefold() == answers.email.casefold()
    contact = Contact(
        kind=ContactKind.PERSON if answers.contact_name else ContactKind.FUNCTION,
        name=answers.contact_name,
        title=answers.contact_title,
        email=answers.email,
        phone=answers.phone,
        language=answers.main_language,
        user=user if own else None,
    )
    contact.full_clean()
    contact.save()
    return contact


def make_register(
    *, controller: Controller, contact: Contact, names: Mapping[str, str], for_requests: bool
) -> Register:
    """Make a register with its names by language; the contact is shown on its notice and gets its requests."""
    (main_language, name), *others = names.items()
    register = Register(
        slug=free_slug(name),
        name=name,
        controller=controller,
        for_requests=for_requests,
        texts=[RegisterText(language=language, name=text) for language, text in others],
        contacts=[RegisterContact(contact=contact)],
        routes=[RegisterRoute(contact=contact)],
    )
    register.full_clean()
    register.save()
    return register


def open_handlers_group(user: Any) -> Group:
    """Give the default group for requests; make it, with access to the admin and the acting user in it, if missing.

    Nobody is added to a group that a superuser chose before. A group that only has the usual name is not taken: its
    members are the choice of whoever manages groups.
    """
    chosen = default_group()
    group = chosen or _make_handlers_group()
    if user is not None and (chosen is None or user.is_superuser):
        user.groups.add(group)
    return group


def _make_handlers_group() -> Group:
    taken = set(Group.objects.filter(name__startswith=HANDLERS).values_list("name", flat=True))
    name = next(name for name in _numbered(HANDLERS) if name not in taken)
    group = Group.objects.create(name=name)
    group.permissions.add(*Permission.objects.filter(content_type__app_label="wagtailadmin", codename="access_admin"))
    DefaultAccess.objects.update_or_create(defaults={"group": group})
    return group


def _numbered(name: str) -> Iterator[str]:
    yield name
    yield from (f"{name} {number}" for number in count(2))
