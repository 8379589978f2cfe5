"""Checks of notices that need letters or request forms; importing this module registers them."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.db.models import Max

from privacy.mail.choices import PROBLEM_STATES, MessageDirection, MessageState
from privacy.mail.models import Message
from privacy.notices.compliance.engine.catalogue import add_rules
from privacy.notices.compliance.engine.finding import Hit, of_contact, of_register
from privacy.notices.compliance.engine.registry import check, extra, facts
from privacy.notices.compliance.engine.view import NoticeView
from privacy.notices.compliance.page_facts import Batch
from privacy.rights.form.page import RequestPageRegister

add_rules(Path(__file__).parent / "data" / "notice_checks.json")

# A letter of which is known what became of it.
_SETTLED = (MessageState.SENT, MessageState.DELIVERED, *PROBLEM_STATES)


@dataclass(frozen=True, slots=True)
class RequestForms:
    """The registers (uuids) that are on a published form, and those that are on a form at all."""

    published: frozenset[str]
    drafted: frozenset[str]


@facts("bounced_addresses")
def bounced_addresses(notice_page: Any, batch: Batch) -> frozenset[str]:
    """Give the addresses of contacts whose last letter did not arrive; asked once for all notices of a batch."""
    return batch.once("bounced_addresses", _bounced)


def _bounced(batch: Batch) -> frozenset[str]:
    contacts = [row.contact for register in batch.registers for row in register.contacts.all()]
    letters = Message.objects.filter(
        to__in={contact.email for contact in contacts if contact.email},
        direction=MessageDirection.OUT,
        state__in=_SETTLED,
    )
    newest = letters.order_by().values("to").annotate(newest=Max("pk")).values("newest")
    return frozenset(Message.objects.filter(pk__in=newest, state__in=PROBLEM_STATES).values_list("to", flat=True))


@facts("request_forms")
def request_forms(notice_page: Any, batch: Batch) -> RequestForms:
    """Give which registers are on a form; asked once for all notices of a batch."""
    return batch.once("request_forms", _forms)


def _forms(batch: Batch) -> RequestForms:
    rows = RequestPageRegister.objects.filter(register__in={register.pk for register in batch.registers})
    found = [(str(uuid), live) for uuid, live in rows.values_list("register__uuid", "page__live")]
    return RequestForms(
        published=frozenset(uuid for uuid, live in found if live), drafted=frozenset(uuid for uuid, _live in found)
    )


@check("RQ001")
def contact_bounced(notice: NoticeView) -> Iterator[Hit]:
    """The last letter to a contact that the notice names came back."""
    bounced = extra(notice, "bounced_addresses") or ()
    yield from (of_contact(contact) for contact in notice.contacts if contact.email and contact.email in bounced)


@check("RQ002")
def form_not_linked(notice: NoticeView) -> Iterator[Hit]:
    """A published form serves the register, and the notice leads to none."""
    forms = extra(notice, "request_forms")
    if forms is None or notice.form_linked:
        return
    yield from (of_register(register) for register in notice.registers if register.identity in forms.published)


@check("RQ003")
def form_not_published(notice: NoticeView) -> Iterator[Hit]:
    """The register is on a form, and on no published one."""
    forms = extra(notice, "request_forms")
    if forms is None:
        return
    waiting = forms.drafted - forms.published
    yield from (of_register(register) for register in notice.registers if register.identity in waiting)
