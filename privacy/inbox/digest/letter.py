"""The digest as a letter: numbers, rights and days, never a name or a text."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from privacy.conf import settings as conf
from privacy.inbox.choices import Urgency
from privacy.inbox.digest.recipients import Addressee
from privacy.mail.choices import MessageKind
from privacy.mail.models import Message
from privacy.mail.outbox.writing import write_from_template
from privacy.rights.code_links import new_case_link
from privacy.rights.deadlines.wording import long_date
from privacy.rights.letters.facts import admin_case_url, case_url, labels_of
from privacy.rights.models.requests import RequestItem, RightsRequest
from privacy.rights.routing import Recipient

# Longer letters are read by nobody; the rest is a number and a link.
MOST_LINES = 50


@dataclass(frozen=True, slots=True)
class DigestLine:
    """One case of a digest: why it is there, what of it concerns the reader, and the days that are left."""

    mark: Urgency
    request: RightsRequest
    items: tuple[RequestItem, ...]
    days_left: int


def write_digest(addressee: Addressee, lines: Sequence[DigestLine]) -> Message:
    shown = sorted(lines, key=lambda line: (list(Urgency).index(line.mark), line.request.due_on))[:MOST_LINES]
    facts: dict[str, Any] = {
        "count": len(lines),
        "more": len(lines) - len(shown),
        "groups": [
            (mark.label, [_entry(addressee, line) for line in shown if line.mark == mark])
            for mark in Urgency
            if any(line.mark == mark for line in shown)
        ],
        "inbox": conf.admin_base_url + reverse("privacy_requests:index") if addressee.by_admin else "",
        "language": addressee.language,
    }
    return write_from_template(
        "digest", kind=MessageKind.DIGEST, to=addressee.email, language=addressee.language, facts=facts
    )


def _entry(addressee: Addressee, line: DigestLine) -> dict[str, Any]:
    request, language = line.request, addressee.language
    entry: dict[str, Any] = {"number": request.number, "link": _link(addressee, line)}
    if addressee.number_only:
        return entry
    registers = [item.register for item in line.items if item.register is not None]
    names = {register.name_in(language) for register in registers if not register.confidential}
    return {
        **entry,
        "rights": labels_of(line.items, language),
        "registers": ", ".join(sorted(names)),
        "due": long_date(request.due_on, language),
    }


def _link(addressee: Addressee, line: DigestLine) -> str:
    if addressee.by_admin:
        return admin_case_url(line.request)
    recipient = Recipient(addressee.email, addressee.language, addressee.contact)
    return case_url(new_case_link(line.request, line.items[0].register, recipient))
