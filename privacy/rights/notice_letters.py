"""Letters about notices: one was not published at its time, or time has brought something about."""

from collections.abc import Sequence
from typing import Any

from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation

from privacy.conf import settings as conf
from privacy.mail.choices import MessageKind
from privacy.mail.models import Message
from privacy.mail.outbox import write_letter
from privacy.notices.compliance.engine.catalogue import Rule
from privacy.notices.compliance.evaluate import Decided
from privacy.registers.choices import Language
from privacy.registers.models.registers import Register
from privacy.rights.routing import is_mailbox, route_for_register


@transaction.atomic
def write_refusal(page: Any, author: Any, findings: Sequence[Decided]) -> Message:
    """Write to the editor that a notice was not published at its time; to the site's mailbox where there is none."""
    has_mailbox = author is not None and author.is_active and is_mailbox(author.email)
    to = author.email if has_mailbox else conf.default_email
    return _write("notice_refused", page, findings, to=to, language=_language_of(author, page))


@transaction.atomic
def write_reminders(page: Any, register: Register, findings: Sequence[Decided]) -> list[Message]:
    """Write to whoever is told of requests to the register what time has brought about in its notice."""
    route = route_for_register(register)
    return [
        _write("notice_reminder", page, findings, to=one.email, language=one.language, register=register)
        for one in route.recipients
    ]


def _language_of(author: Any, page: Any) -> str:
    profile = getattr(author, "wagtail_userprofile", None)
    chosen = profile.preferred_language if profile else ""
    return chosen if chosen in Language.values else page.language


def _in_words(rule: Rule, language: str) -> dict[str, str]:
    return {
        "message": rule.message_in(language),
        "advice": rule.advice_in(language),
        "source": rule.source_in(language),
    }


def _write(
    name: str, page: Any, findings: Sequence[Decided], *, to: str, language: str, register: Register | None = None
) -> Message:
    rules = {one.finding.id: one.finding.rule for one in findings}.values()
    # The title of a confidential register's notice stays out of letters, as its name does.
    confidential = any(row.register.confidential for row in page.register_rows())
    facts = {
        "language": language,
        "title": "" if confidential else page.title,
        "link": conf.admin_base_url + reverse("wagtailadmin_pages:edit", args=[page.pk]),
        "findings": [_in_words(rule, language) for rule in rules],
    }
    with translation.override(language):
        subject = " ".join(render_to_string(f"privacy/letters/{name}_subject.txt", facts).split())
        text = render_to_string(f"privacy/letters/{name}.txt", facts).strip() + "\n"
        html = render_to_string(f"privacy/letters/{name}.html", {**facts, "subject": subject})
    return write_letter(
        kind=MessageKind.NOTE, to=to, language=language, subject=subject, text=text, html=html, register=register
    )
