"""Who is told of a new request: the person, and for each register whoever its route names."""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import groupby
from typing import Any

from django.template.loader import render_to_string
from django.utils import timezone, translation

from privacy.mail.choices import MessageKind
from privacy.mail.models import Message
from privacy.mail.outbox.writing import write_from_template, write_letter
from privacy.registers.choices import NotificationContent, Permission
from privacy.registers.models.contacts import Contact
from privacy.registers.models.registers import Register
from privacy.rights.choices import Actor
from privacy.rights.code_links import new_case_link
from privacy.rights.deadlines.wording import long_date
from privacy.rights.letters.facts import admin_case_url, case_url, facts_for_person, labels_of
from privacy.rights.models.access_links import CaseLink, FileLink
from privacy.rights.models.events import RequestEvent, add_events, new_event
from privacy.rights.models.requests import RequestItem, RightsRequest, email_key
from privacy.rights.models.standard_texts import LetterText, TextCode, standard_text
from privacy.rights.permissions import policy
from privacy.rights.retention.due import forget_on
from privacy.rights.routing import (
    Recipient,
    Route,
    handlers_of,
    is_mailbox,
    route_after,
    route_for_controller,
    route_for_register,
)
from privacy.rights.steps import EventKind
from privacy.rights.workflow.actors import ActingPerson
from privacy.site_languages import spoken


def write_notifications(request: RightsRequest, items: Sequence[RequestItem], route: Route) -> list[Message]:
    """Write to whom a route names that a request has come in, each in their language."""
    register = items[0].register
    return [_write_notification(request, items, register, route, recipient) for recipient in route.recipients]


def _write_notification(
    request: RightsRequest, items: Sequence[RequestItem], register: Register | None, route: Route, recipient: Recipient
) -> Message:
    language = recipient.language
    common: dict[str, Any] = {
        "kind": MessageKind.NOTIFICATION,
        "language": language,
        "request": request,
        "register": register,
    }
    if route.number_only:
        facts: dict[str, Any] = {"number": request.number, "link": admin_case_url(request), "language": language}
        return write_from_template("notification_number", to=recipient.email, facts=facts, **common)
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
    return write_from_template("notification", to=recipient.email, facts=facts, **common)


def write_code(link: CaseLink | FileLink, code: str) -> Message:
    """Write the one-time code that opens a link to its mailbox."""
    facts = {"code": code, "number": link.request.number, "language": link.language}
    return write_from_template(
        "case_code",
        kind=MessageKind.CASE_CODE,
        to=link.email,
        language=link.language,
        facts=facts,
        request=link.request,
    )


def write_closing_notes(request: RightsRequest, items: Sequence[RequestItem]) -> list[Message]:
    """Tell the contacts who have a link that a request is closed, and by when to delete their own messages of it.

    `items` are all items of the request: their registers say how long its file is kept.
    """
    links = request.case_links.valid().select_related("register").order_by("email", "pk")
    delete_by = forget_on(request, items)
    return [_write_closing_note(request, link, delete_by) for link in {link.email: link for link in links}.values()]


def _write_closing_note(request: RightsRequest, link: CaseLink, delete_by: date) -> Message:
    text = standard_text(TextCode.CONTACT_CLOSING, link.language)
    letter = text.filled({"number": request.number, "delete_by": long_date(delete_by, link.language)})
    return _write_plain(MessageKind.CONTACT_CLOSING, request, link.email, link.language, letter, link.register)


def write_to_joint_controller(
    request: RightsRequest, items: Sequence[RequestItem], *, to: str, language: str
) -> Message:
    """Tell another joint controller that a request about the joint register has come in (GDPR Art. 26)."""
    with translation.override(spoken(language)):
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
    return write_from_template(
        "handler_needed",
        kind=MessageKind.HANDLER_NEEDED,
        to=to,
        language=language,
        facts=facts,
        request=request,
        register=register,
    )


def _write_plain(
    kind: MessageKind, request: RightsRequest, to: str, language: str, letter: LetterText, register: Register | None
) -> Message:
    facts = {"paragraphs": letter.text.split("\n\n"), "subject": letter.subject, "language": language}
    with translation.override(spoken(language)):
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


# A form that takes any address must not become a way to flood a mailbox.
MAX_ACKNOWLEDGEMENTS = 5
PERIOD = timedelta(hours=1)


def may_acknowledge(email: str) -> bool:
    """Tell whether a receipt may be confirmed to a mailbox: at most five times an hour; no mailbox, no letter."""
    if not email:
        return False
    since = timezone.now() - PERIOD
    same = RightsRequest.objects.filter(persons__email_key=email_key(email), acknowledged_at__gte=since)
    return same.count() < MAX_ACKNOWLEDGEMENTS


def notify_contacts(request: RightsRequest, items: Sequence[RequestItem]) -> list[RequestEvent]:
    """Write to whoever answers for each register, once per register; give the events that say so, not saved yet."""
    by_register = sorted(items, key=lambda item: item.register_id or 0)
    return [
        _notify_register(request, list(group)) for _key, group in groupby(by_register, lambda item: item.register_id)
    ]


def _notify_register(request: RightsRequest, items: Sequence[RequestItem]) -> RequestEvent:
    register = items[0].register
    return _routed(
        request, items, route_for_register(register) if register else route_for_controller(request.controller)
    )


def _routed(request: RightsRequest, items: Sequence[RequestItem], route: Route) -> RequestEvent:
    messages = write_notifications(request, items, route)
    data = {"letters": [str(message.uuid) for message in messages], "problem": _problem(route)}
    contact = route.recipients[0].contact
    return new_event(request, EventKind.ROUTED, Actor.SYSTEM, contact=contact, data=data)


def notify_contact(request: RightsRequest, items: Sequence[RequestItem], contact: Contact) -> None:
    """Tell one contact again what a request asks of one register, at the mailbox that the contact has now."""
    user = contact.user if contact.user is not None and contact.user.is_active else None
    write_notifications(request, items, Route([Recipient(contact.email, contact.language, contact, user)]))


def notify_next(request: RightsRequest, items: Sequence[RequestItem]) -> bool:
    """Tell the next mailbox on the route, after all those that were told before; False when there is none."""
    register = items[0].register
    told = request.messages.filter(kind=MessageKind.NOTIFICATION, register=register).values_list("to", flat=True)
    route = route_after(register, request.controller, told=set(told))
    if route is None:
        return False
    _routed(request, items, route).save()
    return True


def notify_other_handlers(request: RightsRequest, items: Sequence[RequestItem], acting: ActingPerson) -> None:
    """Tell the other handlers of the registers that somebody has to take a request on; contacts where there are none.

    `items` are those that the actor handled, not what they may not even see.
    """
    told: set[str] = {acting.user.email} if acting.user else set()
    for item in items:
        others = [user for user in handlers_of(item.register) if user != acting.user] if item.register else []
        for user in others:
            if is_mailbox(user.email) and user.email not in told:
                told.add(user.email)
                write_handler_needed(request, item.register, to=user.email, language=request.controller.main_language)
        if not others and not item.outcome:
            add_events(notify_contacts(request, [item]))


def _problem(route: Route) -> str:
    if route.problem:
        return "site_default"
    return "skipped_without_email" if route.skipped else ""
