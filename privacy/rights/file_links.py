"""The link by which a person fetches the files of an answer: never attached to an email, open until a day."""

from datetime import date, timedelta

from django.utils import timezone

from privacy.mail.models import Message
from privacy.rights.cases import FILE_DAYS, FileLink
from privacy.rights.records import RightsRequest
from privacy.rights.timing import today_of
from privacy.rights.tokens import looks_like_token, token_hash


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
