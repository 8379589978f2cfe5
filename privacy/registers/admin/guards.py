"""Refuses to delete or unpublish a record that is in use, and says where it is used."""

from collections.abc import Iterable
from itertools import islice

from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin import messages

from privacy.registers.models.authorities import SupervisoryAuthority
from privacy.registers.models.contacts import Contact
from privacy.registers.models.controllers import Controller
from privacy.registers.models.registers import Register
from privacy.registers.uses import uses_of

GUARDED = (Controller, Contact, Register, SupervisoryAuthority)
MESSAGES_SHOWN = 5


def refuse_deletion(request: HttpRequest, records: Iterable[Model]) -> HttpResponse | None:
    """Give an answer that refuses, when one of the records is in use; for one record and for many alike."""
    template = _("“%(name)s” cannot be deleted, because it is in use. %(uses)s.")
    return _refuse(request, records, template)


def refuse_unpublishing(request: HttpRequest, record: Model) -> HttpResponse | None:
    """Give an answer that refuses, when the record is in use."""
    template = _("“%(name)s” cannot be unpublished, because it is in use. %(uses)s.")
    return _refuse(request, [record], template)


def _refuse(request: HttpRequest, records: Iterable[Model], template: str) -> HttpResponse | None:
    guarded = [record for record in records if isinstance(record, GUARDED)]
    in_use = ((record, uses) for record in guarded if (uses := uses_of(record)))
    refused = list(islice(in_use, MESSAGES_SHOWN))
    for record, uses in refused:
        text = template % {"name": record, "uses": "; ".join(uses)}
        messages.error(request, f"{text} {_advice(record)}".strip())
    return redirect(_listing(guarded[0])) if refused else None


def _advice(record: Model) -> str:
    if isinstance(record, Register):
        return _("Retire the register instead: give the day it was retired, and it takes no new requests.")
    return ""


def _listing(record: Model) -> str:
    return reverse(f"wagtailsnippets_{record._meta.app_label}_{record._meta.model_name}:list")
