"""Letters to the person who asked: a text that a handler may edit, then the facts that the law wants in it.

The fields are those of 6-request-file.md 6.5; the part below the text is added here, so that no edited letter
goes out without its number, its due date, or the remedies of Art. 12(4).
"""

import re
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from django.utils import timezone

from privacy.mail.choices import MessageKind
from privacy.mail.models import Message
from privacy.mail.outbox.writing import LONGEST_SUBJECT, write_from_template, write_letter, write_printed_letter
from privacy.mail.rendering import render_letter
from privacy.registers.national_rules import national_text
from privacy.rights.choices import ReplyChannel
from privacy.rights.code_links import fetched_until
from privacy.rights.deadlines.clock import Clock
from privacy.rights.deadlines.counting import local_date
from privacy.rights.deadlines.wording import long_date
from privacy.rights.errors import TextMissing
from privacy.rights.letters.facts import facts_for_person, files_url
from privacy.rights.models.requests import RequestItem, RightsRequest, requester_of
from privacy.rights.models.standard_texts import LetterText
from privacy.rights.routing import is_mailbox
from privacy.rights.steps import LetterSpec

_POSTAL_CODE = re.compile(r"\b\d{5}\b|\b\d{3} \d{2}\b")


@dataclass(frozen=True, slots=True)
class FilesOfLetter:
    """How many files belong to a letter, and the token of the page where they are fetched."""

    count: int
    token: str


def write_to_person(
    spec: LetterSpec,
    request: RightsRequest,
    items: Sequence[RequestItem],
    letter: LetterText,
    *,
    added: str = "",
    files: FilesOfLetter | None = None,
    clock: Clock | None = None,
) -> Message:
    """Write a letter to the person: by email where they have one, otherwise to be printed and delivered.

    An answer goes by the channel that the person chose. `added` is a paragraph below the text, `files` are what
    belongs to it, `clock` explains a due date that was counted a moment ago. Raises TextMissing for a letter without
    text or subject.
    """
    subject = " ".join(letter.subject.split())[:LONGEST_SUBJECT]
    if not letter.text.strip() or not subject:
        raise TextMissing
    paragraphs = _paragraphs(letter.text) + ([added] if added else [])
    facts = letter_facts(spec, request, items, clock=clock) | {"paragraphs": paragraphs}
    to = _mailbox(spec, request)
    facts |= _facts_of_files(files, request, by_email=bool(to))
    rendered = render_letter("to_person", facts, request.language, subject=subject)
    common: dict[str, Any] = {"kind": spec.kind, "language": request.language, **asdict(rendered)}
    rows: dict[str, Any] = {"request": request, "register": items[0].register if items else None}
    return write_letter(to=to, **common, **rows) if to else write_printed_letter(**common, **rows)


def _facts_of_files(files: FilesOfLetter | None, request: RightsRequest, *, by_email: bool) -> dict[str, Any]:
    """Say where the files are: their names could tell of the person and stand on the page only."""
    if files is None:
        return {}
    if not by_email:
        return {"enclosures": files.count}
    until = long_date(fetched_until(request), request.language)
    return {"files": files.count, "files_link": files_url(files.token), "files_until": until}


def letter_facts(
    spec: LetterSpec, request: RightsRequest, items: Sequence[RequestItem], *, clock: Clock | None = None
) -> dict[str, Any]:
    """Give what stands below the text of a letter, in the person's language."""
    language = request.language
    facts = facts_for_person(request, items, clock=clock)
    details = request.controller.details(language)
    # While the clock stands still there is no day to promise; the text says why.
    runs = spec.due and request.is_open and request.suspended_on is None
    return facts | {
        "due": facts["due"] if runs else "",
        "explanation": facts["explanation"] if runs else "",
        "today": long_date(local_date(timezone.now(), request.controller.time_zone), language),
        "controller_line": ", ".join(part for part in (details["name"], details["business_id"]) if part),
        "controller_address": _address_line(details),
        "reference": request.external_reference,
        "remedies": remedies(request) if spec.remedies else "",
        "retention": spec.retention,
    }


def _address_line(details: dict[str, Any]) -> str:
    """Give where to write to: the postal address; code and town follow a street, and a box that names none."""
    address = details["postal_address"] or details["street_address"]
    if details["postal_address"] and _POSTAL_CODE.search(address):
        return str(address)
    place = " ".join(part for part in (details["postal_code"], details["city"]) if part)
    return ", ".join(part for part in (address, place) if part)


def remedies(request: RightsRequest) -> str:
    """Say where the person can complain and go to court (GDPR Art. 12(4), 77, 79)."""
    authority, language = request.controller.supervisory_authority, request.language
    details = authority.details(language) if authority else {}
    place = ", ".join(details[name] for name in ("name", "postal_address", "website") if details.get(name))
    country = authority.code if authority else request.controller.country
    if office := national_text("remedies", "office", country, language):
        office = f"{place}." if details.get("postal_address") else office
        return f"{national_text('complaint', 'text', country, language)} {office}"
    return f"{national_text('complaint', 'text', '', language)}{f' {place}.' if place else ''}"


def _mailbox(spec: LetterSpec, request: RightsRequest) -> str:
    person = requester_of(request)
    if person is None or not is_mailbox(person.email):
        return ""
    wants_email = request.reply_channel == ReplyChannel.EMAIL
    return person.email if wants_email or not spec.is_answer else ""


def _paragraphs(text: str) -> list[str]:
    return [part.strip() for part in text.replace("\r\n", "\n").split("\n\n") if part.strip()]


def write_acknowledgement(request: RightsRequest, items: Sequence[RequestItem], *, to: str) -> Message:
    """Write the confirmation of receipt to the person; it repeats nothing that was typed (Art. 12(3))."""
    facts = facts_for_person(request, items)
    return write_from_template(
        "acknowledgement",
        kind=MessageKind.ACKNOWLEDGEMENT,
        to=to,
        language=request.language,
        facts=facts,
        request=request,
    )


def acknowledgement_on_paper(request: RightsRequest, items: Sequence[RequestItem]) -> LetterText:
    """Give the confirmation of receipt for a person without an email, to print; nothing is written down."""
    letter = render_letter("acknowledgement", facts_for_person(request, items), request.language)
    return LetterText(letter.subject, letter.text.strip())
