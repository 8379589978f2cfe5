"""How a person gets to the files of an answer: a code to the mailbox of the letter, then the page."""

from django.db import transaction
from django.utils import timezone

from privacy.rights.case.links import open_with_code, renew_code
from privacy.rights.cases import FileLink
from privacy.rights.choices import Actor, EventKind
from privacy.rights.letters import write_code
from privacy.rights.recording import add_event


@transaction.atomic
def send_file_code(*, link: FileLink) -> bool:
    """Send a one-time code to the mailbox of the letter; false when one was sent a moment ago or too many were."""
    code = renew_code(link)
    if code is None:
        return False
    write_code(link, code)
    return True


@transaction.atomic
def open_files(*, link: FileLink, code: str) -> bool:
    """Open the files of an answer by the code that was sent; the first opening is recorded."""
    if not open_with_code(link, code):
        return False
    if FileLink.objects.filter(pk=link.pk, opened_at__isnull=True).update(opened_at=timezone.now()):
        add_event(link.request, EventKind.FILES_OPENED, Actor.PERSON)
    return True
