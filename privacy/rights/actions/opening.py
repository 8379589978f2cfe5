"""How a link opens: a code to its mailbox, then the page; and how contacts get new links."""

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from privacy.registers.models.contacts import Contact
from privacy.rights.choices import OPEN_STATES, Actor
from privacy.rights.code_links import open_with_code, renew_code, revoke_links
from privacy.rights.errors import NobodyElse
from privacy.rights.letters.to_contacts import notify_contact, notify_contacts, write_code
from privacy.rights.models.access_links import CaseLink, FileLink
from privacy.rights.models.events import add_event, add_events
from privacy.rights.models.requests import RightsRequest
from privacy.rights.steps import EventKind, Step
from privacy.rights.workflow.actors import ActingPerson
from privacy.rights.workflow.transition import begin_step


@transaction.atomic
def send_code(*, link: CaseLink | FileLink) -> bool:
    """Send a one-time code to the mailbox of a link; false when one was sent a moment ago or too many were."""
    code = renew_code(link)
    if code is None:
        return False
    write_code(link, code)
    return True


@transaction.atomic
def open_case(*, link: CaseLink, code: str) -> bool:
    """Open a case by the code that was sent; the first opening is recorded."""
    fits = open_with_code(link, code)
    if fits and _is_first_opening(link):
        add_event(link.request, EventKind.CASE_OPENED, **ActingPerson.by_link(link).event_fields())
    return fits


@transaction.atomic
def open_files(*, link: FileLink, code: str) -> bool:
    """Open the files of an answer by the code that was sent; the first opening is recorded."""
    fits = open_with_code(link, code)
    if fits and _is_first_opening(link):
        add_event(link.request, EventKind.FILES_OPENED, Actor.PERSON)
    return fits


def _is_first_opening(link: CaseLink | FileLink) -> bool:
    rows = type(link)._default_manager.filter(pk=link.pk, opened_at__isnull=True)
    return rows.update(opened_at=timezone.now()) == 1


@transaction.atomic
def renew_link(*, request: RightsRequest, acting: ActingPerson, seen_version: int | None = None) -> RightsRequest:
    """Send the letters about what the actor handles again, by the route as it is now; former links are closed."""
    step = begin_step(Step.RENEW_LINK, request=request, acting=acting, seen_version=seen_version)
    items = [item for item in step.items if not item.outcome]
    if not items:
        raise NobodyElse
    registers = {item.register_id for item in items}
    without = Q(register__isnull=True) if None in registers else Q(pk__in=[])
    revoke_links(CaseLink.objects.filter(Q(register__in=registers - {None}) | without, request=step.request))
    add_events(notify_contacts(step.request, items))
    step.end()
    return step.request


@transaction.atomic
def renew_links_of_contact(*, contact: Contact) -> int:
    """Send a contact whose mailbox has changed new links to the open requests; give how many.

    Their former links are closed: who reads the former mailbox opens nothing any more.
    """
    stale = CaseLink.objects.valid().filter(contact=contact).exclude(email=contact.email)
    links = list(stale.filter(request__state__in=OPEN_STATES).select_related("request__controller", "register"))
    revoke_links(stale)
    if not contact.live or not contact.email:
        return 0
    for link in links:
        items = list(link.request.items.filter(register=link.register_id, outcome="").select_related("register"))
        if items:
            notify_contact(link.request, items, contact)
            add_event(link.request, EventKind.LINK_RENEWED, Actor.SYSTEM, contact=contact)
    return len(links)
