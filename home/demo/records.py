"""Loads the organisations: controllers, contacts and registers."""

from typing import Any

from home.demo.data import Data, organisations
from privacy.models import (
    Contact,
    ContactText,
    Controller,
    ControllerText,
    Register,
    RegisterContact,
    RegisterRoute,
    RegisterText,
    SupervisoryAuthority,
    load_authorities,
)


def load_records(users: dict[str, Any]) -> None:
    """Load the authorities and the organisations of which the site has no register yet.

    `users` are the demo's logins by username; a contact with one of them answers in the admin.
    """
    load_authorities()
    authority = SupervisoryAuthority.objects.get(code="FI")
    present = set(Register.objects.values_list("slug", flat=True))
    for entry in organisations():
        if not present & {register["slug"] for register in entry["registers"]}:
            controller = _add_controller(entry["controller"], authority)
            contacts = {contact["key"]: _add_contact(contact, users) for contact in entry["contacts"]}
            for register in entry["registers"]:
                _add_register(register, controller, contacts)


def _add_controller(entry: Data, authority: SupervisoryAuthority) -> Controller:
    plain = {name: value for name, value in entry.items() if name != "translations"}
    texts = [ControllerText(language=language, **text) for language, text in entry["translations"].items()]
    controller = Controller(**plain, supervisory_authority=authority, texts=texts)
    controller.full_clean()
    controller.save()
    return controller


def _add_contact(entry: Data, users: dict[str, Any]) -> Contact:
    plain = {name: entry[name] for name in ("kind", "name", "title", "role", "email", "phone", "language")}
    plain["phone"] = entry.get("former_phone", entry["phone"])  # it changes in the course of the demo's past
    texts = [ContactText(language=language, **text) for language, text in entry["translations"].items()]
    contact = Contact(**plain, user=users.get(entry["user"]), texts=texts)
    contact.full_clean()
    contact.save()
    return contact


def _add_register(entry: Data, controller: Controller, contacts: dict[str, Contact]) -> None:
    plain = {name: entry[name] for name in ("slug", "name", "name_shown", "fallback_email", "confidential")}
    register = Register(
        **plain,
        controller=controller,
        for_requests=entry["for_requests"],
        notification_content=entry["notification"],
        texts=[RegisterText(language=language, name=name) for language, name in entry["translations"].items()],
        contacts=[RegisterContact(contact=contacts[key]) for key in entry["contacts"]],
        routes=[RegisterRoute(contact=contacts[key]) for key in entry["routing"]],
    )
    register.full_clean()
    register.save()
