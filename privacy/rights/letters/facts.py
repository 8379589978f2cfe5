"""What a person is told of their request: the same facts on the landing page and in the acknowledgement."""

from collections.abc import Sequence
from typing import Any

from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext, pgettext

from privacy.conf import settings as conf
from privacy.notices.sections.rights_texts import right_texts
from privacy.registers.choices import ContactRole
from privacy.registers.identifiers import format_phone
from privacy.registers.models.contacts import Contact
from privacy.registers.models.registers import Register
from privacy.registers.models.translations import attach_missing_texts
from privacy.registers.national_rules import national_text
from privacy.rights.choices import WAITING_STATES, State
from privacy.rights.deadlines.clock import Clock
from privacy.rights.deadlines.wording import explain_clock, explain_due_date, long_date
from privacy.rights.models.requests import RequestItem, RightsRequest
from privacy.rights.notice_snapshot import request_notice
from privacy.rights.routing import routing_contacts
from privacy.site_languages import spoken


def case_url(token: str) -> str:
    """Give the address of the contact's page of a case."""
    return conf.public_base_url + reverse("privacy:case", args=[token])


def files_url(token: str) -> str:
    """Give the address at which the person fetches the files of an answer."""
    return conf.public_base_url + reverse("privacy:files", args=[token])


def admin_case_url(request: RightsRequest) -> str:
    """Give the address of a request in the admin."""
    return conf.admin_base_url + reverse("privacy_requests:case", args=[request.number])


def admin_inbox_url() -> str:
    """Give the address of the list of requests in the admin."""
    return conf.admin_base_url + reverse("privacy_requests:index")


def status_for_person(state: str) -> str:
    """Give the state of a request in the simpler words that the person sees."""
    if state == State.NEW:
        return pgettext("status shown to the person", "Received")
    if state in WAITING_STATES:
        return pgettext("status shown to the person", "Waiting for information from you")
    if state == State.IN_PROGRESS:
        return pgettext("status shown to the person", "In progress")
    return pgettext("status shown to the person", "Answered")


def labels_of(items: Sequence[RequestItem], language: str) -> str:
    """Give the names of the rights of a request, separated by commas."""
    return ", ".join(right_texts()[item.right].name_in(language) for item in items)


def facts_for_person(
    request: RightsRequest, items: Sequence[RequestItem], *, clock: Clock | None = None
) -> dict[str, Any]:
    """Give what the person needs to know and nothing that they typed; no right and register if confidential.

    `clock` explains the due date of a request whose clock is not recorded yet.
    """
    language = request.language
    register = items[0].register
    confidential = any(item.register and item.register.confidential for item in items)
    contacts = _contacts(register) if register and not confidential else []
    dpo = next((contact for contact in contacts if contact.role == ContactRole.DPO), None)
    authority = request.controller.supervisory_authority
    registers = [item.register for item in items if item.register is not None]
    attach_missing_texts([request.controller, *registers, *contacts, *([authority] if authority else [])])
    return {
        "language": language,
        "number": request.number,
        "received": long_date(request.received_on, language),
        "due": long_date(request.due_on, language),
        "explanation": explain_clock(clock, language) if clock else explain_due_date(request, language),
        "rights": "" if confidential else labels_of(items, language),
        "register": "" if confidential else _register_names(items, language),
        "controller": request.controller.details(language)["name"],
        "contact": _reachable(request, contacts, language),
        "dpo": _line(dpo, language) if dpo else "",
        "remedy": _remedy(request, language),
        "request_register_notice": _request_notice_url(request, language),
    }


def _register_names(items: Sequence[RequestItem], language: str) -> str:
    registers = [item.register for item in items if item.register is not None and item.register.name_shown]
    return ", ".join(dict.fromkeys(register.name_in(language) for register in registers))


def _remedy(request: RightsRequest, language: str) -> str:
    """Say to whom the person can turn when the controller does not settle the matter (GDPR Art. 77)."""
    authority = request.controller.supervisory_authority
    with translation.override(spoken(language)):
        if authority is None:
            return gettext("If that does not settle the matter, you can bring it before the supervisory authority.")
        details = authority.details(language)
        phone = gettext("tel. %(phone)s") % {"phone": format_phone(details["phone"])} if details["phone"] else ""
        website = details["website"].removeprefix("https://").rstrip("/")
        if own := national_text("remedies", "short", authority.code, language):
            return own.replace("{where}", ", ".join(part for part in (website, phone) if part))
        where = ", ".join(part for part in (details["name"], website, phone) if part)
        return gettext(
            "If that does not settle the matter, you can bring it before the supervisory authority: %(where)s."
        ) % {"where": where}


def _contacts(register: Register) -> list[Contact]:
    shown = [row.contact for row in register.contacts.select_related("contact") if row.contact.live]
    return shown or routing_contacts(register)


def _reachable(request: RightsRequest, contacts: Sequence[Contact], language: str) -> str:
    for contact in contacts:
        if contact.role == ContactRole.CONTACT_PERSON and (contact.email or contact.phone):
            return _line(contact, language)
    controller = request.controller
    parts = [controller.email, format_phone(controller.phone, controller.country)]
    return ", ".join(part for part in parts if part)


def _line(contact: Contact, language: str) -> str:
    details = contact.details(language)
    parts = [details["name"] or details["title"], details["email"], format_phone(details["phone"])]
    return ", ".join(part for part in parts if part)


def _request_notice_url(request: RightsRequest, language: str) -> str:
    page = request_notice(request.controller_id, language)
    return (page.full_url or "") if page else ""
