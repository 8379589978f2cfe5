"""The letters of a request: made from templates, in the reader's language, with nothing personal in the subject."""

from collections.abc import Sequence
from typing import Any

from django.template.loader import render_to_string
from django.utils import translation

from privacy.mail.choices import MessageKind
from privacy.mail.models import Message
from privacy.mail.outbox import write_letter
from privacy.registers.choices import NotificationContent, Permission
from privacy.registers.models.registers import Register
from privacy.rights.addresses import admin_case_url, case_url
from privacy.rights.case.links import new_case_link
from privacy.rights.cases import CaseLink, FileLink
from privacy.rights.dates import long_date
from privacy.rights.permissions import policy
from privacy.rights.records import RequestItem, RightsRequest
from privacy.rights.retention import forget_on
from privacy.rights.routing import Recipient, Route
from privacy.rights.standard_texts import LetterText, TextCode, standard_text
from privacy.rights.telling import facts_for_person, labels_of


def write_acknowledgement(request: RightsRequest, items: Sequence[RequestItem], *, to: str) -> Message:
    """Write the confirmation of receipt to the person; it repeats nothing that was typed (Art. 12(3))."""
    facts = facts_for_person(request, items)
    return write_from_template("acknowledgement", MessageKind.ACKNOWLEDGEMENT, request, to, request.language, facts)


def acknowledgement_on_paper(request: RightsRequest, items: Sequence[RequestItem]) -> LetterText:
    """Give the confirmation of receipt for a person without an email, to print; nothing is written down."""
    facts = facts_for_person(request, items)
    with translation.override(request.language):
        subject = " ".join(render_to_string("privacy/letters/acknowledgement_subject.txt", facts).split())
        return LetterText(subject, render_to_string("privacy/letters/acknowledgement.txt", facts).strip())


def write_notifications(request: RightsRequest, items: Sequence[RequestItem], route: Route) -> list[Message]:
    """Write to whom a route names that a request has come in, each in their language."""
    register = items[0].register
    return [_write_notification(request, items, register, route, recipient) for recipient in route.recipients]


def _write_notification(
    request: RightsRequest, items: Sequence[RequestItem], register: Register | None, route: Route, recipient: Recipient
) -> Message:
    language = recipient.language
    if route.number_only:
        facts: dict[str, Any] = {"number": request.number, "link": admin_case_url(request), "language": language}
        to = recipient.email
        return write_from_template(
            "notification_number", MessageKind.NOTIFICATION, request, to, language, facts, register
        )
    by_admin = recipient.user is not None and policy.may(recipient.user, request, Permission.SEE)
    with_text = register is not None and register.notification_content == NotificationContent.WITH_TEXT
    confidential = register is not None and register.confidential
    facts = {
        "number": request.number,
        "rights": labels_of(items, language),
        "register": register.name_in(language) if register and not confidential else "",
        "register_known": register is not None,
        "received": long_date(request.received_on, language),
        "due": long_date(request.due_on, language),
        "by_admin": by_admin,
        "link": admin_case_url(request) if by_admin else case_url(new_case_link(request, register, recipient)),
        "skipped": [] if confidential else route.skipped,
        "items": items if with_text and not confidential else [],
        "message": request.message if with_text and not confidential else "",
        "language": language,
    }
    return write_from_template(
        "notification", MessageKind.NOTIFICATION, request, recipient.email, language, facts, register
    )


def write_code(link: CaseLink | FileLink, code: str) -> Message:
    """Write the one-time code that opens a link to its mailbox."""
    facts = {"code": code, "number": link.request.number, "language": link.language}
    return write_from_template("case_code", MessageKind.CASE_CODE, link.request, link.email, link.language, facts)


def write_closing_notes(request: RightsRequest) -> list[Message]:
    """Tell the contacts who have a link that a request is closed, and by when to delete their own messages of it."""
    links = request.case_links.valid().order_by("email", "pk")
    return [_write_closing_note(request, link) for link in {link.email: link for link in links}.values()]


def _write_closing_note(request: RightsRequest, link: CaseLink) -> Message:
    delete_by = long_date(forget_on(request), link.language)
    text = standard_text(TextCode.CONTACT_CLOSING, link.language)
    letter = text.filled({"number": request.number, "delete_by": delete_by})
    return _write_plain(MessageKind.CONTACT_CLOSING, request, link.email, link.language, letter, link.register)


def write_to_joint_controller(
    request: RightsRequest, items: Sequence[RequestItem], *, to: str, language: str
) -> Message:
    """Tell another joint controller that a request about the joint register has come in (GDPR Art. 26)."""
    with translation.override(language):
        facts = facts_for_person(request, items)
    register = items[0].register
    values = {
        "number": request.number,
        "received": long_date(request.received_on, language),
        "due": long_date(request.due_on, language),
        "register": register.name_in(language) if register else "",
        "contact": facts["contact"],
    }
    letter = standard_text(TextCode.JOINT_CONTROLLER, language).filled(values)
    return _write_plain(MessageKind.JOINT_CONTROLLER, request, to, language, letter, register)


def write_handler_needed(request: RightsRequest, register: Register | None, *, to: str, language: str) -> Message:
    """Tell a handler by number only that another one stands aside and somebody has to take the request on."""
    facts = {"number": request.number, "link": admin_case_url(request), "language": language}
    return write_from_template("handler_needed", MessageKind.HANDLER_NEEDED, request, to, language, facts, register)


def _write_plain(
    kind: MessageKind, request: RightsRequest, to: str, language: str, letter: LetterText, register: Register | None
) -> Message:
    facts = {"paragraphs": letter.text.split("\n\n"), "subject": letter.subject, "language": language}
    with translation.override(language):
        html = render_to_string("privacy/letters/plain.html", facts)
    return write_letter(
        kind=kind,
        to=to,
        language=language,
        subject=letter.subject,
        text=letter.text + "\n",
        html=html,
        request=request,
        register=register,
    )


def write_from_template(
    name: str,
    kind: MessageKind,
    request: RightsRequest,
    to: str,
    language: str,
    facts: dict[str, Any],
    register: Register | None = None,
) -> Message:
    """Write the letter of the templates `privacy/letters/NAME…` in a language; raises as write_letter does."""
    with translation.override(language):
        subject = " ".join(render_to_string(f"privacy/letters/{name}_subject.txt", facts).split())
        text = render_to_string(f"privacy/letters/{name}.txt", facts).strip() + "\n"
        html = render_to_string(f"privacy/letters/{name}.html", {**facts, "subject": subject})
    return write_letter(
        kind=kind,
        to=to,
        language=language,
        subject=subject,
        text=text,
        html=html,
        request=request,
        register=register,
    )
