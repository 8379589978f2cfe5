"""Anonymises requests by the map: rows first, in one transaction each, then their files.

A run that is broken off at any point is finished by the next one: until a request is anonymised it stays due, and
until its files are gone their rows stay.
"""

from collections.abc import Iterable
from datetime import timedelta

from django.apps import apps
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from wagtail.log_actions import log
from wagtail.models import ModelLogEntry

from privacy.mail.choices import MessageKind
from privacy.rights.choices import State
from privacy.rights.deadlines.clock import today_of
from privacy.rights.models.access_links import FILE_DAYS
from privacy.rights.models.attachments import Attachment
from privacy.rights.models.requests import RightsRequest
from privacy.rights.retention.data_map import DATA_MAP
from privacy.rights.retention.due import is_due
from privacy.rights.workflow.transition import LOG_PREFIX


def anonymise_due(requests: Iterable[RightsRequest]) -> int:
    """Anonymise the requests that are still due when their turn comes; give how many were."""
    # All keys first: rows are changed while they would still be read.
    keys = [request.pk for request in requests]
    return sum(_anonymise(key) for key in keys)


def _locked() -> QuerySet[RightsRequest]:
    return RightsRequest.objects.select_for_update(of=("self",)).select_related("controller")


@transaction.atomic
def _anonymise(request_pk: int) -> bool:
    request = _locked().get(pk=request_pk)
    # Asked again: a dispute may have been told of since the request was found.
    if not is_due(request):
        return False
    for name, fields in DATA_MAP.items():
        model = apps.get_model("privacy", name)
        own = model._default_manager.filter(**{"pk" if model is RightsRequest else "request": request.pk})
        if fields.by_method:
            own.forget()
        elif model is Attachment:
            own.update(name="", content_type="", digest="", message=None)
        elif fields.deleted:
            own.delete()
        elif fields.wiped:
            own.update(**fields.wiped)
    RightsRequest.objects.filter(pk=request.pk).update(anonymised_at=timezone.now())
    ModelLogEntry.objects.for_instance(request).update(data={})
    log(instance=request, action=f"{LOG_PREFIX}anonymise")
    return True


def remove_left_files() -> int:
    """Remove files of anonymised requests, and of answers whose time has passed; give how many."""
    return _remove_anonymised() + _remove_delivered()


def _remove_anonymised() -> int:
    left = Attachment.objects.filter(request__state=State.ANONYMISED)
    removed = 0
    for attachment in left.iterator():
        # The file first: a row without a file is found again, a file without a row is not.
        if attachment.file:
            attachment.file.storage.delete(str(attachment.file.name))
        attachment.delete()
        removed += 1
    return removed


def _remove_delivered() -> int:
    """Remove the files of answers once they cannot be fetched any more; their names and digests stay as proof.

    Not while the file of the request is kept because of a dispute, even one that is told of while this runs.
    """
    long_ago = timezone.now() - timedelta(days=FILE_DAYS + 1)
    left = Attachment.objects.filter(removed_on__isnull=True, added_at__lt=long_ago, request__on_hold=False)
    keys = left.filter(message__kind=MessageKind.ANSWER).order_by("pk").values_list("pk", "request")
    return sum(_remove_file_of_answer(pk, request_pk) for pk, request_pk in list(keys))


@transaction.atomic
def _remove_file_of_answer(attachment_pk: int, request_pk: int) -> bool:
    request = _locked().filter(pk=request_pk, on_hold=False).first()
    attachment = Attachment.objects.filter(pk=attachment_pk, removed_on__isnull=True).first()
    if request is None or attachment is None:
        return False
    # The file first: a row without a file is found again, a file without a row is not.
    attachment.file.storage.delete(str(attachment.file.name))
    Attachment.objects.filter(pk=attachment.pk).update(file="", removed_on=today_of(request))
    return True
