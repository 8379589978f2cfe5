"""Links that a code opens: the contact's to a case, the person's to the files of an answer; made, found, closed."""

from datetime import date, datetime, timedelta

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from privacy.mail.models import Message
from privacy.registers.models.registers import Register
from privacy.rights.deadlines.clock import today_of
from privacy.rights.models.access_links import CODE_LIFETIME, FILE_DAYS, CaseLink, CodeLink, CodeLinkQuerySet, FileLink
from privacy.rights.models.requests import RightsRequest
from privacy.rights.routing import Recipient
from privacy.rights.tokens import code_hash, codes_match, looks_like_token, new_code, new_token, token_hash

MAX_TRIES = 5  # wrong codes before a new one must be asked for
MAX_CODES = 10  # codes that one link sends before it rests
REST = timedelta(hours=24)
PAUSE_BETWEEN_CODES = timedelta(seconds=60)


def new_case_link(request: RightsRequest, register: Register | None, recipient: Recipient) -> str:
    """Make a link for one mailbox to what a case asks of one register; give its token, which is kept nowhere else."""
    token = new_token()
    CaseLink.objects.create(
        request=request,
        register=register,
        contact=recipient.contact,
        email=recipient.email,
        language=recipient.language,
        token_hash=token_hash(token),
    )
    return token


def find_case_link(token: str) -> CaseLink | None:
    """Give the valid link of a token, or None; it is no longer valid when its contact has left or changed mailbox."""
    if not looks_like_token(token):
        return None
    related = ("request__controller__supervisory_authority", "contact")
    found = CaseLink.objects.valid().select_related(*related).filter(token_hash=token_hash(token)).first()
    if found is None or found.contact is None:
        return found
    return found if found.contact.live and found.contact.email == found.email else None


def revoke_links(links: CodeLinkQuerySet) -> int:
    """Close links for good; give how many were open."""
    return links.filter(revoked_at__isnull=True).update(revoked_at=timezone.now(), code_hash="")


def renew_code(link: CodeLink, *, now: datetime | None = None) -> str | None:
    """Give a new code for a link; None when the last one was sent a moment ago or too many were."""
    now = now or timezone.now()
    with transaction.atomic():
        rows = type(link)._default_manager
        link = rows.select_for_update().get(pk=link.pk)
        too_soon = link.code_sent_at is not None and now - link.code_sent_at < PAUSE_BETWEEN_CODES
        rested = link.code_sent_at is None or now - link.code_sent_at > REST
        sent = 0 if rested else link.codes_sent
        if too_soon or sent >= MAX_CODES:
            return None
        code = new_code()
        rows.filter(pk=link.pk).update(
            code_hash=code_hash(code, link.token_hash), code_sent_at=now, code_tries=0, codes_sent=sent + 1
        )
        return code


def open_with_code(link: CodeLink, code: str, *, now: datetime | None = None) -> bool:
    """Tell whether a typed code opens the link; the code works once, for ten minutes and five tries."""
    now = now or timezone.now()
    with transaction.atomic():
        rows = type(link)._default_manager
        link = rows.select_for_update().get(pk=link.pk)
        fresh = link.code_sent_at is not None and now - link.code_sent_at <= CODE_LIFETIME
        if not fresh or link.code_tries >= MAX_TRIES:
            return False
        right = codes_match(code.strip(), salt=link.token_hash, hashed=link.code_hash)
        changed = {"code_hash": "", "codes_sent": 0} if right else {"code_tries": F("code_tries") + 1}
        rows.filter(pk=link.pk).update(**changed)
        return right


def fetched_until(request: RightsRequest) -> date:
    """Give the last day on which the files of an answer that is written today can be fetched."""
    return today_of(request) + timedelta(days=FILE_DAYS)


def keep_file_link(request: RightsRequest, message: Message, token: str) -> FileLink:
    """Keep the link of a letter; its token stands in the letter and nowhere else."""
    return FileLink.objects.create(
        request=request,
        message=message,
        email=message.to,
        language=message.language,
        token_hash=token_hash(token),
        expires_on=fetched_until(request),
    )


def find_file_link(token: str) -> FileLink | None:
    """Give the link of a token, or None when there is none or its time has passed."""
    if not looks_like_token(token):
        return None
    related = ("request__controller__supervisory_authority", "message")
    link = FileLink.objects.valid().select_related(*related).filter(token_hash=token_hash(token)).first()
    return link if link is not None and link.expires_on >= today_of(link.request) else None


def close_file_links(request: RightsRequest) -> None:
    """Close the links of answers that do not hold any more."""
    FileLink.objects.valid().filter(request=request).update(revoked_at=timezone.now(), code_hash="")
