"""Tells contacts, once, what the passing of time has brought about in the notices of their registers."""

from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from django.db import transaction
from django.urls import reverse

from privacy.conf import settings as conf
from privacy.mail.choices import MessageKind
from privacy.mail.models import Message
from privacy.mail.outbox.writing import write_from_template
from privacy.notices.compliance.engine.catalogue import Rule
from privacy.notices.compliance.evaluate import CheckedNotice, EvaluatedFinding
from privacy.notices.compliance.fingerprints import fingerprint
from privacy.notices.compliance.models import ToldFinding
from privacy.registers.models.registers import Register
from privacy.rights.routing import is_mailbox, route_for_register
from privacy.site_languages import speaks


@transaction.atomic
def write_refusal(page: Any, author: Any, findings: Sequence[EvaluatedFinding]) -> Message:
    """Write to the editor that a notice was not published at its time; to the site's mailbox where there is none."""
    has_mailbox = author is not None and author.is_active and is_mailbox(author.email)
    to = author.email if has_mailbox else conf.default_email
    return _write("notice_refused", page, findings, to=to, language=_language_of(author, page))


@transaction.atomic
def write_reminders(page: Any, register: Register, findings: Sequence[EvaluatedFinding]) -> list[Message]:
    """Write to whoever is told of requests to the register what time has brought about in its notice."""
    route = route_for_register(register)
    return [
        _write("notice_reminder", page, findings, to=one.email, language=one.language, register=register)
        for one in route.recipients
    ]


def _language_of(author: Any, page: Any) -> str:
    profile = getattr(author, "wagtail_userprofile", None)
    chosen = profile.preferred_language if profile else ""
    return chosen if chosen and speaks(chosen) else page.language


def _in_words(rule: Rule, language: str) -> dict[str, str]:
    return {
        "message": rule.message_in(language),
        "advice": rule.advice_in(language),
        "source": rule.source_in(language),
    }


def _write(
    name: str,
    page: Any,
    findings: Sequence[EvaluatedFinding],
    *,
    to: str,
    language: str,
    register: Register | None = None,
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
    return write_from_template(name, kind=MessageKind.NOTE, to=to, language=language, facts=facts, register=register)


def remind_contacts(notices: Sequence[CheckedNotice]) -> int:
    """Write to the contacts of registers what was not told yet; give the number of letters.

    What is found no longer is forgotten, so that it is told again when it comes back.
    """
    _forget_gone(notices)
    return sum(_remind(checked) for checked in notices if checked.page.live)


def _remind(checked: CheckedNotice) -> int:
    page = checked.page
    with transaction.atomic():
        new = []
        for one in _by_time(checked):
            key = {"notice": page.translation_key, "check_id": one.finding.id, "fingerprint": _fingerprint(one)}
            _row, is_new = ToldFinding.objects.get_or_create(**key)
            if is_new:
                new.append(one)
        if not new or page.main_register is None:
            return 0
        return len(write_reminders(page, page.main_register, new))


def _forget_gone(notices: Iterable[CheckedNotice]) -> None:
    standing: dict[UUID, set[tuple[str, str]]] = {}
    for checked in notices:
        found = {(one.finding.id, _fingerprint(one)) for one in _by_time(checked)}
        standing.setdefault(checked.page.translation_key, set()).update(found)
    for told in ToldFinding.objects.filter(notice__in=list(standing)):
        if (told.check_id, told.fingerprint) not in standing[told.notice]:
            told.delete()


def _by_time(checked: CheckedNotice) -> list[EvaluatedFinding]:
    return [one for one in checked.open if one.finding.time_dependent]


def _fingerprint(one: EvaluatedFinding) -> str:
    return fingerprint(one.finding.excerpt)
